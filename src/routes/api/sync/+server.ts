import type { RequestHandler } from './$types';
import { syncRequestSchema } from '#lib/protocol/sync.ts';
import { app } from '#lib/server/app.ts';
import { readBody, refuseWith } from '../answer.ts';
import { sessionOf } from '../signed-in.ts';

/** The same request as over the socket, for where there is none. */
export const POST: RequestHandler = async (event) => {
	const { userId } = sessionOf(event);
	const read = await readBody(event.request, syncRequestSchema);
	if (read instanceof Response) return read;
	const answer = await app().sync.handle(userId, read.body, null);
	return 'error' in answer ? refuseWith(answer) : Response.json(answer);
};
