import * as v from 'valibot';
import type { RequestHandler } from './$types';
import { priceIdsSchema } from '#lib/protocol/products.ts';
import { app } from '#lib/server/app.ts';
import { refuse } from '../../answer.ts';
import { mayAskSource } from '../asking.ts';

/** As long as a price is likely to stand. */
const FOR_ANYBODY = 'public, max-age=15';

export const GET: RequestHandler = async (event) => {
	const ids = v.safeParse(priceIdsSchema, event.url.searchParams.get('ids'));
	if (!ids.success) return refuse('invalid', ids.issues[0].message);
	const { prices } = app();
	const found = await prices.lookup(ids.output, { askSource: mayAskSource(event) });
	const unknown = ids.output.filter((productId) => !found.has(productId));
	// A proxy may keep what everybody is told. A stranger's gaps are not that: they would hide from people with a
	// session that the source can be asked.
	const hasGaps = unknown.length > 0 || [...found.values()].some(({ stale }) => stale);
	const headers = { 'Cache-Control': prices.isMetered && hasGaps ? 'no-store' : FOR_ANYBODY };
	return Response.json({ prices: [...found.values()], unknown }, { headers });
};
