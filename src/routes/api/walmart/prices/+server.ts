import * as v from 'valibot';
import type { RequestHandler } from './$types';
import { priceIdsSchema } from '#lib/protocol/products.ts';
import { app } from '#lib/server/app.ts';
import { refuse } from '../../answer.ts';

/** The same answer for everybody, so that a proxy may keep it for as long as a price is likely to stand. */
const CACHE_CONTROL = 'public, max-age=15';

export const GET: RequestHandler = async ({ url }) => {
	const ids = v.safeParse(priceIdsSchema, url.searchParams.get('ids'));
	if (!ids.success) return refuse('invalid', ids.issues[0].message);
	const found = await app().prices.lookup(ids.output, { askSource: true });
	const unknown = ids.output.filter((productId) => !found.has(productId));
	return Response.json(
		{ prices: [...found.values()], unknown },
		{ headers: { 'Cache-Control': CACHE_CONTROL } }
	);
};
