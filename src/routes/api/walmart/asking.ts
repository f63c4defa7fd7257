import type { RequestEvent } from '@sveltejs/kit';
import { app } from '#lib/server/app.ts';

/** Whether the source may be asked: where questions are counted, a stranger must not use up those of the day. */
export function mayAskSource({ locals }: Pick<RequestEvent, 'locals'>): boolean {
	return Boolean(locals.session) || !app().prices.isMetered;
}
