import type { RequestHandler } from './$types';
import { syncRequestSchema } from '#lib/protocol/sync.ts';
import { app } from '#lib/server/app.ts';
import { readBody, refuse, refuseWith } from '../answer.ts';
import { sessionOf } from '../signed-in.ts';

/** The same request as over the socket, for where there is none. */
export const POST: RequestHandler = async (event) => {
	const { id, userId } = sessionOf(event);
	const read = await readBody(event, syncRequestSchema);
	if (read instanceof Response) return read;
	const retryAfterMs = app().countEdits(id, read.body.muts.length);
	if (retryAfterMs > 0)
		return refuse('rate_limited', 'These are more edits than fit in now.', retryAfterMs);
	const answer = await app().sync.handle(userId, read.body, null);
	return 'error' in answer ? refuseWith(answer) : Response.json(answer);
};
