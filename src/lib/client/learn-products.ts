import { answerToProduct, productAnswerSchema } from '#lib/protocol/products.ts';
import { ask } from './http.ts';
import type { Prices } from './prices.svelte.ts';

/** So many are asked for in one go; the rest follows with the next. */
const MOST_AT_ONCE = 50;

/**
 * Asks the server what these products are: somebody else picked them, and neither this device nor the built-in catalog
 * knows them. Whoever shows them hears of it from `prices`. Never rejects; without a server nothing is learnt.
 */
export async function learnProducts(prices: Prices, productIds: readonly string[]): Promise<void> {
	for (const id of productIds.slice(0, MOST_AT_ONCE)) {
		const answer = await ask(
			'GET',
			`/api/walmart/products/${encodeURIComponent(id)}`,
			productAnswerSchema
		);
		if (answer === null) return;
		if ('error' in answer) continue;
		prices.keep([{ product: answerToProduct(answer), price: answer.price }]);
	}
}
