import type { RequestHandler } from './$types';
import type { DevicesAnswer } from '#lib/protocol/people.ts';
import { app } from '#lib/server/app.ts';
import { sessionOf } from '../signed-in.ts';

/** The devices of the person who asks, last used first. */
export const GET: RequestHandler = (event) => {
	const { userId, id: currentId } = sessionOf(event);
	const devices = app()
		.people.devices(userId)
		.map((device) => ({ ...device, isCurrent: device.id === currentId }));
	return Response.json({ devices } satisfies DevicesAnswer);
};
