import * as v from 'valibot';
import { productIdSchema } from './prices.ts';

const time = v.pipe(v.number(), v.safeInteger());
const cents = v.pipe(v.number(), v.integer(), v.minValue(1));

/**
 * Answer to `GET /api/walmart/products/:id/history`: what a product cost, oldest first, with a point for each change.
 * Times are wall-clock ms. Sample prices are no history, and are never in it.
 */
export const priceHistorySchema = v.object({
	productId: productIdSchema,
	points: v.array(
		v.object({
			/** Since when it was so. */
			at: time,
			/** Null: from then on no price was known. */
			priceCents: v.nullable(cents),
			source: v.picklist(['import', 'walmart', 'openprices', 'manual', 'receipt'])
		})
	),
	/** The lowest price that held within the last 90 days, and since when; it may have stood before them already. */
	lowest90: v.nullable(v.object({ priceCents: cents, at: time }))
});
export type PriceHistory = v.InferOutput<typeof priceHistorySchema>;
