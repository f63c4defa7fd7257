import { describe, expect, test } from 'vitest';
import { parseCatalogCsv } from './catalog-csv.ts';
import { EMBEDDED_CSV } from './catalog-data.ts';
import { foldWords } from './item.ts';
import type { Product } from './product.ts';
import { dimensionOf } from './quantity.ts';

interface Department {
	/** Cents that one pack may cost (for goods sold by weight, one pound): a slipped decimal point falls out. */
	readonly cents: readonly [least: number, most: number];
	readonly isFood: boolean;
	readonly aisles: readonly string[];
}

/** Where things stand, with sample prices that are possible there. */
const DEPARTMENTS: Readonly<Record<string, Department>> = {
	Produce: {
		cents: [25, 900],
		isFood: true,
		aisles: [
			'Fresh Fruit',
			'Fresh Vegetables',
			'Packaged Salads',
			'Packaged & Canned Vegetables, Fruit & Beans'
		]
	},
	'Bakery & Bread': {
		cents: [90, 3_000],
		isFood: true,
		aisles: ['Sliced Bread', 'Rolls, Buns & Tortillas', 'Bagels & Muffins', 'Cakes & Pies']
	},
	'Meat & Seafood': {
		cents: [60, 3_000],
		isFood: true,
		aisles: ['Fresh Meat', 'Bacon & Sausage', 'Packaged Meat', 'Deli', 'Seafood']
	},
	'Dairy & Eggs': {
		cents: [50, 1_100],
		isFood: true,
		aisles: [
			'Milk & Alternatives',
			'Eggs',
			'Butter & Margarine',
			'Cheese',
			'Yogurt',
			'Sour Cream',
			'Other Dairy'
		]
	},
	Pantry: {
		cents: [30, 1_300],
		isFood: true,
		aisles: [
			'Canned Vegetables, Fruit & Beans',
			'Soup & Broth',
			'Sauces & Condiments',
			'Dressings, Mayo & Oils',
			'Cooking Oils, Sugar & Basics',
			'Baking',
			'Spices & Seasonings',
			'Peanut Butter, Jam & Honey',
			'Macaroni & Cheese',
			'Pasta & Noodles',
			'Rice & Grains',
			'Dried Fruit & Beans',
			'Pancake & Syrup',
			'Other Staples'
		]
	},
	'Breakfast & Cereal': {
		cents: [150, 700],
		isFood: true,
		aisles: ['Cereal & Granola', 'Breakfast Foods']
	},
	Snacks: {
		cents: [80, 1_500],
		isFood: true,
		aisles: [
			'Chips',
			'Crackers & Snack Mixes',
			'Popcorn',
			'Bars',
			'Cookies',
			'Pudding & Gelatin',
			'Nuts & Seeds',
			'Jerky',
			'Dips & Salsa',
			'Snacks',
			'Candy & Pastries'
		]
	},
	Beverages: {
		cents: [90, 3_000],
		isFood: true,
		aisles: [
			'Juice',
			'Shakes & Drink Mixes',
			'Soda, Water & Energy',
			'Coffee',
			'Tea',
			'Beer & Wine'
		]
	},
	Frozen: {
		cents: [90, 1_500],
		isFood: true,
		aisles: [
			'Frozen Vegetables & Fruit',
			'Prepared Meals',
			'Frozen Meat',
			'Pizza',
			'Frozen Breakfast',
			'Frozen Meals & Sides',
			'Frozen Bakery',
			'Ice Cream & Desserts',
			'Ice'
		]
	},
	Baby: { cents: [90, 4_000], isFood: false, aisles: ['Baby Food', 'Diapering'] },
	Pet: { cents: [60, 5_000], isFood: false, aisles: ['Dog', 'Cat', 'Other Pets'] },
	'Paper & Cleaning': {
		cents: [120, 2_000],
		isFood: false,
		aisles: ['Paper Goods', 'Cleaning', 'Laundry']
	},
	'Personal Care': {
		cents: [120, 2_000],
		isFood: false,
		aisles: ['Bath & Body', 'Hair & Oral', 'Feminine Care']
	},
	Health: { cents: [120, 2_000], isFood: false, aisles: ['Pharmacy'] },
	'Home & Other': { cents: [80, 2_500], isFood: false, aisles: ['Household'] }
};
const TAXED_FOOD_AISLES = ['Candy & Pastries', 'Soda, Water & Energy', 'Beer & Wine'];

const products = parseCatalogCsv(EMBEDDED_CSV);
const isCounted = ({ packUnit }: Product): boolean =>
	packUnit === null || ['roll', 'sheet', 'bunch', 'head'].includes(packUnit);

/** Names of the rows that break a rule, so that a failure says which. */
const offenders = (isBroken: (product: Product) => boolean): string[] =>
	products.filter(isBroken).map(({ name }) => name);

describe('words', () => {
	test('an id is a stable slug of its own', () => {
		expect(offenders(({ id }) => !/^gen_[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
		expect(new Set(products.map(({ id }) => id)).size).toBe(products.length);
	});

	test('names are in sentence case, aliases in lower case, and no field has stray spaces', () => {
		expect(offenders(({ name }) => /^\p{Ll}/u.test(name))).toEqual([]);
		expect(
			offenders(({ aliases }) => aliases.some((alias) => alias !== alias.toLowerCase()))
		).toEqual([]);
		expect(
			offenders(({ name, aliases, department, aisle }) =>
				[name, ...aliases, department, aisle].some((text) => !/^\S+(?: \S+)*$/.test(text))
			)
		).toEqual([]);
	});

	test('no phrase, folded, is said by two products or twice by one', () => {
		const owners = new Map<string, string[]>();
		for (const { id, name, aliases } of products)
			for (const phrase of [name, ...aliases].map((text) => foldWords(text).join(' ')))
				owners.set(phrase, [...(owners.get(phrase) ?? []), id]);
		expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([]);
	});
});

describe('places, prices and tax', () => {
	test('every row stands in an aisle of its department', () => {
		expect(
			offenders(({ department, aisle }) => !DEPARTMENTS[department]?.aisles.includes(aisle))
		).toEqual([]);
	});

	test('every sample price is possible in its department', () => {
		expect(
			offenders(({ department, sampleCents }) => {
				const [least, most] = DEPARTMENTS[department]?.cents ?? [Infinity, 0];
				return sampleCents === null || sampleCents < least || sampleCents > most;
			})
		).toEqual([]);
	});

	test('food is untaxed but for sweets and drinks, and all the rest is taxed but for baby food', () => {
		expect(
			offenders(({ department, aisle, taxable }) =>
				DEPARTMENTS[department]?.isFood
					? taxable && !TAXED_FOOD_AISLES.includes(aisle)
					: !taxable && aisle !== 'Baby Food'
			)
		).toEqual([]);
	});
});

describe('packs', () => {
	test('a pack is counted, weighed, measured or covers an area', () => {
		const measures = ['gal', 'qt', 'pt', 'l', 'fl oz', 'oz', 'lb', 'sq ft'];
		expect(offenders((any) => !isCounted(any) && !measures.includes(any.packUnit ?? ''))).toEqual(
			[]
		);
	});

	test('a count is whole', () => {
		expect(offenders((any) => isCounted(any) && any.packMilli % 1_000 !== 0)).toEqual([]);
	});

	test('goods sold by weight are priced by the pound', () => {
		expect(
			offenders(
				(any) => any.soldBy === 'weight' && (any.packMilli !== 1_000 || any.packUnit !== 'lb')
			)
		).toEqual([]);
	});

	test('a counted pack says whether a plain number means pieces or packs', () => {
		expect(offenders((any) => isCounted(any) && any.countedAs === null)).toEqual([]);
	});

	test('other goods count in pieces exactly when a piece has a weight', () => {
		expect(
			offenders(
				(any) => !isCounted(any) && any.countedAs !== (any.pieceGrams === null ? null : 'piece')
			)
		).toEqual([]);
		expect(
			offenders(
				(any) => any.pieceGrams !== null && !isCounted(any) && dimensionOf(any.packUnit) !== 'mass'
			)
		).toEqual([]);
	});
});
