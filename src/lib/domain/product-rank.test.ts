import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankProducts, type Candidate } from './product-rank.ts';
import type { UnitPrice } from './price.ts';
import { toSearchText } from './search-text.ts';

interface Named extends Candidate {
	readonly name: string;
}

function product(name: string, facts: Partial<Candidate> & { aliases?: string[] } = {}): Named {
	const text = toSearchText({ name, brand: null, aliases: facts.aliases ?? [] });
	return { name, text, isGeneric: false, timesBought: 0, unitPrice: null, ...facts };
}

const bestOf = (query: string, ...candidates: Named[]): string | undefined =>
	rankProducts(query, candidates)[0]?.candidate.name;

const perOunce = (milliCents: number): UnitPrice => ({ milliCents, per: 'oz' });

describe('before what has more of the words in common', () => {
	test('comes the thing itself', () => {
		const cereal = product('Honey Nut Oat Cereal with Real Honey');
		expect(bestOf('honey', cereal, product('Clover Honey'))).toBe('Clover Honey');
	});

	test('comes what has fewer words beside it', () => {
		const candidates = [product('Roasted Garlic Tomato Soup'), product('Tomato Soup')];
		expect(bestOf('soup', ...candidates)).toBe('Tomato Soup');
	});

	test('comes what is called exactly so, by name or alias', () => {
		const cola = product('Cola', { aliases: ['soda', 'pop'] });
		expect(bestOf('sodas', product('Club Soda'), cola)).toBe('Cola');
	});

	test('comes what says what it is, of two that say the same', () => {
		const branded = product('Fine Rice');
		expect(bestOf('rice', branded, product('White Rice', { isGeneric: true }))).toBe('White Rice');
	});

	test('comes what the household buys, the more often the surer', () => {
		const bought = product('Lactose Free Whole Milk', { timesBought: 30 });
		const generic = product('Whole milk', { isGeneric: true, aliases: ['milk'] });
		expect(bestOf('milk', generic, bought)).toBe('Lactose Free Whole Milk');
		expect(bestOf('milk', generic, { ...bought, timesBought: 0 })).toBe('Whole milk');
	});

	test('comes what costs less for its size, of equals; unknown prices last', () => {
		const [dear, cheap, unknown] = [perOunce(900), perOunce(300), null].map((unitPrice) =>
			product('Ketchup', { unitPrice })
		);
		const ranked = rankProducts(
			'ketchup',
			[unknown, dear, cheap].filter((one) => one !== undefined)
		);
		expect(ranked.map(({ candidate }) => candidate.unitPrice?.milliCents)).toEqual([
			300,
			900,
			undefined
		]);
	});
});

describe('a word', () => {
	const [jam, jammers] = [product('Strawberry Jam'), product('Jammers')];

	test('that is one itself does not begin another', () => {
		expect(bestOf('jam', jammers, jam)).toBe('Strawberry Jam');
	});

	test('that is none yet may become one', () => {
		expect(bestOf('jamm', jam, jammers)).toBe('Jammers');
	});

	test.each([
		['bananna', 'Bananas'],
		['brocoli', 'Broccoli'],
		['chikcen breast', 'Chicken Breast'],
		['cotage chese', 'Cottage Cheese'],
		['poptarts', 'Pop-Tarts'],
		['oat meal', 'Oatmeal'],
		['creamy oat milk', 'Extra Creamy Oatmilk']
	])('written "%s" is %s', (query, name) => {
		const others = ['Chickpeas', 'Cream Cheese', 'Bandages', 'Chicken Soup'].map((one) =>
			product(one)
		);
		expect(bestOf(query, ...others, product(name))).toBe(name);
	});

	test('of three letters is never a slip of another', () => {
		expect(rankProducts('ham', [product('Jam')])[0]).toMatchObject({ isWhole: false });
	});
});

test('says of each whether everything that was asked for is in it', () => {
	const [sausage, turkey] = [product('Smoked Sausage'), product('Turkey Sausage, Smoked')];
	const ranked = rankProducts('smoked turkey sausage', [sausage, turkey]);
	expect(ranked.map(({ candidate, isWhole }) => [candidate.name, isWhole])).toEqual([
		['Turkey Sausage, Smoked', true],
		['Smoked Sausage', false]
	]);
});

test('what has all the words comes before the thing itself that lacks one', () => {
	const [oats, drink] = [product('Oats', { isGeneric: true }), product('Drink, by Planet Oat')];
	expect(bestOf('planet oat', oats, drink)).toBe('Drink, by Planet Oat');
});

test('how much of it is wanted need not be in a name', () => {
	expect(rankProducts('dozen eggs', [product('Eggs')])[0]).toMatchObject({ isWhole: true });
});

test('the order of the candidates says nothing, as long as they differ', () => {
	const names = ['Milk', 'Chocolate Milk', 'Milk Chocolate Bar', 'Almond Milk', 'Oat Milk Latte'];
	const inOrder = (candidates: Named[]) =>
		rankProducts('milk', candidates).map(({ score }) => score);
	fc.assert(
		fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
			expect(inOrder(shuffled.map((name) => product(name)))).toEqual(
				inOrder(names.map((name) => product(name)))
			);
		})
	);
});

test('nothing to look for finds nothing', () => {
	expect(rankProducts(' – ', [product('Milk')])).toEqual([]);
});
