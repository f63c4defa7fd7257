import { describe, expect, test } from 'vitest';
import { bestPrice } from './best-price.ts';
import type { OwnPrice } from './own-price.ts';
import { changeSinceBought, lowestOf90Days, type PricePoint } from './price-change.ts';
import type { PriceObservation } from './price.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const DAY_MS = 24 * 3_600_000;

function paid(ageDays: number, priceCents: number, change: Partial<OwnPrice> = {}): OwnPrice {
	return {
		id: `p${ageDays}`,
		listId: 'l',
		rev: 1,
		stamps: { $: [1, NOW - ageDays * DAY_MS, 'phone'] },
		productId: 'wm_1',
		norm: 'egg',
		priceCents,
		multiBuy: null,
		store: '',
		source: 'receipt',
		deletedAt: null,
		...change
	};
}

function seen(priceCents: number | null, change: Partial<PriceObservation> = {}): PriceObservation {
	return {
		productId: 'wm_1',
		priceCents,
		unitPrice: null,
		availability: 'available',
		source: 'walmart',
		tier: 'device',
		checkedAt: NOW,
		changedAt: NOW - 30 * DAY_MS,
		stale: false,
		...change
	};
}

describe('since it was last bought', () => {
	const change = (observed: PriceObservation | null, own: OwnPrice[]) =>
		changeSinceBought(bestPrice(null, observed).shown, own);
	const ownChange = (shown: OwnPrice, own: OwnPrice[]) =>
		changeSinceBought(bestPrice(shown, null).shown, own);

	test('a price of today is compared with the last one that was paid', () => {
		expect(change(seen(397), [paid(42, 289), paid(14, 303), paid(70, 500)])).toEqual({
			percent: 31,
			fromCents: 303,
			since: NOW - 14 * DAY_MS
		});
		expect(change(seen(280), [paid(14, 320)])?.percent).toBe(-12);
		expect(change(seen(303), [paid(14, 303)])?.percent).toBe(0);
	});

	test('an own price is compared with the trip before, never with itself or its own receipt', () => {
		const receipt = paid(0, 397);
		const typed = paid(0.2, 397, { source: 'manual' });
		expect(ownChange(receipt, [receipt])).toBeNull();
		expect(ownChange(receipt, [receipt, typed])).toBeNull();
		expect(ownChange(receipt, [receipt, typed, paid(14, 303)])?.percent).toBe(31);
	});

	test('nothing is said without both prices, of what the store has not, or of one taken back', () => {
		expect(change(null, [paid(14, 303)])).toBeNull();
		expect(change(seen(null), [paid(14, 303)])).toBeNull();
		expect(change(seen(397), [])).toBeNull();
		expect(change(seen(397, { availability: 'unavailable' }), [paid(14, 303)])).toBeNull();
		expect(change(seen(397), [paid(14, 303, { deletedAt: NOW })])).toBeNull();
	});

	test('a sample says nothing of what one paid', () => {
		expect(change(seen(397, { source: 'embedded' }), [paid(14, 303)])).toBeNull();
	});

	test('what was paid after the look counts as later, not as before', () => {
		const observed = seen(397, { checkedAt: NOW - 20 * DAY_MS });
		expect(change(observed, [paid(14, 303)])).toBeNull();
	});
});

describe('the lowest of 90 days', () => {
	const point = (
		ageDays: number,
		priceCents: number | null,
		source: PricePoint['source'] = 'walmart'
	): PricePoint => ({ priceCents, at: NOW - ageDays * DAY_MS, source });
	const lowest = (own: OwnPrice[], live: PricePoint[]) =>
		lowestOf90Days(own, live, NOW)?.priceCents ?? null;

	test('is the least that was paid or seen', () => {
		expect(lowest([paid(14, 303)], [point(10, 348), point(1, 397)])).toBe(303);
		expect(lowest([paid(14, 303)], [point(10, 289), point(1, 397)])).toBe(289);
		expect(lowest([], [])).toBeNull();
	});

	test('leaves out what is older, unless a source still said it when the 90 days began', () => {
		expect(lowest([paid(91, 100), paid(89, 303)], [])).toBe(303);
		expect(lowest([], [point(200, 100), point(120, 289), point(1, 397)])).toBe(289);
		expect(lowest([], [point(120, 289), point(100, null), point(1, 397)])).toBe(397);
	});

	test('leaves out samples, what was taken back, and what had no price', () => {
		expect(lowest([], [point(5, 100, 'embedded')])).toBeNull();
		expect(lowest([], [point(120, 100, 'embedded'), point(5, 397)])).toBe(397);
		expect(lowest([paid(5, 100, { deletedAt: NOW })], [point(3, null)])).toBeNull();
	});

	test('is of equals the latest, in whatever order they come', () => {
		const points = [point(20, 289), point(5, 289), point(10, 289)];
		expect(lowestOf90Days([], points, NOW)).toEqual(point(5, 289));
		expect(lowestOf90Days([], points.reverse(), NOW)).toEqual(point(5, 289));
	});
});
