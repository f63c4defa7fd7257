import type { RequestHandler } from './$types';
import { parse } from '#lib/domain/quick-add.ts';
import { parseRequestSchema, type ParseAnswer } from '#lib/protocol/parse.ts';
import { readBody } from '../../answer.ts';

export const POST: RequestHandler = async (event) => {
	const read = await readBody(event, parseRequestSchema);
	if (read instanceof Response) return read;
	const startedAt = performance.now();
	const { items } = parse(read.body.text);
	const answer: ParseAnswer = {
		items,
		engine: 'rules',
		ms: performance.now() - startedAt,
		modelSkipped: 'This version reads with its rules alone.'
	};
	return Response.json(answer);
};
