import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costOfPacks, formatOwnPrice, singleOfDeal } from './multi-buy.ts';
import type { MultiBuy } from './own-price.ts';

const TWO_FOR_FIVE: MultiBuy = { count: 2, cents: 500 };
const TAG = { priceCents: 279, multiBuy: TWO_FOR_FIVE };
const deal: fc.Arbitrary<MultiBuy> = fc.record({
	count: fc.integer({ min: 2, max: 99 }),
	cents: fc.integer({ min: 1, max: 100_000 })
});
const single = fc.integer({ min: 1, max: 100_000 });
const packs = fc.integer({ min: 0, max: 1_000 });

test.each([
	[1_000, 279],
	[2_000, 500],
	[3_000, 779],
	[4_000, 1_000],
	[7_000, 1_779]
])('%d thousandths of a pack at 2 for $5 and $2.79 each cost %d cents', (milli, cents) => {
	expect(costOfPacks(TAG, milli)).toBe(cents);
});

test('a part of a pack never completes a deal, and costs its part of a single one', () => {
	expect(costOfPacks(TAG, 1_999)).toBe(558);
	expect(costOfPacks(TAG, 1_500)).toBe(419);
	expect(costOfPacks(TAG, 2_500)).toBe(500 + 140);
});

test('a deal that names no price for one has one, rounded up', () => {
	expect(singleOfDeal({ count: 3, cents: 1_000 })).toBe(334);
	expect(singleOfDeal(TWO_FOR_FIVE)).toBe(250);
});

test('a deal is counted per full group, and the rest one by one', () => {
	fc.assert(
		fc.property(single, deal, packs, (each, multiBuy, count) => {
			let expected = 0;
			let open = count;
			for (; open >= multiBuy.count; open -= multiBuy.count) expected += multiBuy.cents;
			expect(costOfPacks({ priceCents: each, multiBuy }, count * 1_000)).toBe(
				expected + open * each
			);
		})
	);
});

test('a deal never costs more than buying one by one, when the deal is one', () => {
	fc.assert(
		fc.property(deal, packs, (multiBuy, count) => {
			const each = singleOfDeal(multiBuy);
			expect(costOfPacks({ priceCents: each, multiBuy }, count * 1_000)).toBeLessThanOrEqual(
				each * count
			);
		})
	);
});

test('one more pack is never cheaper exactly where all but one of a deal cost no more than the deal', () => {
	fc.assert(
		fc.property(single, deal, (each, multiBuy) => {
			const costs = Array.from({ length: multiBuy.count * 2 + 1 }, (_none, count) =>
				costOfPacks({ priceCents: each, multiBuy }, count * 1_000)
			);
			const rises = costs.every((cents, i) => i === 0 || cents >= (costs[i - 1] ?? NaN));
			expect(rises).toBe((multiBuy.count - 1) * each <= multiBuy.cents);
		})
	);
});

test('without a deal it is packs times the price of one', () => {
	expect(costOfPacks({ priceCents: 58, multiBuy: null }, 2_500)).toBe(145);
});

test('a deal is shown as the shelf says it, and the price of one only where it is not its part', () => {
	const multiBuy = { count: 2, cents: 500 };
	expect(formatOwnPrice({ priceCents: 348, multiBuy: null })).toBe('$3.48');
	expect(formatOwnPrice({ priceCents: 250, multiBuy })).toBe('2 for $5.00');
	expect(formatOwnPrice({ priceCents: 279, multiBuy })).toBe('2 for $5.00, $2.79 each');
});
