import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	addQuantities,
	convertMilli,
	dimensionOf,
	formatQuantity,
	parseDecimalMilli,
	spellQuantity,
	type Quantity,
	type Unit
} from './quantity.ts';
import { parseUnit } from './unit-words.ts';

const UNITS: readonly Unit[] = [
	...(['mg', 'g', 'kg', 'oz', 'lb'] as const),
	...(['ml', 'cl', 'dl', 'l', 'tsp', 'tbsp', 'fl oz', 'cup', 'pt', 'qt', 'gal'] as const),
	...(['dozen', 'pair', 'sq ft', 'bag', 'box', 'bunch', 'can', 'loaf', 'leaf', 'head'] as const)
];
const unitOrNone = fc.constantFrom(null, ...UNITS);
const anyQuantity: fc.Arbitrary<Quantity> = fc.record({
	milli: fc.integer({ min: 1, max: 999_999_000 }),
	unit: unitOrNone
});

describe('units', () => {
	test.each([
		['lbs.', 'lb'],
		['Pounds', 'lb'],
		['fl. oz.', 'fl oz'],
		['fl.oz', 'fl oz'],
		['Fluid Ounces', 'fl oz'],
		['ounces', 'oz'],
		['litres', 'l'],
		['kilos', 'kg'],
		['doz', 'dozen'],
		['tins', 'can'],
		['tub', 'container'],
		['packets', 'package'],
		['Boxes', 'box'],
		['loaves', 'loaf'],
		['square-feet', 'sq ft']
	])('%s is read as %s', (word, unit) => {
		expect(parseUnit(word)).toBe(unit);
	});

	test('a capital T is a tablespoon, a small t a teaspoon, and case matters nowhere else', () => {
		expect([parseUnit('T'), parseUnit('t'), parseUnit('T.')]).toEqual(['tbsp', 'tsp', 'tbsp']);
		expect([parseUnit('TBSP'), parseUnit('Tsp')]).toEqual(['tbsp', 'tsp']);
	});

	test.each(['', ' ', '.', 'milk', 'each', 'ct', 'toString', 'inch'])('%j is no unit', (word) => {
		expect(parseUnit(word)).toBeNull();
	});

	test('the words a unit is shown and spoken with are read back as that unit', () => {
		fc.assert(
			fc.property(anyQuantity, (quantity) => {
				for (const text of [formatQuantity(quantity), spellQuantity(quantity)]) {
					const [amount = '', ...words] = text.split(' ');
					expect(parseDecimalMilli(amount)).toBe(quantity.milli);
					expect(parseUnit(words.join(' '))).toBe(quantity.unit);
				}
			})
		);
	});
});

describe('conversion', () => {
	test.each([
		[1_000, 'lb', 'oz', 16_000],
		[1_000, 'lb', 'g', 453_592.37],
		[1_000, 'oz', 'g', 28_349.523125],
		[1_000, 'fl oz', 'ml', 29_573.5295625],
		[1_000, 'gal', 'fl oz', 128_000],
		[1_000, 'qt', 'pt', 2_000],
		[2_000, 'cup', 'pt', 1_000],
		[3_000, 'tsp', 'tbsp', 1_000],
		[1_000, 'kg', 'mg', 1_000_000_000],
		[2_000, 'dozen', null, 24_000],
		[3_000, null, 'pair', 1_500]
	] as const)('%d thousandths of %s are exactly that many of %s', (milli, from, to, result) => {
		expect(convertMilli(milli, from, to)).toBe(result);
	});

	test.each([
		['oz', 'fl oz'],
		[null, 'g'],
		['bag', 'box'],
		['can', null],
		['sq ft', 'lb']
	] as const)('%s and %s never convert', (from, to) => {
		expect(convertMilli(1_000, from, to)).toBeNull();
	});

	test('there and back is where it began', () => {
		fc.assert(
			fc.property(anyQuantity, unitOrNone, ({ milli, unit }, other) => {
				const there = convertMilli(milli, unit, other);
				if (there === null) return;
				const back = convertMilli(there, other, unit) ?? NaN;
				expect(Math.abs(back - milli) / milli).toBeLessThan(1e-12);
			})
		);
	});
});

describe('addition', () => {
	test('amounts of one dimension add up in the unit of the first, to a thousandth; others never do', () => {
		fc.assert(
			fc.property(anyQuantity, anyQuantity, (a, b) => {
				const sum = addQuantities(a, b);
				if (dimensionOf(a.unit) !== dimensionOf(b.unit)) {
					expect(sum).toBeNull();
					return;
				}
				expect(sum?.unit).toBe(a.unit);
				const added = convertMilli(b.milli, b.unit, a.unit) ?? NaN;
				expect(Math.abs((sum?.milli ?? NaN) - a.milli - added)).toBeLessThanOrEqual(0.5);
			})
		);
	});

	test('1 and 300 g stay two parts', () => {
		expect(addQuantities({ milli: 1_000, unit: null }, { milli: 300_000, unit: 'g' })).toBeNull();
	});

	test('8 oz more make 1.5 lb of 1 lb', () => {
		expect(addQuantities({ milli: 1_000, unit: 'lb' }, { milli: 8_000, unit: 'oz' })).toEqual({
			milli: 1_500,
			unit: 'lb'
		});
	});
});

describe('words', () => {
	test.each([
		[2_000, 'gal', '2 gal', '2 gallons'],
		[1_000, 'gal', '1 gal', '1 gallon'],
		[2_500, 'lb', '2.5 lb', '2.5 pounds'],
		[1_000, 'dozen', '1 dozen', '1 dozen'],
		[2_000, 'dozen', '2 dozen', '2 dozen'],
		[3_000, 'box', '3 boxes', '3 boxes'],
		[1_000, 'bunch', '1 bunch', '1 bunch'],
		[2_000, 'leaf', '2 leaves', '2 leaves'],
		[500, 'cup', '0.5 cups', '0.5 cups'],
		[10_000, 'fl oz', '10 fl oz', '10 fluid ounces'],
		[4_000, null, '4', '4']
	] as const)(
		'%d thousandths of %s are shown as "%s" and said as "%s"',
		(milli, unit, shown, said) => {
			expect(formatQuantity({ milli, unit })).toBe(shown);
			expect(spellQuantity({ milli, unit })).toBe(said);
		}
	);
});

describe('the amount field', () => {
	test.each([
		['2', 2_000],
		['2.5', 2_500],
		['.5', 500],
		['2.', 2_000],
		[' 1,5 ', 1_500],
		['1,200', 1_200_000],
		['0,500', 500],
		['1/2', 500],
		['1 1/2', 1_500],
		['1½', 1_500],
		['¾', 750],
		['1/3', 333],
		['0.001', 1],
		['999999', 999_999_000]
	])('%j is an amount', (text, milli) => {
		expect(parseDecimalMilli(text)).toBe(milli);
	});

	test.each([
		'',
		'.',
		'0',
		'0.0',
		'1000000',
		'999,999.5',
		'1.2345',
		'-1',
		'1e3',
		'1/0',
		'1 2',
		'2 gal',
		'1.2.3',
		'٣'
	])('%j is none', (text) => {
		expect(parseDecimalMilli(text)).toBeNull();
	});
});
