import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cartLink, type CartRow } from './cart-link.ts';

const milk: CartRow = {
	name: 'Milk',
	productId: 'wm_10450114',
	packsMilli: 2_000,
	availability: 'available',
	checked: false
};

test('each product stands in the link with how many of it', () => {
	const eggs = { ...milk, name: 'Eggs', productId: 'wm_145051970', packsMilli: 1_000 };
	expect(cartLink([milk, eggs])).toEqual({
		urls: ['https://www.walmart.com/sc/cart/addToCart?items=10450114_2,145051970_1'],
		included: ['Milk', 'Eggs'],
		leftOut: []
	});
});

test('rows of one product go together, and parts of packs are rounded up once', () => {
	const rows = [0.4, 0.3, 1.2].map((packs, i) => ({
		...milk,
		name: `Bananas ${i}`,
		packsMilli: packs * 1_000
	}));
	expect(cartLink(rows).urls[0]).toMatch(/items=10450114_2$/);
	expect(cartLink([{ ...milk, packsMilli: 1 }]).urls[0]).toMatch(/_1$/);
	expect(cartLink([{ ...milk, packsMilli: null }]).urls[0]).toMatch(/_1$/);
});

test('what is left out is named with the reason', () => {
	const rows: CartRow[] = [
		{ ...milk, name: 'Ticked', checked: true },
		{ ...milk, name: 'Ticked and unknown', checked: true, productId: null },
		{ ...milk, name: 'Only a name', productId: null, packsMilli: null },
		{ ...milk, name: 'From the catalog', productId: 'gen_eggs' },
		{ ...milk, name: 'Sold out', availability: 'unavailable' },
		{ ...milk, name: 'Last few', availability: 'limited' },
		{ ...milk, name: 'Not looked up', availability: 'unknown' }
	];
	expect(cartLink(rows)).toEqual({
		urls: [expect.stringMatching(/items=10450114_4$/)],
		included: ['Last few', 'Not looked up'],
		leftOut: [
			{ name: 'Ticked', why: 'already in the cart' },
			{ name: 'Ticked and unknown', why: 'already in the cart' },
			{ name: 'Only a name', why: 'no Walmart product' },
			{ name: 'From the catalog', why: 'no Walmart product' },
			{ name: 'Sold out', why: 'not available' }
		]
	});
});

test('a list with nothing for Walmart has no link', () => {
	expect(cartLink([]).urls).toEqual([]);
	expect(cartLink([{ ...milk, checked: true }]).urls).toEqual([]);
});

test('every open row is in exactly one link or left out, and no link is longer than 2,000 characters', () => {
	const row: fc.Arbitrary<CartRow> = fc.record({
		name: fc.string(),
		productId: fc.option(
			fc.oneof(
				fc.integer({ min: 1, max: 10 ** 15 - 1 }).map((id) => `wm_${id}`),
				fc.constantFrom('wm_7', 'gen_milk', 'wm_', 'wm_1,2_9')
			),
			{ freq: 20 }
		),
		packsMilli: fc.integer({ min: 1, max: 999_999_000 }),
		availability: fc.constantFrom('available', 'limited', 'unknown', 'unavailable'),
		checked: fc.boolean()
	});
	fc.assert(
		fc.property(fc.array(row, { maxLength: 400, size: 'max' }), (rows) => {
			const { urls, included, leftOut } = cartLink(rows);
			expect(included.length + leftOut.length).toBe(rows.length);
			const ids = new Set(
				rows
					.filter(
						({ productId, checked, availability }) =>
							/^wm_\d+$/.test(productId ?? '') && !checked && availability !== 'unavailable'
					)
					.map(({ productId }) => productId?.slice(3))
			);
			const sent = urls.flatMap((url) => {
				expect(url.length).toBeLessThanOrEqual(2_000);
				const items = new URL(url).searchParams.get('items')?.split(',') ?? [];
				return items.map((item) => /^(\d+)_[1-9]\d*$/.exec(item)?.[1]);
			});
			expect(sent).toHaveLength(ids.size);
			expect(new Set(sent)).toEqual(ids);
		}),
		{ numRuns: 50 }
	);
});
