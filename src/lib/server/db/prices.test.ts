import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { embeddedCatalog } from '#lib/domain/catalog.ts';
import type { PriceObservation } from '#lib/domain/price.ts';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import { openDatabase, type OpenedDatabase } from './open.ts';
import { createStoredPrices, type StoredPrices } from './prices.ts';
import { storeProducts } from './products.ts';

const [bananas, apples] = embeddedCatalog().products.map((product) => product.id) as [
	string,
	string
];

async function openPrices(): Promise<OpenedDatabase & { prices: StoredPrices }> {
	const opened = await openDatabase(join(temporaryFolder(), 'grocery.db'));
	onTestFinished(() => opened.close());
	storeProducts(opened.sqlite, embeddedCatalog().products);
	return { ...opened, prices: createStoredPrices(opened.db, opened.sqlite) };
}

function observed(productId: string, priceCents: number | null, at: number): PriceObservation {
	return {
		productId,
		priceCents,
		unitPrice: priceCents === null ? null : { milliCents: 2_750, per: 'fl oz' },
		availability: 'available',
		source: 'walmart',
		tier: 'source',
		checkedAt: at,
		changedAt: at,
		stale: false
	};
}

test('answers what was written, for one product and for many', async () => {
	const { prices } = await openPrices();
	prices.write([observed(bananas, 352, 10), observed(apples, null, 10)]);
	expect(prices.read([bananas])).toEqual([{ ...observed(bananas, 352, 10), tier: 'sqlite' }]);
	expect(prices.read([bananas, apples, 'nobody-sells-this'])).toHaveLength(2);
	expect(prices.read([apples])[0]).toMatchObject({ priceCents: null, unitPrice: null });
	expect(prices.read([])).toEqual([]);
});

test('a product that nobody has looked at yet has no price, not a price of null', async () => {
	const { prices } = await openPrices();
	expect(prices.read([bananas])).toEqual([]);
});

test('history grows by one row for each change and by none for a second look', async () => {
	const { prices, db } = await openPrices();
	prices.write([observed(bananas, 352, 10)]);
	prices.write([observed(bananas, 352, 20)]);
	prices.write([observed(bananas, 360, 30)]);
	prices.write([observed(bananas, null, 40)]);
	const history = await db.selectFrom('price_history').selectAll().execute();
	expect(history.map((row) => [row.observed_at, row.price_cents])).toEqual([
		[10, 352],
		[30, 360],
		[40, null]
	]);
});

test('a sample is never history, and the price before it is still the last one known', async () => {
	const { prices, db } = await openPrices();
	prices.write([{ ...observed(bananas, 350, 5), source: 'embedded' }]);
	prices.write([observed(bananas, 352, 10)]);
	prices.write([{ ...observed(bananas, 350, 20), source: 'embedded' }]);
	prices.write([observed(bananas, 352, 30)]);
	prices.write([observed(apples, null, 30)]);
	const history = await db.selectFrom('price_history').selectAll().execute();
	expect(history).toEqual([
		{ product_id: bananas, observed_at: 10, price_cents: 352, source: 'walmart' }
	]);
});

test('a price looked at again keeps the time since which it stands', async () => {
	const { prices } = await openPrices();
	prices.write([observed(bananas, 352, 10)]);
	prices.write([observed(bananas, 352, 20)]);
	expect(prices.read([bananas])[0]).toMatchObject({ checkedAt: 20, changedAt: 10 });
});

test('a price of a product that is not known is dropped, and the others are kept', async () => {
	const { prices } = await openPrices();
	prices.write([observed('nobody-sells-this', 1, 10), observed(bananas, 352, 10)]);
	expect(prices.read(['nobody-sells-this', bananas]).map((row) => row.productId)).toEqual([
		bananas
	]);
});

test('storing the same products again writes nothing', async () => {
	const { sqlite } = await openPrices();
	const changes = sqlite.prepare('select total_changes()').pluck();
	const earlier = changes.get();
	storeProducts(sqlite, embeddedCatalog().products);
	expect(changes.get()).toBe(earlier);
});

test('a product that is described anew keeps its price', async () => {
	const { prices, sqlite, db } = await openPrices();
	prices.write([observed(bananas, 352, 10)]);
	const [product] = embeddedCatalog().products;
	if (product === undefined) throw new Error('The catalog is empty.');
	storeProducts(sqlite, [{ ...product, name: 'Renamed' }]);
	const row = await db
		.selectFrom('walmart_products')
		.select(['name', 'price_cents'])
		.where('id', '=', bananas)
		.executeTakeFirstOrThrow();
	expect(row).toEqual({ name: 'Renamed', price_cents: 352 });
});
