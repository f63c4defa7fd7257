import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMoney, multiplyCents, spellMoney, taxOn } from './money.ts';
import { MAX_CENTS } from './typed-money.ts';

test.each([
	[123_450, '$1,234.50', '1234 dollars 50'],
	[696, '$6.96', '6 dollars 96'],
	[145, '$1.45', '1 dollar 45'],
	[205, '$2.05', '2 dollars 5'],
	[58, '$0.58', '58 cents'],
	[1, '$0.01', '1 cent'],
	[200, '$2.00', '2 dollars'],
	[0, '$0.00', '0 dollars'],
	[-320, '-$3.20', 'minus 3 dollars 20']
])('%d cents are shown as %s and said as "%s"', (cents, shown, said) => {
	expect(formatMoney(cents)).toBe(shown);
	expect(spellMoney(cents)).toBe(said);
});

test('half a cent is rounded up, anything less down', () => {
	expect([multiplyCents(1, 500), multiplyCents(1, 499), multiplyCents(3, 1_500)]).toEqual([
		1, 0, 5
	]);
	expect(multiplyCents(58, 2_500)).toBe(145);
});

test('a product is exact and rounded half up once, however large', () => {
	const cents = fc.integer({ min: 0, max: MAX_CENTS });
	const milli = fc.integer({ min: 1, max: 999_999_000 });
	fc.assert(
		fc.property(cents, milli, (each, amount) => {
			const exact = (BigInt(each) * BigInt(amount) + 500n) / 1_000n;
			expect(multiplyCents(each, amount)).toBe(Number(exact));
		})
	);
});

test.each([
	[1_000, 825, 83],
	[1_147, 825, 95],
	[1_000, 0, 0],
	[5_000, 1, 1],
	[4_999, 1, 0],
	[1_000, 10_000, 1_000]
])('the tax on %d cents at %d basis points is %d cents', (cents, basisPoints, tax) => {
	expect(taxOn(cents, basisPoints)).toBe(tax);
});

test('tax is exact and rounded half up once, however large', () => {
	const cents = fc.integer({ min: 0, max: 2 ** 48 });
	const basisPoints = fc.integer({ min: 0, max: 10_000 });
	fc.assert(
		fc.property(cents, basisPoints, (amount, rate) => {
			expect(taxOn(amount, rate)).toBe(Number((BigInt(amount) * BigInt(rate) + 5_000n) / 10_000n));
		})
	);
});
