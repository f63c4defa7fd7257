import { describe, expect, test } from 'vitest';
import { embeddedCatalog } from './catalog.ts';
import {
	formatPriceAge,
	priceState,
	spellPriceAge,
	unitPriceOf,
	type PriceObservation
} from './price.ts';
import { newerObservation } from './newer-observation.ts';
import type { Product } from './product.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Noon in UTC is the same day in nearly every time zone. */
const NOW = Date.UTC(2026, 10, 23, 12);

function seen(ageMs: number, change: Partial<PriceObservation> = {}): PriceObservation {
	return {
		productId: 'p1',
		priceCents: 997,
		unitPrice: null,
		availability: 'available',
		source: 'walmart',
		tier: 'sqlite',
		checkedAt: NOW - ageMs,
		changedAt: NOW - ageMs,
		stale: false,
		...change
	};
}

describe('how much a price is to be believed', () => {
	test.each([
		['fresh', 0],
		['fresh', HOUR_MS - 1],
		['ageing', HOUR_MS],
		['ageing', 6 * HOUR_MS],
		['stale', 6 * HOUR_MS + 1],
		['fresh', -5 * MINUTE_MS]
	] as const)('is %s at an age of %d ms', (state, ageMs) => {
		expect(priceState(seen(ageMs), NOW)).toBe(state);
	});

	test('a source that could not be asked makes a young price stale', () => {
		expect(priceState(seen(0, { stale: true }), NOW)).toBe('stale');
	});

	test('a sample stays a sample and an own price one of a day, however old', () => {
		expect(priceState(seen(NOW, { source: 'embedded' }), NOW)).toBe('sample');
		expect(priceState(seen(90 * DAY_MS, { source: 'manual' }), NOW)).toBe('manual');
		expect(priceState(seen(DAY_MS, { source: 'receipt', stale: true }), NOW)).toBe('manual');
	});

	test('no observation and no price are unknown, but the store saying no is news', () => {
		expect(priceState(null, NOW)).toBe('unknown');
		expect(priceState(seen(0, { priceCents: null }), NOW)).toBe('unknown');
		expect(priceState(seen(0, { availability: 'unavailable' }), NOW)).toBe('unavailable');
		expect(priceState(seen(0, { availability: 'unavailable', source: 'embedded' }), NOW)).toBe(
			'unavailable'
		);
	});
});

describe('what it says of itself', () => {
	test.each([
		[seen(0), '1 min', '1 minute old'],
		[seen(2 * MINUTE_MS), '2 min', '2 minutes old'],
		[seen(HOUR_MS), '1 h', '1 hour old'],
		[seen(5.9 * HOUR_MS), '5 h', '5 hours old'],
		[seen(23 * HOUR_MS), '23 h', '23 hours old'],
		[seen(DAY_MS), '1 day old', '1 day old'],
		[seen(3.5 * DAY_MS), '3 days old', '3 days old'],
		[seen(-HOUR_MS), '1 min', '1 minute old'],
		[seen(0, { source: 'embedded' }), 'sample price', 'sample price'],
		[seen(3 * DAY_MS, { source: 'manual' }), 'you, Nov 20', 'set by you November 20'],
		[seen(365 * DAY_MS, { source: 'manual' }), 'you, Nov 23, 2025', 'set by you November 23, 2025'],
		[seen(0, { availability: 'unavailable' }), 'last $9.97', 'not available, last 9 dollars 97'],
		[seen(0, { availability: 'unavailable', priceCents: null }), '', 'not available'],
		[seen(0, { priceCents: null }), '', 'no price'],
		[null, '', 'no price']
	])('%j is shown as "%s" and said as "%s"', (observation, shown, said) => {
		expect(formatPriceAge(observation, NOW)).toBe(shown);
		expect(spellPriceAge(observation, NOW)).toBe(said);
	});
});

test('of two observations the one looked at last wins, whichever comes first', () => {
	const old = seen(HOUR_MS);
	const young = seen(MINUTE_MS);
	expect(newerObservation(old, young)).toBe(young);
	expect(newerObservation(young, old)).toBe(young);
	const changed = seen(MINUTE_MS, { changedAt: NOW });
	expect(newerObservation(changed, young)).toBe(changed);
	expect(newerObservation(young, changed)).toBe(changed);
});

describe('unit prices', () => {
	const unitPrice = (name: string, cents: number, change: Partial<Product> = {}) => {
		const product = embeddedCatalog().match(name);
		if (!product) throw new Error(`the catalog has no ${name}`);
		return unitPriceOf(cents, { ...product, ...change });
	};

	test.each([
		['milk', 384, 'fl oz', 3_000],
		['half and half', 320, 'fl oz', 10_000],
		['bananas', 56, 'lb', 56_000],
		['strawberries', 300, 'lb', 300_000],
		['flour', 250, 'lb', 50_000],
		['mac and cheese', 145, 'oz', 20_000],
		['eggs', 240, 'each', 20_000],
		['paper towels', 1_200, 'each', 200_000],
		['aluminum foil', 750, 'sq ft', 10_000],
		['fish sticks', 900, 'lb', 600_000]
	])('%s at %d cents a pack is compared per %3$s', (name, cents, per, milliCents) => {
		expect(unitPrice(name, cents)).toEqual({ milliCents, per });
	});

	test('meat is per pound from a pack of ounces, out of the freezer too', () => {
		const half = { packMilli: 8_000, packUnit: 'oz' } as const;
		expect(unitPrice('ham', 300, half)).toEqual({ milliCents: 600_000, per: 'lb' });
		expect(unitPrice('fish sticks', 300, half)).toEqual({ milliCents: 600_000, per: 'lb' });
	});

	test('a dozen is twelve of them', () => {
		const dozen = { packMilli: 2_000, packUnit: 'dozen' } as const;
		expect(unitPrice('eggs', 480, dozen)).toEqual({ milliCents: 20_000, per: 'each' });
	});

	test('milk is per fluid ounce in whatever its jug is measured', () => {
		const sizes = [
			[1_000, 'gal'],
			[2_000, 'qt'],
			[64_000, 'fl oz'],
			[1_890, 'l']
		] as const;
		for (const [packMilli, packUnit] of sizes)
			expect(unitPrice('milk', 384, { packMilli, packUnit })?.per).toBe('fl oz');
	});

	test('there is none without a price or a size', () => {
		expect(unitPriceOf(null, embeddedCatalog().products[0]!)).toBeNull();
		expect(unitPrice('milk', 100, { packMilli: 0 })).toBeNull();
	});
});
