import type { RequestHandler } from './$types';
import { parseRequestSchema } from '#lib/protocol/parse.ts';
import { app } from '#lib/server/app.ts';
import { readBody } from '../../answer.ts';

export const POST: RequestHandler = async (event) => {
	const read = await readBody(event, parseRequestSchema);
	if (read instanceof Response) return read;
	// Somebody who types on has left the line before: their device hangs up, and the model stops.
	const asker = { askedBy: 'person', signal: event.request.signal } as const;
	return Response.json(await app().language.read(read.body.text, asker));
};
