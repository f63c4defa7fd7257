import type { RequestHandler } from './$types';
import { app } from '#lib/server/app.ts';
import { refuseWith } from '../../answer.ts';
import { sessionOf } from '../../signed-in.ts';

/** Ends a device's session, as after it was lost: it hears nothing from then on. */
export const DELETE: RequestHandler = async (event) => {
	const refused = await app().people.endSession(sessionOf(event).userId, event.params.id);
	return refused ? refuseWith(refused) : new Response(null, { status: 204 });
};
