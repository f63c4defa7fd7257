import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestPrice, newestOwnPrices, ownPricesOf, pricedKey } from './best-price.ts';
import { embeddedCatalog } from './catalog.ts';
import type { OwnPrice } from './own-price.ts';
import { lineFor } from './packs.ts';
import { formatPriceAge, priceState, type PriceObservation, type PriceSource } from './price.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const HOUR_MS = 3_600_000;
const MILK = { productId: 'wm_1', norm: 'milk' };

function paid(ageHours: number, change: Partial<OwnPrice> = {}): OwnPrice {
	return {
		id: `p${ageHours}`,
		listId: 'l',
		rev: 1,
		stamps: { $: [1, NOW - ageHours * HOUR_MS, 'phone'] },
		...MILK,
		priceCents: 303,
		multiBuy: null,
		store: '',
		source: 'manual',
		deletedAt: null,
		...change
	};
}

function seen(ageHours: number, change: Partial<PriceObservation> = {}): PriceObservation {
	const at = NOW - ageHours * HOUR_MS;
	return {
		productId: 'wm_1',
		priceCents: 397,
		unitPrice: null,
		availability: 'available',
		source: 'walmart',
		tier: 'device',
		checkedAt: at,
		changedAt: at,
		stale: false,
		...change
	};
}

describe('which price counts', () => {
	const LIVE: readonly PriceSource[] = ['walmart', 'import', 'openprices'];

	test.each(LIVE)(
		'of an own one and one from %s the later, and the other is seen beside',
		(source) => {
			const newer = bestPrice(paid(2), seen(1, { source }));
			expect([newer.shown?.source, newer.other?.source]).toEqual([source, 'manual']);
			const older = bestPrice(paid(1), seen(2, { source }));
			expect([older.shown?.source, older.other?.source]).toEqual(['manual', source]);
			expect(bestPrice(paid(1), seen(1, { source })).shown?.source).toBe('manual');
		}
	);

	test('an own one before a sample, however old it is', () => {
		const { shown, other } = bestPrice(paid(9_000), seen(0, { source: 'embedded' }));
		expect([shown?.priceCents, other?.source]).toEqual([303, 'embedded']);
	});

	test('the only one there is, and nothing when there is none', () => {
		expect(bestPrice(null, seen(1))).toMatchObject({ shown: { source: 'walmart' }, other: null });
		expect(bestPrice(paid(1), null)).toMatchObject({ shown: { source: 'manual' }, other: null });
		expect(bestPrice(null, null)).toEqual({ shown: null, other: null });
	});

	test('a fresh answer without a price takes nothing away, but one that the store has none does', () => {
		const unknown = seen(0, { priceCents: null, availability: 'unknown' });
		expect(bestPrice(paid(5), unknown)).toMatchObject({ shown: { priceCents: 303 }, other: null });
		const gone = seen(0, { priceCents: null, availability: 'unavailable' });
		expect(bestPrice(paid(5), gone).shown?.availability).toBe('unavailable');
		expect(bestPrice(paid(5), gone).other?.priceCents).toBe(303);
	});

	test('an own one is a price that rows can show and lines can reckon with', () => {
		const deal = paid(72, { source: 'receipt', multiBuy: { count: 2, cents: 500 } });
		const { shown } = bestPrice(deal, null);
		expect(priceState(shown, NOW)).toBe('manual');
		expect(formatPriceAge(shown, NOW)).toBe('you, Nov 20');
		expect(shown?.own).toBe(deal);
		const milk = embeddedCatalog().match('milk');
		expect(lineFor({ milli: 3_000, unit: null }, milk, shown).cents).toBe(803);
	});
});

describe('the newest own price', () => {
	const newest = (prices: OwnPrice[], store = '', thing = MILK): string | undefined =>
		newestOwnPrices(prices, store).get(pricedKey(thing))?.id;

	test('of a thing is the last that was written, in whatever order they come', () => {
		expect(newest([paid(3), paid(1), paid(2)])).toBe('p1');
		const same = { stamps: paid(1).stamps };
		expect(newest([paid(1, { id: 'a', ...same }), paid(1, { id: 'b', ...same })])).toBe('b');
		expect(newest([paid(1, { id: 'b', ...same }), paid(1, { id: 'a', ...same })])).toBe('b');
	});

	test('is one from this store or from none; a list without a store takes all', () => {
		const prices = [paid(3, { store: 'Main Street' }), paid(1, { store: 'Airport' }), paid(2)];
		expect(newest(prices, 'Main Street')).toBe('p2');
		expect(newest(prices.slice(0, 2), ' main street. ')).toBe('p3');
		expect(newest(prices, '')).toBe('p1');
		expect(newest([paid(1, { store: 'Airport' })], 'Main Street')).toBeUndefined();
	});

	test('is not one that was taken back', () => {
		expect(newest([paid(1, { deletedAt: NOW }), paid(2)])).toBe('p2');
	});

	test('of a product is never that of a name, nor the other way round', () => {
		const named = paid(1, { productId: null });
		expect(newest([named])).toBeUndefined();
		expect(newestOwnPrices([named], '').get(pricedKey({ productId: null, norm: 'milk' }))).toBe(
			named
		);
		expect(pricedKey({ productId: null, norm: 'wm_1' })).not.toBe(pricedKey(MILK));
	});

	test('of a product counts for all its names', () => {
		const prices = newestOwnPrices([paid(1, { norm: 'whole milk' })], '');
		expect(prices.get(pricedKey(MILK))?.id).toBe('p1');
	});

	test('is the first of all own prices of that thing', () => {
		const any = fc.record({
			id: fc.uuid(),
			productId: fc.constantFrom('wm_1', 'wm_2', null),
			norm: fc.constantFrom('milk', 'egg'),
			store: fc.constantFrom('', 'Main Street', 'Airport'),
			deletedAt: fc.option(fc.constant(NOW)),
			ageHours: fc.integer({ min: 0, max: 9 })
		});
		fc.assert(
			fc.property(fc.array(any), fc.constantFrom('', 'Airport'), (rows, store) => {
				const prices = rows.map(({ ageHours, ...row }) => paid(ageHours, row));
				const byThing = newestOwnPrices(prices, store);
				for (const price of prices) {
					const [first] = ownPricesOf(price, prices, store);
					expect(byThing.get(pricedKey(price))).toBe(first);
				}
			})
		);
	});
});
