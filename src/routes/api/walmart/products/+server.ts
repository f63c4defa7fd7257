import * as v from 'valibot';
import type { RequestHandler } from './$types';
import { productSearchSchema, productToAnswer } from '#lib/protocol/products.ts';
import { app } from '#lib/server/app.ts';
import { refuse } from '../../answer.ts';
import { mayAskSource } from '../asking.ts';

export const GET: RequestHandler = async (event) => {
	const { searchParams } = event.url;
	const search = v.safeParse(productSearchSchema, {
		q: searchParams.get('q'),
		limit: searchParams.get('limit')
	});
	if (!search.success) return refuse('invalid', search.issues[0].message);
	const products = app().products.search(search.output.q, search.output.limit);
	const ids = products.map((product) => product.id);
	const prices = await app().prices.lookup(ids, { askSource: mayAskSource(event) });
	const answers = products.map((product) =>
		productToAnswer(product, prices.get(product.id) ?? null)
	);
	return Response.json({ products: answers });
};
