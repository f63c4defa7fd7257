import type { PriceObservation } from './price.ts';
import type { Product } from './product.ts';

/**
 * The catalog's own price as an observation, or null for a product that has none. It was never looked up, so its
 * times are 0: anything a server says is newer, and every screen calls it a sample.
 */
export function samplePrice(product: Product): PriceObservation | null {
	if (product.sampleCents === null) return null;
	return {
		productId: product.id,
		priceCents: product.sampleCents,
		unitPrice: null,
		availability: 'available',
		source: 'embedded',
		tier: 'device',
		checkedAt: 0,
		changedAt: 0,
		stale: false
	};
}
