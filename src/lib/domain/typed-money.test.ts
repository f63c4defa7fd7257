import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMoney } from './money.ts';
import { MAX_CENTS, parseMoney } from './typed-money.ts';

test.each([
	['3', 300],
	['$1,234.50', 123_450],
	['$ 2.5', 250],
	['.99', 99],
	['3,50', 350],
	['99¢', 99],
	['58 cents', 58],
	['0', 0],
	['99999.99', MAX_CENTS]
])('%j is an amount of money', (text, cents) => {
	expect(parseMoney(text)).toBe(cents);
});

test.each(['', '$', '.', '-1', '1.234', '100000', '1 2', '3 gal', '1e3', '12,34,567'])(
	'%j is none',
	(text) => {
		expect(parseMoney(text)).toBeNull();
	}
);

test('what is shown is read back as the same amount', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: MAX_CENTS }), (cents) => {
			expect(parseMoney(formatMoney(cents))).toBe(cents);
		})
	);
});

test('a field may take larger or smaller amounts', () => {
	expect(parseMoney('100000', 10_000_000)).toBe(10_000_000);
	expect(parseMoney('1.01', 100)).toBeNull();
});
