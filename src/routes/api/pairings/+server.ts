import type { RequestHandler } from './$types';
import type { LinkAnswer } from '#lib/protocol/people.ts';
import { app } from '#lib/server/app.ts';
import { linkTo, sessionOf } from '../signed-in.ts';

/** Makes a link that makes one more device the device of the person who asks, once. */
export const POST: RequestHandler = async (event) => {
	const pairing = await app().people.pair(sessionOf(event).userId);
	const answer: LinkAnswer = { ...pairing, link: linkTo(event, '/pair', pairing.token) };
	return Response.json(answer, { status: 201 });
};
