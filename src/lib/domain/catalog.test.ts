import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Catalog, embeddedCatalog } from './catalog.ts';

const catalog = embeddedCatalog();

describe('the product a name means', () => {
	test.each([
		['milk', 'Whole milk'],
		['Whole Milk', 'Whole milk'],
		['2% milk', '2% milk'],
		['egg', 'Large eggs'],
		['tomatoes', 'Tomatoes'],
		['m&ms', 'Candy-coated chocolates'],
		['jalapeños', 'Jalapeños'],
		['boneless chicken thighs', 'Chicken thighs'],
		['organic free range large eggs', 'Large eggs'],
		['honey', 'Honey'],
		['tuna in oil', 'Canned tuna'],
		['milk for pancakes', 'Whole milk'],
		['bone in ribeye', 'Ribeye steak'],
		['large tomatoes on the vine', 'Tomatoes']
	])('%s is %s', (name, product) => {
		expect(catalog.match(name)?.name).toBe(product);
	});

	test.each(['', '!?', 'unobtainium', 'milk frother', 'honey dispenser'])('%j is none', (name) => {
		expect(catalog.match(name)).toBeNull();
	});

	test('every product is meant by its own name and each of its aliases, and found by its id', () => {
		for (const product of catalog.products) {
			expect(catalog.byId(product.id)).toBe(product);
			for (const phrase of [product.name, ...product.aliases])
				expect(catalog.match(phrase)).toBe(product);
		}
		expect(catalog.byId('gen_unobtainium')).toBeNull();
	});
});

describe('search', () => {
	const names = (query: string, limit = 5) => catalog.search(query, limit).map(({ name }) => name);

	test.each([
		['milk', 'Whole milk'],
		['pop-tarts', 'Toaster pastries'],
		['poptarts', 'Toaster pastries'],
		['honey', 'Honey'],
		['paper tow', 'Paper towels'],
		['wheat bread', 'Wheat bread'],
		['soda', 'Cola'],
		['eggpl', 'Eggplant']
	])('%s finds %s first', (query, first) => {
		expect(names(query)[0]).toBe(first);
	});

	test('the thing itself comes before what is only flavored with it', () => {
		const [any] = catalog.products;
		if (!any) throw new Error('the catalog is empty');
		const named = ['Ginger candies', 'Candied ginger'].map((name) => ({
			...any,
			id: name,
			name,
			aliases: []
		}));
		expect(new Catalog(named).search('ginger', 2).map(({ name }) => name)).toEqual([
			'Candied ginger',
			'Ginger candies'
		]);
	});

	test('every word has to be there, in any order', () => {
		expect(names('thighs chicken')).toContain('Chicken thighs');
		expect(names('chicken unobtainium')).toEqual([]);
		expect(names('  ')).toEqual([]);
	});

	test('a longer answer begins with the shorter one, and no product comes twice', () => {
		const words = catalog.products.flatMap(({ name }) => name.split(' '));
		fc.assert(
			fc.property(fc.constantFrom(...words), fc.nat({ max: 9 }), (word, limit) => {
				const all = catalog.search(word, 1_000);
				expect(catalog.search(word, limit)).toEqual(all.slice(0, limit));
				expect(new Set(all).size).toBe(all.length);
			})
		);
	});
});

test('the built-in catalog is built once', () => {
	expect(embeddedCatalog()).toBe(catalog);
});

test('of two products that claim one phrase, the first in the list keeps it', () => {
	const [first, second] = catalog.products;
	if (!first || !second) throw new Error('the catalog is empty');
	const twins = new Catalog([first, { ...second, aliases: [first.name] }]);
	expect(twins.match(first.name)).toBe(first);
});
