import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { embeddedCatalog } from '#lib/domain/catalog.ts';
import type { Product } from '#lib/domain/product.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { createStoredPrices } from '#lib/server/db/prices.ts';
import { storeProducts } from '#lib/server/db/products.ts';
import { startBuiltServer } from '../built-server.ts';
import type { Bench } from './bench.ts';
import { memoryMbOf } from './other-process.ts';
import { withFolder } from './scratch.ts';

const PRODUCTS = 100_000;
/** Until what the start has used is given back. */
const IDLE_MS = 5_000;

/** What a server holds that does nothing, with a hundred thousand priced products; as limit without them. */
export const idleMemory: Bench = {
	name: 'memory, idle with 100,000 products',
	unit: 'MB',
	target: 150,
	bar: 150,
	barOf: 'ours',
	measure: async () => {
		const limit = await withFolder(measureIdle);
		const ours = await withFolder(async (dataDir) => {
			await storeMany(dataDir);
			return measureIdle(dataDir);
		});
		return { ours, limit };
	}
};

async function measureIdle(dataDir: string): Promise<number> {
	const server = await startBuiltServer({ dataDir, env: { BACKUP_AUTO: 'off' } });
	try {
		await fetch(`${server.url}/api/walmart/products?q=milk`);
		await sleep(IDLE_MS);
		return memoryMbOf(server.pid);
	} finally {
		await server.stop();
	}
}

async function storeMany(dataDir: string): Promise<void> {
	const database = await openDatabase(join(dataDir, 'grocery.db'));
	const known = embeddedCatalog().products;
	const many = Array.from({ length: PRODUCTS }, (_nothing, i): Product => {
		const product = known[i % known.length];
		if (product === undefined) throw new Error('The catalog is empty.');
		return { ...product, id: `wm_${i}`, name: `${product.name} ${i}` };
	});
	storeProducts(database.sqlite, many);
	const time = Date.now();
	createStoredPrices(database.db, database.sqlite).write(
		many.map(({ id }, i) => ({
			productId: id,
			priceCents: 100 + (i % 900),
			unitPrice: null,
			availability: 'available',
			source: 'walmart',
			tier: 'source',
			checkedAt: time,
			changedAt: time,
			stale: false
		}))
	);
	await database.close();
}
