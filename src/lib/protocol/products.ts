import * as v from 'valibot';
import type { Product } from '#lib/domain/product.ts';
import { MAX_PRICE_IDS, productIdSchema } from './prices.ts';

const MAX_PRODUCTS = 50;

/** `?ids=1,2,3` of the prices endpoint: each id once, in the order given. */
export const priceIdsSchema = v.pipe(
	v.string('The parameter "ids" is missing; it takes product ids with commas between.'),
	v.transform((ids) => [...new Set(ids.split(',').map((id) => id.trim()))]),
	v.array(productIdSchema),
	v.maxLength(MAX_PRICE_IDS, `At most ${MAX_PRICE_IDS} products can be asked for at once.`)
);

/** `?q=&limit=` of the product search. */
export const productSearchSchema = v.object({
	q: v.pipe(
		v.string('The parameter "q" is missing; it takes the words to look for.'),
		v.trim(),
		v.minLength(1, 'The words to look for are empty.'),
		v.maxLength(200, 'The words to look for are longer than 200 characters.')
	),
	limit: v.pipe(
		v.nullish(v.string(), '20'),
		v.regex(/^\d{1,3}$/, 'The limit must be a whole number.'),
		v.transform(Number),
		v.minValue(1, 'The limit must be at least 1.'),
		v.maxValue(MAX_PRODUCTS, `The limit is at most ${MAX_PRODUCTS}.`)
	)
});

/** A product as the endpoints tell it: what it is, and the last price known. */
interface ProductAnswer {
	readonly productId: string;
	readonly name: string;
	readonly brand: string | null;
	/** One pack in words: "1 gal", "12 ct". */
	readonly size: string;
	readonly department: string;
	readonly aisle: string;
	readonly soldBy: Product['soldBy'];
	/** Cents for one pack; null when no price is known. */
	readonly priceCents: number | null;
}

export function productToAnswer(product: Product, priceCents: number | null): ProductAnswer {
	return {
		productId: product.id,
		name: product.name,
		brand: product.brand,
		size: `${product.packMilli / 1_000} ${product.packUnit ?? 'ct'}`,
		department: product.department,
		aisle: product.aisle,
		soldBy: product.soldBy,
		priceCents
	};
}
