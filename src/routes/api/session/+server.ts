import type { RequestHandler } from './$types';
import { sessionRequestSchema } from '#lib/protocol/people.ts';
import { app } from '#lib/server/app.ts';
import { readBody, refuse, refuseWith } from '../answer.ts';
import { currentOf, deviceNameOf, sessionOf, signedIn, signedOutCookie } from '../signed-in.ts';

/** Tells a device who it is. One that has never been here becomes a new person; one that was does not. */
export const POST: RequestHandler = async (event) => {
	const read = await readBody(event, sessionRequestSchema);
	if (read instanceof Response) return read;
	const { name, userId } = read.body;
	const { people, rates } = app();
	let current = currentOf(event);
	if (!current) {
		// Somebody this database has never heard of, as after a restore, is new here.
		if (userId !== null && people.isPerson(userId))
			return refuse('unauthenticated', 'This device is signed out.');
		const retryAfterMs = rates.signUp.take(event.getClientAddress());
		if (retryAfterMs > 0)
			return refuse('rate_limited', 'Too many new devices came from here.', retryAfterMs);
		const signedUp = await people.signUp(deviceNameOf(event));
		if ('error' in signedUp) return refuseWith(signedUp);
		current = signedUp;
	}
	const { token, session } = current;
	const known = name === undefined ? session : await people.rename(session, name);
	return signedIn(event, { token, session: known }, userId);
};

/** Signs this device out. */
export const DELETE: RequestHandler = async (event) => {
	await app().people.signOut(sessionOf(event));
	return new Response(null, { status: 204, headers: { 'Set-Cookie': signedOutCookie(event) } });
};
