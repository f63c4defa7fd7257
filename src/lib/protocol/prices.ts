import * as v from 'valibot';
import type { PriceObservation } from '#lib/domain/price.ts';

export const MAX_PRICE_IDS = 100;
/** As many as the longest list has rows. */
export const MAX_SUBSCRIBED = 1_000;
/** Ids reach addresses and cache keys, so they hold nothing that means something there. */
export const productIdSchema = v.pipe(
	v.string(),
	v.regex(
		/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/,
		'A product id has 1 to 64 letters, digits, "-" or "_".'
	)
);

/** Up: `price:subscribe_batch`. Replaces what this socket was subscribed to. */
export const subscribeSchema = v.object(
	{
		productIds: v.pipe(
			v.array(productIdSchema, 'A subscription has a list "productIds".'),
			v.maxLength(MAX_SUBSCRIBED, `A subscription has at most ${MAX_SUBSCRIBED} product ids.`)
		),
		/** `checkedAt` of what the device already holds, so that only what changed comes back. */
		known: v.optional(
			v.record(
				productIdSchema,
				v.number(),
				'"known" has a time in milliseconds for each product id.'
			),
			{}
		)
	},
	'A subscription is an object with "productIds".'
);
export type Subscribe = v.InferInput<typeof subscribeSchema>;

export const observationSchema = v.object({
	productId: productIdSchema,
	priceCents: v.nullable(v.pipe(v.number(), v.integer())),
	unitPrice: v.nullable(
		v.object({
			milliCents: v.number(),
			per: v.picklist(['fl oz', 'gal', 'oz', 'lb', 'each', 'sq ft'])
		})
	),
	availability: v.picklist(['available', 'limited', 'unavailable', 'unknown']),
	source: v.picklist(['embedded', 'import', 'walmart', 'openprices', 'manual', 'receipt']),
	tier: v.picklist(['memory', 'redis', 'sqlite', 'source', 'device']),
	checkedAt: v.number(),
	changedAt: v.number(),
	stale: v.boolean()
}) satisfies v.GenericSchema<PriceObservation>;

/** Acknowledgement of a subscription, answer of the prices endpoint, and, without `unknown`, each update. */
export const pricesSchema = v.object({
	prices: v.array(observationSchema),
	unknown: v.array(v.string())
});
export type Prices = v.InferOutput<typeof pricesSchema>;

/** Down: `price:update_batch`. The newest `checkedAt` of a product wins. */
export const priceUpdateSchema = v.object({ prices: v.array(observationSchema) });
export type PriceUpdate = v.InferOutput<typeof priceUpdateSchema>;
