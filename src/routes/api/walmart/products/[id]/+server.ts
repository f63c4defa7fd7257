import type { RequestHandler } from './$types';
import { productToAnswer } from '#lib/protocol/products.ts';
import { app } from '#lib/server/app.ts';
import { refuse } from '../../../answer.ts';
import { mayAskSource } from '../../asking.ts';

export const GET: RequestHandler = async (event) => {
	const product = app().products.byId(event.params.id);
	if (product === null) return refuse('not_found', 'There is no product with this id.');
	const prices = await app().prices.lookup([product.id], { askSource: mayAskSource(event) });
	return Response.json(productToAnswer(product, prices.get(product.id) ?? null));
};
