import * as v from 'valibot';
import type { RequestHandler } from './$types';
import { parse } from '#lib/domain/quick-add.ts';
import { parseRequestSchema, type ParseAnswer } from '#lib/protocol/parse.ts';
import { readJson, refuse } from '../../answer.ts';

export const POST: RequestHandler = async ({ request }) => {
	const body = await readJson(request);
	if (body instanceof Response) return body;
	const parsed = v.safeParse(parseRequestSchema, body.json);
	if (!parsed.success) return refuse('invalid', parsed.issues[0].message);
	const startedAt = performance.now();
	const { items } = parse(parsed.output.text);
	const answer: ParseAnswer = {
		items,
		engine: 'rules',
		ms: performance.now() - startedAt,
		modelSkipped: 'This version reads with its rules alone.'
	};
	return Response.json(answer);
};
