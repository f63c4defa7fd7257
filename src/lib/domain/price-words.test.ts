import { expect, test } from 'vitest';
import { bestPrice, type RowPrice } from './best-price.ts';
import type { OwnPrice } from './own-price.ts';
import { describePrice, formatMoment } from './price-words.ts';
import type { PriceObservation } from './price.ts';

const NOW = new Date(2026, 10, 23, 14, 16).getTime();
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

function seen(change: Partial<PriceObservation> = {}): RowPrice {
	const observed: PriceObservation = {
		productId: 'wm_1',
		priceCents: 348,
		unitPrice: null,
		availability: 'available',
		source: 'walmart',
		tier: 'device',
		checkedAt: NOW - 2 * MINUTE_MS,
		changedAt: NOW - 9 * DAY_MS,
		stale: false,
		...change
	};
	return priceOf(null, observed);
}

function paid(change: Partial<OwnPrice> = {}): RowPrice {
	const own: OwnPrice = {
		id: 'p',
		listId: 'l',
		rev: 1,
		stamps: { $: [1, NOW - 3 * DAY_MS, 'phone'] },
		productId: 'wm_1',
		norm: 'milk',
		priceCents: 303,
		multiBuy: null,
		store: 'Walmart Main St',
		source: 'manual',
		deletedAt: null,
		...change
	};
	return priceOf(own, null);
}

function priceOf(own: OwnPrice | null, observed: PriceObservation | null): RowPrice {
	const { shown } = bestPrice(own, observed);
	if (!shown) throw new Error('a price that says nothing');
	return shown;
}

test('a price of a store says who, when to the minute, how long ago, and since when it is the same', () => {
	expect(describePrice(seen(), NOW)).toBe(
		'Walmart. Checked today at 2:14 PM, 2 min ago. Same price since Nov 14.'
	);
	expect(describePrice(seen({ changedAt: NOW - 5 * MINUTE_MS }), NOW)).not.toContain('Same');
	expect(describePrice(seen({ checkedAt: NOW - 3 * DAY_MS }), NOW)).toBe(
		'Walmart. Checked on Nov 20 at 2:16 PM, so it is 3 days old. Same price since Nov 14.'
	);
});

test('a sample is called one, and no store and no time is named', () => {
	expect(describePrice(seen({ source: 'embedded', checkedAt: 0 }), NOW)).toBe(
		'A sample price: it comes with this app, not from a store.'
	);
});

test('what a store does not have says so, with the last price', () => {
	expect(describePrice(seen({ availability: 'unavailable' }), NOW)).toBe(
		'Walmart: not available. The last price was $3.48. Checked today at 2:14 PM.'
	);
});

test('a price of the household says by whom, when and where', () => {
	expect(describePrice(paid(), NOW, 'Ben')).toBe(
		'Set by Ben on Nov 20 at 2:16 PM, at Walmart Main St.'
	);
	expect(describePrice(paid({ store: '', source: 'receipt' }), NOW)).toBe(
		'From a receipt, noted by you on Nov 20 at 2:16 PM.'
	);
});

test('yesterday is called so, and another year is named', () => {
	expect(formatMoment(NOW - DAY_MS, NOW)).toBe('yesterday at 2:16 PM');
	expect(formatMoment(NOW - 365 * DAY_MS, NOW)).toBe('on Nov 23, 2025 at 2:16 PM');
});
