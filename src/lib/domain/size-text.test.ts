import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { embeddedCatalog } from './catalog.ts';
import type { Unit } from './quantity.ts';
import { formatSize, readSize } from './size-text.ts';

const UNITS: readonly (Unit | null)[] = [
	...(['g', 'kg', 'oz', 'lb', 'ml', 'cl', 'l', 'fl oz', 'pt', 'qt', 'gal', 'sq ft'] as const),
	...(['roll', 'sheet', 'bunch', 'head'] as const),
	null
];
const sizes = fc.record({
	packMilli: fc.integer({ min: 1, max: 999_999_000 }),
	packUnit: fc.constantFrom(...UNITS)
});

test.each([
	['12 oz', 12_000, 'oz'],
	['16.9 FL. OZ.', 16_900, 'fl oz'],
	['Frosted Cupcakes, 8 ct/13.5 oz', 13_500, 'oz'],
	['Bagels, 20 oz, 6 Count', 20_000, 'oz'],
	['Sparkling Water, 6 x 12 fl oz', 72_000, 'fl oz'],
	['Cola, 12 Fl Oz Cans, 12 Pack', 144_000, 'fl oz'],
	['Protein Drink 6-8 fl. oz. Bottles', 48_000, 'fl oz'],
	['Soy Drink, Half Gallon', 500, 'gal'],
	['Muffin Mix, 4 Pouches', 4_000, null],
	['Crescent Rolls, 8 Count (2 Pack)', 8_000, null],
	['Russet Potatoes 2.5 lb Bag', 2_500, 'lb'],
	['Whole Milk, 1 Gal', 1_000, 'gal'],
	['Milk, Half Gallon, 1/2 gal', 500, 'gal'],
	['Ham, 1 1/2 lbs.', 1_500, 'lb'],
	['English Muffins, 9 Count', 9_000, null],
	['Protein Bars, 14g of Protein, 12 Count', 12_000, null],
	['Shake, 30 g protein, 11.5 fl oz', 11_500, 'fl oz'],
	['Large Eggs, 1 Dozen', 12_000, null],
	['Bath Tissue, 12 Mega Rolls, 280 Sheets per Roll', 12_000, 'roll'],
	['Foil, 75 sq. ft.', 75_000, 'sq ft'],
	['Sandwich Bags, 1,000 ct', 1_000_000, null],
	['Cola 2 L bottle', 2_000, 'l'],
	['Seasoning .75-oz packet', 750, 'oz']
] as const)('a pack in "%s" holds what it says', (text, packMilli, packUnit) => {
	expect(readSize(text)).toEqual({ packMilli, packUnit });
});

test.each([
	'',
	'Bananas',
	'2% Milk',
	'7-Grain Bread',
	'Ibuprofen 200 mg',
	'Bars with 7g Protein',
	'0 oz',
	'Snack Cakes, 11.72',
	'Turkey Breast, 2-3 lb',
	'9999999 oz'
])('"%s" says no size', (text) => {
	expect(readSize(text)).toBeNull();
});

describe('for any size', () => {
	test('what is written is read back as the same', () => {
		fc.assert(
			fc.property(sizes, (size) => {
				expect(readSize(formatSize(size))).toEqual(size);
			})
		);
	});

	test('a name before it changes nothing', () => {
		const names = fc.constantFrom('Wheat Bread, ', '100% Juice - ', 'Size 4 Diapers, ', 'A.1. ');
		fc.assert(
			fc.property(names, sizes, (name, size) => {
				expect(readSize(name + formatSize(size))).toEqual(size);
			})
		);
	});

	test('whatever the text, a size is a whole number above nothing, or none', () => {
		const texts = fc.stringMatching(/^[0-9a-z .,/x×½-]{0,40}$/u);
		fc.assert(
			fc.property(texts, (text) => {
				const { packMilli } = readSize(text) ?? { packMilli: 1 };
				expect(Number.isInteger(packMilli) && packMilli > 0).toBe(true);
			})
		);
	});
});

test('every pack of the built-in catalog is read back from its words', () => {
	for (const product of embeddedCatalog().products) {
		const { packMilli, packUnit } = product;
		expect(readSize(formatSize(product))).toEqual({ packMilli, packUnit });
	}
});
