import type { RequestHandler } from './$types';
import { app } from '#lib/server/app.ts';
import { refuseWith } from '../../../../answer.ts';
import { sessionOf } from '../../../../signed-in.ts';

/** Takes somebody off a list; whoever names themselves leaves it. */
export const DELETE: RequestHandler = async (event) => {
	const { id, userId } = event.params;
	const refused = await app().people.removeMember(sessionOf(event).userId, id, userId);
	return refused ? refuseWith(refused) : new Response(null, { status: 204 });
};
