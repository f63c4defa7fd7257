import type { RequestHandler } from './$types';
import { importRequestSchema } from '#lib/protocol/imports.ts';
import { app } from '#lib/server/app.ts';
import { readBody, refuseWith } from '../../answer.ts';
import { sessionOf } from '../../signed-in.ts';

/** Begins to read a text of many lines; what comes of it is asked for by its id, or told over the socket. */
export const POST: RequestHandler = async (event) => {
	const { userId } = sessionOf(event);
	const read = await readBody(event, importRequestSchema);
	if (read instanceof Response) return read;
	const begun = app().imports.begin(userId, read.body);
	return 'error' in begun ? refuseWith(begun) : Response.json(begun, { status: 202 });
};
