import { newerObservation } from '#lib/domain/newer-observation.ts';
import type { PriceObservation } from '#lib/domain/price.ts';
import { unseenChange } from '#lib/domain/unseen-change.ts';
import type { KnownProduct } from './db.ts';
import type { Prices } from './prices.svelte.ts';

/**
 * Takes what a server said: the newest look at a product wins, whichever way it came. Unknown products are left
 * alone, because a row cannot show what it does not know.
 */
export function receivePrices(prices: Prices, observations: readonly PriceObservation[]): void {
	const news = new Map<string, KnownProduct>();
	for (const price of observations) {
		const held = news.get(price.productId) ?? prices.get(price.productId);
		if (!held || (held.price && newerObservation(held.price, price) !== price)) continue;
		const before = { price: held.price, wasCents: held.wasCents ?? null };
		const wasCents = unseenChange(before, price);
		news.set(price.productId, { product: held.product, price, wasCents });
	}
	prices.keep([...news.values()]);
}

/** Somebody has seen that the price of a product changed. */
export function sawPrice(prices: Prices, productId: string): void {
	const held = prices.get(productId);
	if ((held?.wasCents ?? null) !== null && held) prices.keep([{ ...held, wasCents: null }]);
}
