import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { embeddedCatalog } from './catalog.ts';
import { lineFor, packsFor } from './packs.ts';
import type { PriceObservation } from './price.ts';
import type { Product } from './product.ts';
import type { Quantity, Unit } from './quantity.ts';
import { samplePrice } from './sample-price.ts';

const catalog = embeddedCatalog();
const { products } = catalog;

function product(name: string): Product {
	const found = catalog.match(name);
	if (!found) throw new Error(`the catalog has no ${name}`);
	return found;
}

const amount = (count: number, unit: Unit | null = null): Quantity => ({
	milli: count * 1_000,
	unit
});
const packs = (count: number, unit: Unit | null, name: string): number =>
	packsFor(amount(count, unit), product(name)).milli / 1_000;
const isGuess = (count: number, unit: Unit | null, name: string): boolean =>
	packsFor(amount(count, unit), product(name)).approximate;

function priced(name: string, priceCents: number | null): PriceObservation {
	const sample = samplePrice(product(name));
	if (!sample) throw new Error(`${name} has no sample price`);
	return { ...sample, priceCents };
}

describe('whole packs', () => {
	test.each([
		[2, 'gal', 'milk', 2],
		[2, null, 'milk', 2],
		[2, 'cup', 'milk', 1],
		[5, 'qt', 'milk', 2],
		[500, 'g', 'flour', 1],
		[12, 'lb', 'flour', 3],
		[1, 'dozen', 'eggs', 1],
		[2, 'dozen', 'eggs', 2],
		[12, null, 'eggs', 1],
		[13, null, 'eggs', 2],
		[1, null, 'eggs', 1],
		[4, null, 'avocados', 4],
		[2, null, 'paper towels', 2],
		[12, 'roll', 'paper towels', 2],
		[2, 'head', 'garlic', 2],
		[1, 'bunch', 'celery', 1],
		[4, 'ear', 'sweet corn', 4],
		[1.5, null, 'milk', 2]
	] as const)('%d %s of %s are bought as %d, for certain', (count, unit, name, result) => {
		expect(packs(count, unit, name)).toBe(result);
		expect(isGuess(count, unit, name)).toBe(false);
	});

	test.each([
		[3, 'box', 'mac and cheese', 3],
		[2, 'can', 'crushed tomatoes', 2],
		[2, 'carton', 'eggs', 2],
		[2, 'bottle', 'ketchup', 2],
		[24, 'bottle', 'bottled water', 1],
		[24, 'can', 'cola', 2],
		[2, 'case', 'cola', 2]
	] as const)(
		'%d %s of %s are %d packs: a container is the pack, or a piece of a multipack',
		(count, unit, name, result) => {
			expect(packs(count, unit, name)).toBe(result);
		}
	);

	test('454 g is one pack of a pound, because labels round; half a pack more is another pack', () => {
		expect(packs(454, 'g', 'spaghetti')).toBe(1);
		expect(packs(1.5, 'lb', 'spaghetti')).toBe(2);
	});

	test('four potatoes are one bag, not four', () => {
		expect(packs(4, null, 'potatoes')).toBe(1);
		expect(isGuess(4, null, 'potatoes')).toBe(false);
	});

	test('an average weight that could go either way is a guess', () => {
		expect(isGuess(11, null, 'potatoes')).toBe(true);
		expect(packs(2, 'lb', 'limes')).toBe(14);
		expect(isGuess(2, 'lb', 'limes')).toBe(true);
	});

	test.each([
		[2, 'cup', 'flour'],
		[3, 'clove', 'garlic'],
		[8, 'oz', 'milk'],
		[2, 'fillet', 'honey']
	] as const)(
		'%d %s of %s cannot be converted, so it is one pack as a guess',
		(count, unit, name) => {
			expect(packs(count, unit, name)).toBe(1);
			expect(isGuess(count, unit, name)).toBe(true);
		}
	);

	test('whatever is asked of a product sold by the pack, whole packs are bought, and at least one', () => {
		const units: readonly (Unit | null)[] = [
			null,
			'g',
			'lb',
			'cup',
			'gal',
			'dozen',
			'bag',
			'head',
			'slice'
		];
		fc.assert(
			fc.property(
				fc.constantFrom(...products.filter((any) => any.soldBy === 'each')),
				fc.integer({ min: 1, max: 999_999_000 }),
				fc.constantFrom(...units),
				(any, milli, unit) => {
					const bought = packsFor({ milli, unit }, any).milli;
					expect(bought).toBeGreaterThanOrEqual(1_000);
					expect(bought % 1_000).toBe(0);
				}
			)
		);
	});

	test('packs of the same unit hold what was asked, and one fewer would not', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(
					...products.filter((any) => any.soldBy === 'each' && any.packUnit !== null)
				),
				fc.integer({ min: 1, max: 9_999_000 }),
				(any, milli) => {
					const bought = packsFor({ milli, unit: any.packUnit }, any).milli / 1_000;
					expect(bought * any.packMilli).toBeGreaterThanOrEqual(milli);
					expect((bought - 1) * any.packMilli).toBeLessThan(milli);
				}
			)
		);
	});
});

describe('goods sold by weight', () => {
	test('any weight can be bought, and the scale decides what it comes to', () => {
		expect(packs(2.5, 'lb', 'bananas')).toBe(2.5);
		expect(packs(500, 'g', 'bananas')).toBe(1.102);
		expect(isGuess(2.5, 'lb', 'bananas')).toBe(true);
	});

	test('pieces weigh what they weigh on average', () => {
		expect(packs(4, null, 'bananas')).toBe(1.041);
		expect(isGuess(4, null, 'bananas')).toBe(true);
	});

	test('a plain number of something without pieces is that many pounds', () => {
		expect(packs(2, null, 'ground beef')).toBe(2);
	});

	test('a container of them has no weight anybody knows: one pound, as a guess', () => {
		expect(packs(3, 'bunch', 'bananas')).toBe(1);
		expect(isGuess(3, 'bunch', 'bananas')).toBe(true);
	});
});

describe('the weight of a piece', () => {
	const weighing = (count: number, grams: number | null, name: string): number =>
		packsFor(amount(count), product(name), grams).milli / 1_000;

	test('that a row gives takes the place of the average, and null leaves it', () => {
		expect(weighing(4, 227, 'bananas')).toBe(2.002);
		expect(weighing(4, null, 'bananas')).toBe(packs(4, null, 'bananas'));
		expect(weighing(9, 500, 'potatoes')).toBe(2);
		expect(packsFor(amount(2, 'lb'), product('limes'), 453.59237).milli).toBe(2_000);
	});

	test('makes a plain number count pieces of what is sold by weight', () => {
		expect(product('ground beef').pieceGrams).toBeNull();
		expect(weighing(2, 113.4, 'ground beef')).toBe(0.5);
	});

	test('leaves packs packs, and a weight that was written as it is', () => {
		expect(weighing(2, 100, 'flour')).toBe(2);
		expect(weighing(2, 100, 'milk')).toBe(2);
		expect(weighing(2, 100, 'paper towels')).toBe(2);
		expect(packsFor(amount(2.5, 'lb'), product('bananas'), 300).milli).toBe(2_500);
	});

	test('that is greater never makes it fewer pounds or packs', () => {
		const grams = fc.double({ min: 0.1, max: 100_000, noNaN: true });
		fc.assert(
			fc.property(
				fc.constantFrom(
					...products.filter((any) => any.packUnit === 'lb' || any.packUnit === 'oz')
				),
				fc.integer({ min: 1, max: 99 }),
				grams,
				grams,
				(any, count, one, other) => {
					const [light, heavy] = one < other ? [one, other] : [other, one];
					expect(packsFor(amount(count), any, heavy).milli).toBeGreaterThanOrEqual(
						packsFor(amount(count), any, light).milli
					);
				}
			)
		);
	});
});

describe('a line', () => {
	test('costs its packs times the price of one, rounded half up once', () => {
		expect(lineFor(amount(2, 'gal'), product('milk'), priced('milk', 348))).toEqual({
			cents: 696,
			approximate: false,
			packs: { milli: 2_000, approximate: false },
			eachCents: 348,
			multiBuy: null
		});
		expect(lineFor(amount(2.5, 'lb'), product('bananas'), priced('bananas', 58))).toMatchObject({
			cents: 145,
			approximate: true
		});
	});

	test('without a product, a price, or the thing in the store, has no total rather than zero', () => {
		const milk = product('milk');
		const gone: PriceObservation = { ...priced('milk', 348), availability: 'unavailable' };
		expect(lineFor(amount(1), null, priced('milk', 348)).cents).toBeNull();
		expect(lineFor(amount(1), milk, null).cents).toBeNull();
		expect(lineFor(amount(1), milk, priced('milk', null)).cents).toBeNull();
		expect(lineFor(amount(1), milk, gone)).toEqual({
			cents: null,
			approximate: false,
			packs: { milli: 1_000, approximate: false },
			eachCents: null,
			multiBuy: null
		});
	});

	test('takes the deal for whole packs of it, and the price of one for the rest', () => {
		const deal = { ...priced('milk', 348), multiBuy: { count: 2, cents: 600 } };
		expect(lineFor(amount(5, 'gal'), product('milk'), deal)).toMatchObject({
			cents: 1_548,
			eachCents: 348,
			multiBuy: deal.multiBuy
		});
		const perPound = { ...priced('bananas', 60), multiBuy: { count: 2, cents: 100 } };
		expect(lineFor(amount(2.5, 'lb'), product('bananas'), perPound).cents).toBe(130);
	});

	test('of what has no product costs an own price for each of a plain number, and once with a unit', () => {
		const paid = {
			priceCents: 350,
			availability: 'unknown',
			source: 'manual',
			multiBuy: null
		} as const;
		expect(lineFor(amount(2), null, paid)).toEqual({
			cents: 700,
			approximate: false,
			packs: null,
			eachCents: 350,
			multiBuy: null
		});
		expect(lineFor(amount(300, 'g'), null, paid).cents).toBe(350);
		const deal = { ...paid, multiBuy: { count: 2, cents: 600 } };
		expect(lineFor(amount(3), null, deal).cents).toBe(950);
	});

	test('at the weight of its own pieces', () => {
		const bananas = lineFor(amount(4), product('bananas'), priced('bananas', 58), 453.59237);
		expect(bananas).toMatchObject({ cents: 232, approximate: true });
	});
});
