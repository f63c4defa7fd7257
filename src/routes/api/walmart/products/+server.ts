import * as v from 'valibot';
import type { RequestHandler } from './$types';
import type { Product } from '#lib/domain/product.ts';
import { walmartItemId } from '#lib/domain/walmart-id.ts';
import { productSearchSchema, productToAnswer } from '#lib/protocol/products.ts';
import { app } from '#lib/server/app.ts';
import { refuse } from '../../answer.ts';
import { mayAskSource } from '../asking.ts';

const ENOUGH = 5;

const isWalmarts = ({ id }: Product): boolean => walmartItemId(id) !== null;

export const GET: RequestHandler = async (event) => {
	const { searchParams } = event.url;
	const search = v.safeParse(productSearchSchema, {
		q: searchParams.get('q'),
		limit: searchParams.get('limit')
	});
	if (!search.success) return refuse('invalid', search.issues[0].message);
	const { q, limit } = search.output;
	let products = app().products.search(q, limit);
	// Walmart's own search costs one of the day's calls: it is for a person who finds little of Walmart's here.
	if (event.locals.session && products.filter(isWalmarts).length < ENOUGH) {
		await app().searchWalmart(q, 'person');
		products = app().products.search(q, limit);
	}
	const ids = products.map((product) => product.id);
	const prices = await app().prices.lookup(ids, { askSource: mayAskSource(event) });
	const answers = products.map((product) =>
		productToAnswer(product, prices.get(product.id) ?? null)
	);
	return Response.json({ products: answers });
};
