import * as v from 'valibot';
import type { PriceObservation } from '#lib/domain/price.ts';
import type { Product } from '#lib/domain/product.ts';
import type { Unit } from '#lib/domain/quantity.ts';
import { formatSize } from '#lib/domain/size-text.ts';
import { isUnit } from '#lib/domain/units.ts';
import { MAX_PRICE_IDS, observationSchema, productIdSchema } from './prices.ts';

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

/** A product as the endpoints tell it: all that a device needs to hold it, and the last price known. */
export const productAnswerSchema = v.object({
	productId: productIdSchema,
	name: v.string(),
	brand: v.nullable(v.string()),
	aliases: v.array(v.string()),
	/** One pack in words: "1 gal", "12 ct". */
	size: v.string(),
	department: v.string(),
	aisle: v.string(),
	soldBy: v.picklist(['each', 'weight']),
	packMilli: v.pipe(v.number(), v.integer(), v.minValue(1)),
	packUnit: v.nullable(v.custom<Unit>((unit) => typeof unit === 'string' && isUnit(unit))),
	countedAs: v.nullable(v.picklist(['piece', 'pack'])),
	pieceGrams: v.nullable(v.number()),
	sampleCents: v.nullable(v.number()),
	taxable: v.boolean(),
	/** Cents for one pack; null when no price is known. */
	priceCents: v.nullable(v.number()),
	/** Where that comes from and how old it is; null when nothing is known. */
	price: v.nullable(observationSchema)
});
export type ProductAnswer = v.InferOutput<typeof productAnswerSchema>;

/** Answer of the product search, best first. */
export const productsSchema = v.object({ products: v.array(productAnswerSchema) });

export function productToAnswer(product: Product, price: PriceObservation | null): ProductAnswer {
	const { id: productId, aliases, ...facts } = product;
	return {
		productId,
		...facts,
		aliases: [...aliases],
		size: formatSize(product),
		priceCents: price?.priceCents ?? null,
		price
	};
}

export function answerToProduct(answer: ProductAnswer): Product {
	return {
		id: answer.productId,
		name: answer.name,
		brand: answer.brand,
		aliases: answer.aliases,
		department: answer.department,
		aisle: answer.aisle,
		soldBy: answer.soldBy,
		packMilli: answer.packMilli,
		packUnit: answer.packUnit,
		countedAs: answer.countedAs,
		pieceGrams: answer.pieceGrams,
		sampleCents: answer.sampleCents,
		taxable: answer.taxable
	};
}
