import * as v from 'valibot';
import type { RequestHandler } from './$types';
import { afterLineSchema } from '#lib/protocol/imports.ts';
import { app } from '#lib/server/app.ts';
import { refuse } from '../../../answer.ts';
import { sessionOf } from '../../../signed-in.ts';

export const GET: RequestHandler = (event) => {
	const { userId } = sessionOf(event);
	const after = v.safeParse(afterLineSchema, event.url.searchParams.get('after'));
	if (!after.success) return refuse('invalid', after.issues[0].message);
	const found = app().imports.read(userId, event.params.id, after.output);
	return found ? Response.json(found) : refuse('not_found', NO_SUCH);
};

export const DELETE: RequestHandler = (event) => {
	const { userId } = sessionOf(event);
	const isGone = app().imports.cancel(userId, event.params.id);
	return isGone ? new Response(null, { status: 204 }) : refuse('not_found', NO_SUCH);
};

const NO_SUCH = 'There is no such import.';
