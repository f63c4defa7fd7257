import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatOwnPrice, singleOfDeal, type ShelfPrice } from './multi-buy.ts';
import { MAX_CENTS } from './typed-money.ts';
import { parseOwnPrice } from './typed-price.ts';

test.each([
	['3.48', 348],
	['$3.48', 348],
	[' 3 ', 300],
	['99c', 99],
	['99¢', 99],
	['3,50', 350],
	['$1,234.50', 123_450],
	['99999.99', MAX_CENTS]
])('%j is the price of one', (text, priceCents) => {
	expect(parseOwnPrice(text)).toEqual({ price: { priceCents, multiBuy: null } });
});

test.each([
	['2 for 5', 250, 2, 500],
	['2 FOR $5.00', 250, 2, 500],
	['3/$10', 334, 3, 1_000],
	['3/10', 334, 3, 1_000],
	['10 / $10', 100, 10, 1_000],
	['4 for 99c', 25, 4, 99],
	['2for5', 250, 2, 500],
	['2 for $5, $2.79 each', 279, 2, 500],
	['2 for 5 or 2.79 ea', 279, 2, 500],
	['2 for $1,234.50', 61_725, 2, 123_450]
])('%j is %d cents for one, and %d for %d together', (text, priceCents, count, cents) => {
	expect(parseOwnPrice(text)).toEqual({ price: { priceCents, multiBuy: { count, cents } } });
});

test.each([
	['', 'Type a price'],
	['  ', 'Type a price'],
	['-3', 'below zero'],
	['$-3.48', 'below zero'],
	['−1', 'below zero'],
	['3.485', 'two digits after the point'],
	['$0.999', 'two digits after the point'],
	['0', 'above zero'],
	['$0.00', 'above zero'],
	['100000', 'at most $99,999.99'],
	['1000000000', 'at most $99,999.99'],
	['$1,000,000', 'at most $99,999.99'],
	['NaN', 'no price'],
	['1e9', 'no price'],
	['Infinity', 'no price'],
	['3 gal', 'no price'],
	['3.48.1', 'no price'],
	['2 for', 'Type a price'],
	['2 for 0', 'above zero'],
	['2 for -5', 'below zero'],
	['2 for 5.005', 'two digits after the point'],
	['2 for 5, 0 each', 'above zero'],
	['1 for 3', 'A deal is for 2 to 99'],
	['0/5', 'A deal is for 2 to 99'],
	['100 for 5', 'A deal is for 2 to 99'],
	['for 5', 'no price'],
	['2 for 5' + ' or 5'.repeat(30), 'no price']
])('%j is none, and the sentence says: %s', (text, words) => {
	const reading = parseOwnPrice(text);
	expect('problem' in reading ? reading.problem : reading).toContain(words);
});

test('whatever is typed gives a price in its bounds or a sentence', () => {
	const digits = fc.string({
		unit: fc.constantFrom(...'0123456789.,$¢c/-e for each'),
		maxLength: 20
	});
	fc.assert(
		fc.property(fc.oneof(digits, fc.string({ unit: 'binary' })), (text) => {
			const reading = parseOwnPrice(text);
			if ('problem' in reading) {
				expect(reading.problem).toMatch(/\.$/);
				return;
			}
			const { priceCents, multiBuy } = reading.price;
			for (const cents of [priceCents, multiBuy?.cents ?? 1]) {
				expect(Number.isSafeInteger(cents)).toBe(true);
				expect(cents).toBeGreaterThanOrEqual(1);
				expect(cents).toBeLessThanOrEqual(MAX_CENTS);
			}
			expect(multiBuy?.count ?? 2).toBeGreaterThanOrEqual(2);
		}),
		{ numRuns: 1_000 }
	);
});

const cents = fc.integer({ min: 1, max: MAX_CENTS });
const anyPrice: fc.Arbitrary<ShelfPrice> = fc.record({
	priceCents: cents,
	multiBuy: fc.option(fc.record({ count: fc.integer({ min: 2, max: 99 }), cents }))
});

test('what is shown is read back as the same price', () => {
	fc.assert(
		fc.property(anyPrice, fc.boolean(), ({ priceCents, multiBuy }, isPart) => {
			const price = {
				priceCents: isPart && multiBuy ? singleOfDeal(multiBuy) : priceCents,
				multiBuy
			};
			expect(parseOwnPrice(formatOwnPrice(price))).toEqual({ price });
		})
	);
});
