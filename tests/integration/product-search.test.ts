import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { embeddedCatalog } from '#lib/domain/catalog.ts';
import type { Product } from '#lib/domain/product.ts';
import { samplePrice } from '#lib/domain/sample-price.ts';
import { createProductSearch } from '#lib/client/product-search.ts';
import { runScript } from '../support/command.ts';
import { dataSet } from '../support/data-sets.ts';
import { readQueries, scoreOf, type SearchQuery } from '../support/search-score.ts';
import { startServer } from '../support/start-app.ts';

const PRICED = 'catalog/products-priced.csv';
const GIVEN = 'search/queries-dev.json';
/** None of them is in the given file. */
const OWN = readQueries(join(import.meta.dirname, '../fixtures/search/queries.json'));

type First = (query: string) => string | undefined;

/** The search of a server, and that of a device that has heard of the same products. */
async function openSearches(
	file: string | null
): Promise<{ names: string[]; searches: [string, First][] }> {
	const { app } = await startServer();
	if (file !== null) expect(runScript('catalog-import', app.config, file).status).toBe(0);
	const products = app.database.sqlite
		.prepare<[], string>('SELECT id FROM walmart_products')
		.pluck()
		.all()
		.map((id) => app.products.byId(id))
		.filter((product): product is Product => product !== null);
	const known = products.map((product) => ({ product, price: samplePrice(product) }));
	const device = createProductSearch({ known, items: [] });
	return {
		names: products.map(({ name }) => name),
		searches: [
			['server', (query) => app.products.search(query, 1)[0]?.name],
			['device', (query) => device.find(query, { limit: 1 })[0]?.product.name]
		]
	};
}

async function print(
	what: string,
	queries: readonly SearchQuery[],
	file: string | null
): Promise<ReturnType<typeof scoreOf>[]> {
	const { names, searches } = await openSearches(file);
	return searches.map(([where, first]) => {
		const score = scoreOf(queries, first, names);
		process.stdout.write(
			`${what}, ${names.length} products, ${where}: ${score.right} of ${score.of} right; ` +
				`missed though there: ${score.missed.join(', ') || 'none'}\n`
		);
		return score;
	});
}

describe('the first answer is the right one', () => {
	test('to 95 of 106 given queries, with real products imported', async (context) => {
		const queries = readQueries(dataSet(GIVEN, context));
		for (const { right } of await print('given queries', queries, dataSet(PRICED, context)))
			expect(right).toBeGreaterThanOrEqual(95);
	});

	test('to every given query that the built-in catalog alone can answer', async (context) => {
		const queries = readQueries(dataSet(GIVEN, context));
		for (const { missed } of await print('given queries', queries, null))
			expect(missed).toEqual([]);
	});

	test('to 9 of 10 queries of our own, with real products imported', async (context) => {
		for (const { right, of } of await print('own queries', OWN, dataSet(PRICED, context)))
			expect(right / of).toBeGreaterThanOrEqual(0.9);
	});

	test('to 9 of 10 queries of our own that the built-in catalog alone can answer', async () => {
		for (const { right, missed } of await print('own queries', OWN, null))
			expect(right / (right + missed.length)).toBeGreaterThanOrEqual(0.9);
	});
});

test('the index holds what the rows say, also after they change or go', async () => {
	const { app } = await startServer();
	const { sqlite } = app.database;
	const milk = embeddedCatalog().byId('gen_whole-milk');
	sqlite
		.prepare("UPDATE product_texts SET head = 'zebra drink', aliases = '' WHERE product_id = ?")
		.run(milk?.id);
	expect(app.products.search('zebra', 1)[0]?.id).toBe(milk?.id);
	sqlite.prepare('DELETE FROM walmart_products WHERE id = ?').run(milk?.id);
	expect(app.products.search('zebra', 50).map(({ id }) => id)).not.toContain(milk?.id);
	sqlite.exec("INSERT INTO product_search (product_search) VALUES ('integrity-check')");
});

test.each(['"', 'milk" OR head:x', '*', '()', 'NEAR(a b)', 'a'.repeat(200), '🥑', '%', 'ab'])(
	'"%s" is words to look for, and nothing that the database obeys',
	async (query) => {
		const { app } = await startServer();
		expect(app.products.search(query, 5).length).toBeLessThanOrEqual(5);
	}
);
