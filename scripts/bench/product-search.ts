import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProductSearch } from '#lib/client/product-search.ts';
import type { Product } from '#lib/domain/product.ts';
import { startApp, type App } from '#lib/server/app.ts';
import { parseConfig } from '#lib/server/config.ts';
import { storeProducts } from '#lib/server/db/products.ts';
import MiniSearch from 'minisearch';
import type { Bench, Measured } from './bench.ts';
import { withFolder } from './scratch.ts';
import { quantile } from './timing.ts';

/** As many as the largest file of products that we know. */
const PRODUCTS = 9_000;
const LIMIT = 20;
const ROUNDS = 7;
const WARM_UP_ROUNDS = 2;

/** What people type, misspellings too. */
const QUERIES = (
	JSON.parse(
		readFileSync(join(import.meta.dirname, '../../tests/fixtures/search/queries.json'), 'utf8')
	) as { query: string }[]
).map(({ query }) => query);

/** A search of the server beside its index alone, and beside a search in memory. */
export const searchOnServer: Bench = {
	name: 'product search, server, 9,000',
	unit: 'ms',
	target: 50,
	bar: 1,
	barOf: 'ours',
	measure: () =>
		withApp((app, products) => {
			const index = app.database.sqlite
				.prepare<[string], number>(
					'SELECT rowid FROM product_search WHERE product_search MATCH ? ORDER BY rank LIMIT 50'
				)
				.pluck();
			const memory = new MiniSearch<Product>({
				fields: ['name'],
				searchOptions: { prefix: true, fuzzy: 0.2 }
			});
			memory.addAll(products);
			return medians({
				ours: (query) => app.products.search(query, LIMIT),
				limit: (query) => index.all(`"${query}"`),
				peer: (query) => memory.search(query)
			});
		})
};

/** The same on a device that has heard of all of them, beside the search it is built on. */
export const searchOnDevice: Bench = {
	name: 'product search, device, 9,000',
	unit: 'ms',
	target: 50,
	bar: 2,
	barOf: 'ours',
	measure: () =>
		withApp((_app, products) => {
			const known = products.map((product) => ({ product, price: null }));
			const device = createProductSearch({ known, items: [] });
			const memory = new MiniSearch<Product>({
				fields: ['name'],
				searchOptions: { prefix: true, fuzzy: 0.2 }
			});
			memory.addAll(products);
			return medians({
				ours: (query) => device.find(query, { limit: LIMIT }),
				peer: (query) => memory.search(query)
			});
		})
};

type Search = (query: string) => unknown;

/** What half of the queries stay below, each of them in turn, so that all searches meet the same machine. */
function medians(searches: { ours: Search; limit?: Search; peer: Search }): Measured {
	const taken = { ours: [] as number[], limit: [] as number[], peer: [] as number[] };
	for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
		for (const query of QUERIES) {
			for (const [name, search] of Object.entries(searches) as [keyof typeof taken, Search][]) {
				const startedAt = performance.now();
				search(query);
				if (round >= WARM_UP_ROUNDS) taken[name].push(performance.now() - startedAt);
			}
		}
	}
	return {
		ours: quantile(taken.ours, 0.5),
		limit: searches.limit ? quantile(taken.limit, 0.5) : null,
		peer: { name: 'MiniSearch', value: quantile(taken.peer, 0.5) }
	};
}

/** The built-in catalog, and brands of each of its products until there are enough. */
async function withApp(
	measure: (app: App, products: readonly Product[]) => Measured
): Promise<Measured> {
	return withFolder(async (dataDir) => {
		const app = await startApp(parseConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }));
		try {
			const products = Array.from({ length: PRODUCTS }, (_none, at) => {
				const generic = app.catalog.products[at % app.catalog.products.length];
				return branded(generic, at);
			}).filter((product) => product !== null);
			storeProducts(app.database.sqlite, products);
			return measure(app, [...app.catalog.products, ...products]);
		} finally {
			await app.close();
		}
	});
}

const BRANDS = 'Sunny Acre,Harvest Moon,Blue Barn,Corner Mill,Prairie Gold,Old Harbor'.split(',');
const KINDS =
	'Organic,Original,Family Size,Lightly Salted,Honey,Gluten Free,Low Fat,Chocolate'.split(',');

function branded(generic: Product | undefined, at: number): Product | null {
	if (generic === undefined) return null;
	const brand = BRANDS[at % BRANDS.length] ?? '';
	const kind = KINDS[Math.floor(at / 7) % KINDS.length] ?? '';
	const name = `${brand} ${kind} ${generic.name}, ${1 + (at % 40)} oz`;
	return { ...generic, id: `bench_${at}`, name, brand, aliases: [], sampleCents: null };
}
