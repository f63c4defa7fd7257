import { afterEach, describe, expect, test, vi } from 'vitest';
import { embeddedCatalog } from '#lib/domain/catalog.ts';
import type { PriceObservation } from '#lib/domain/price.ts';
import type { Product } from '#lib/domain/product.ts';
import { productToAnswer } from '#lib/protocol/products.ts';
import { createProductSearch } from './product-search.ts';

const [anyProduct] = embeddedCatalog().products as [Product, ...Product[]];
const oatDrink: Product = {
	...anyProduct,
	...{ id: 'wm_7', name: 'Planet Oat Extra Creamy Oatmilk, 52 fl oz', brand: 'Planet Oat' },
	...{ aliases: [], packMilli: 52_000, packUnit: 'fl oz', sampleCents: null }
};
const price: PriceObservation = {
	...{ productId: 'wm_7', priceCents: 416, unitPrice: null, availability: 'available' },
	...{ source: 'walmart', tier: 'device', checkedAt: 1, changedAt: 1, stale: false }
};
const known = [{ product: oatDrink, price }];
const bought = (name: string, times: number) =>
	Array.from({ length: times }, () => ({ name, productId: 'wm_7' }));

const idsOf = (found: readonly { product: Product }[]): string[] =>
	found.map(({ product }) => product.id);

afterEach(() => vi.unstubAllGlobals());

describe('without a network', () => {
	test('finds what the device has heard of, with its price and what it costs for its size', () => {
		const [first] = createProductSearch({ known, items: [] }).find('planet oat', { limit: 3 });
		expect(first).toMatchObject({
			product: { id: 'wm_7' },
			price: { priceCents: 416 },
			unitPrice: { milliCents: 8_000, per: 'fl oz' },
			why: 'search'
		});
	});

	test('finds a product by what the household calls it', () => {
		const search = createProductSearch({ known, items: bought('barista stuff', 1) });
		expect(search.find('barista stuff', { limit: 1 })).toMatchObject([
			{ product: { id: 'wm_7' }, why: 'exact' }
		]);
	});

	test('finds what is bought often before what is meant in general', () => {
		const first = (times: number) =>
			createProductSearch({ known, items: bought('The oat one', times) }).find('oat milk', {
				limit: 1
			})[0]?.product.id;
		expect(first(0)).toBe('gen_oat-milk');
		expect(first(60)).toBe('wm_7');
	});

	test('what was chosen for the name stands first, and once', () => {
		const choices = { ofList: new Map([['oat milk', 'wm_7']]), ofHousehold: new Map() };
		const search = createProductSearch({ known, items: [] });
		const found = search.find('Oat milk', { limit: 5, choices });
		expect(found[0]).toMatchObject({ product: { id: 'wm_7' }, why: 'chosen' });
		expect(idsOf(found).filter((id) => id === 'wm_7')).toHaveLength(1);
		expect(found).toHaveLength(5);
	});

	test('takes unasked only what has everything that was asked for', () => {
		const search = createProductSearch({ known, items: [] });
		expect(search.findOne('bananna')?.id).toBe('gen_bananas');
		expect(search.findOne('purple glitter bananas')).toBeNull();
	});

	test('answers from what is here when the server does not', async () => {
		vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
		const search = createProductSearch({ known, items: [] });
		expect(idsOf(await search.findProducts('planet oat', { limit: 1 }))).toEqual(['wm_7']);
	});
});

test('with a network, what the server finds takes its place among the rest', async () => {
	const asked: string[] = [];
	vi.stubGlobal('fetch', (path: string) => {
		asked.push(path);
		return Promise.resolve(Response.json({ products: [productToAnswer(oatDrink, price)] }));
	});
	const search = createProductSearch({ known: [], items: [] });
	expect(search.find('planet oat', { limit: 1 })).not.toMatchObject([{ product: { id: 'wm_7' } }]);
	const found = await search.findProducts('planet oat', { limit: 2 });
	expect(asked).toEqual(['/api/walmart/products?q=planet+oat&limit=2']);
	expect(found[0]).toEqual({
		product: oatDrink,
		price,
		unitPrice: { milliCents: 8_000, per: 'fl oz' },
		why: 'search'
	});
	expect(found).toHaveLength(2);
});

test('nothing to look for asks nobody', async () => {
	vi.stubGlobal('fetch', () => expect.unreachable());
	expect(await createProductSearch({ known, items: [] }).findProducts(' ', { limit: 5 })).toEqual(
		[]
	);
});
