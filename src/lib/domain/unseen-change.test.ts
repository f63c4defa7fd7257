import { expect, test } from 'vitest';
import type { PriceObservation } from './price.ts';
import { unseenChange } from './unseen-change.ts';

const seen = (priceCents: number | null, more: Partial<PriceObservation> = {}) => ({
	...{ productId: 'wm_1', priceCents, unitPrice: null, availability: 'available' as const },
	...{ source: 'walmart' as const, tier: 'source' as const, stale: false },
	...{ checkedAt: 1_000, changedAt: 1_000 },
	...more
});
const shown = (price: PriceObservation | null, wasCents: number | null = null) => ({
	price,
	wasCents
});

test('a price that rose is shown with what it was', () => {
	expect(unseenChange(shown(seen(312)), seen(397))).toBe(312);
});

test('as long as nobody has looked, what it was is what somebody saw last', () => {
	expect(unseenChange(shown(seen(397), 312), seen(403))).toBe(312);
});

test('a price that is back where it was seen is nothing new', () => {
	expect(unseenChange(shown(seen(312)), seen(312))).toBeNull();
	expect(unseenChange(shown(seen(397), 312), seen(312))).toBeNull();
});

test('a first price is no change, and neither is one that is gone', () => {
	expect(unseenChange(shown(null), seen(397))).toBeNull();
	expect(unseenChange(shown(seen(null)), seen(397))).toBeNull();
	expect(unseenChange(shown(seen(312), 300), seen(null))).toBeNull();
});

test('a store’s price is not compared with a sample, and a sample only with one that was asked for', () => {
	const sample = (priceCents: number, checkedAt: number) =>
		seen(priceCents, { source: 'embedded', checkedAt });
	expect(unseenChange(shown(sample(312, 1_000)), seen(397))).toBeNull();
	expect(unseenChange(shown(sample(312, 1_000)), sample(397, 2_000))).toBe(312);
	expect(unseenChange(shown(sample(312, 0)), sample(397, 2_000))).toBeNull();
});
