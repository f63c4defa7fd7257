import { describe, expect, test } from 'vitest';
import { embeddedCatalog } from './catalog.ts';
import { lineFor, type LinePrice } from './packs.ts';
import type { PriceObservation } from './price.ts';
import type { Product } from './product.ts';
import type { Unit } from './quantity.ts';
import { checkboxName, describeAmount } from './row-text.ts';
import { samplePrice } from './sample-price.ts';

const NOW = Date.UTC(2026, 10, 23, 12);

interface Case {
	readonly count?: number;
	readonly unit?: Unit | null;
	readonly cents?: number | null;
	readonly change?: Partial<PriceObservation>;
}

/** Both texts of a row that was typed as `name`, its product found by that name. */
function row(name: string, { count = 1, unit = null, cents = null, change = {} }: Case = {}) {
	const product: Product | null = embeddedCatalog().match(name);
	const sample = product && samplePrice(product);
	const price: PriceObservation | null = sample && {
		...sample,
		...(cents === null ? {} : { priceCents: cents, source: 'walmart', checkedAt: NOW - 120_000 }),
		...change
	};
	const quantity = { milli: count * 1_000, unit };
	const line = lineFor(quantity, product, price);
	return {
		second: describeAmount(quantity, product, line),
		spoken: checkboxName({ name, quantity, product, line, price, now: NOW })
	};
}

describe('the second line of a row', () => {
	test.each([
		['Milk', 2, 'gal', 348, '2 gal at $3.48'],
		['Milk', 2, null, 348, '2 × 1 gal at $3.48'],
		['Milk', 1, null, 348, '1 gal'],
		['Milk', 2, 'cup', 348, '2 cups'],
		['Avocados', 4, null, 68, '4 at $0.68'],
		['Avocados', 1, null, 68, ''],
		['Baby spinach', 1, null, 346, '10 oz'],
		['Eggs', 1, null, 397, '12 ct'],
		['Eggs', 1, 'dozen', 397, '1 dozen'],
		['Eggs', 2, 'dozen', 397, '2 dozen at $3.97'],
		['Eggs', 24, null, 397, '24, 2 × 12 ct at $3.97'],
		['Flour', 12, 'lb', 262, '12 lb, 3 × 5 lb at $2.62'],
		['Bread', 2, 'lb', 147, '2 lb, 2 × 20 oz at $1.47'],
		['Mac and cheese', 3, 'box', 108, '3 boxes at $1.08'],
		['Paper towels', 2, null, 1_147, '2 × 6 rolls at $11.47'],
		['Limes', 2, 'lb', 33, '2 lb, 14 at $0.33'],
		['Bananas', 2.5, 'lb', 58, '2.5 lb at $0.58'],
		['Bananas', 1, 'lb', 58, '1 lb'],
		['Bananas', 4, null, 58, '4, ~1.04 lb at $0.58'],
		['Bananas', 1, null, 58, '~0.26 lb at $0.58'],
		['Bananas', 500, 'g', 58, '500 g, ~1.1 lb at $0.58']
	] as const)('%s, %d %s at %d cents reads "%5$s"', (name, count, unit, cents, text) => {
		expect(row(name, { count, unit, cents }).second).toBe(text);
	});

	test('without a price it says the amount alone', () => {
		expect(row('Milk', { count: 2, unit: 'gal', change: { priceCents: null } }).second).toBe(
			'2 gal'
		);
		expect(row('Bananas', { count: 4, change: { priceCents: null } }).second).toBe('4, ~1.04 lb');
	});

	test('without a product it says what was typed, and nothing for a bare one', () => {
		expect(row('Unobtainium', { count: 2, unit: 'lb' }).second).toBe('2 lb');
		expect(row('Unobtainium').second).toBe('');
	});
});

describe('the second line at a price of our own', () => {
	const paid = {
		priceCents: 350,
		availability: 'unknown',
		source: 'manual',
		multiBuy: { count: 2, cents: 500 }
	} as const;
	const second = (name: string, count: number, unit: Unit | null, price: LinePrice): string => {
		const product = embeddedCatalog().match(name);
		const quantity = { milli: count * 1_000, unit };
		return describeAmount(quantity, product, lineFor(quantity, product, price));
	};

	test('says the deal as the shelf does', () => {
		expect(second('Avocados', 4, null, { ...paid, priceCents: 250 })).toBe('4 at 2 for $5.00');
		expect(second('Avocados', 4, null, paid)).toBe('4 at 2 for $5.00, $3.50 each');
	});

	test('says it without a product, where it is for one of them', () => {
		const plain = { ...paid, multiBuy: null };
		expect(second('Unobtainium', 2, null, plain)).toBe('2 at $3.50');
		expect(second('Unobtainium', 1, null, plain)).toBe('');
		expect(second('Unobtainium', 300, 'g', plain)).toBe('300 g');
	});
});

describe('what a screen reader calls the tick', () => {
	test('the name, the amount, the line total and the age, in this order', () => {
		expect(row('Milk', { count: 2, unit: 'gal', cents: 348 }).spoken).toBe(
			'Milk, 2 gallons, 6 dollars 96, 2 minutes old'
		);
		expect(row('Avocados', { count: 4, cents: 68 }).spoken).toBe(
			'Avocados, 4, 2 dollars 72, 2 minutes old'
		);
	});

	test('a line that the scale decides is "about" its total', () => {
		const change = { priceCents: 58 };
		expect(row('Bananas', { count: 2.5, unit: 'lb', change }).spoken).toBe(
			'Bananas, 2.5 pounds, about 1 dollar 45, sample price'
		);
	});

	test('a bare one is not said, the size of its pack is', () => {
		expect(row('Baby spinach', { cents: 346 }).spoken).toBe(
			'Baby spinach, 10 ounces, 3 dollars 46, 2 minutes old'
		);
		expect(row('Eggs', { cents: 397 }).spoken).toBe('Eggs, 12 count, 3 dollars 97, 2 minutes old');
		expect(row('Avocados', { cents: 68 }).spoken).toBe('Avocados, 68 cents, 2 minutes old');
	});

	test('what has no price says so, whether or not it has a product', () => {
		expect(row('Unobtainium').spoken).toBe('Unobtainium, no price');
		expect(row('Bananas', { change: { priceCents: null } }).spoken).toBe('Bananas, no price');
	});

	test('what the store does not have gives the last price and no total', () => {
		const change: Partial<PriceObservation> = { availability: 'unavailable' };
		expect(row('Bananas', { count: 1, unit: 'lb', cents: 997, change }).spoken).toBe(
			'Bananas, 1 pound, not available, last 9 dollars 97'
		);
	});

	test('a price of our own says who set it and when', () => {
		const change: Partial<PriceObservation> = {
			source: 'manual',
			checkedAt: Date.UTC(2026, 10, 20, 12)
		};
		expect(row('Avocados', { count: 2, cents: 68, change }).spoken).toBe(
			'Avocados, 2, 1 dollar 36, set by you November 20'
		);
	});
});
