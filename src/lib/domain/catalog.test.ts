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

test('exact takes a whole name or alias, and not the end of a longer one', () => {
	expect(catalog.exact('SODA')?.name).toBe('Cola');
	expect(catalog.exact('farm fresh whole milk')).toBeNull();
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
