import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { embeddedCatalog } from '#lib/domain/catalog.ts';
import type { PriceObservation } from '#lib/domain/price.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { createStoredPrices } from '#lib/server/db/prices.ts';
import { storeProducts } from '#lib/server/db/products.ts';
import { createPriceLookup } from '#lib/server/prices/lookup.ts';
import { createMemoryTier } from '#lib/server/prices/memory.ts';
import { createSqliteTier } from '#lib/server/prices/sqlite.ts';
import { createFakeSource } from './fake-source.ts';
import { temporaryFolder } from './temporary-folder.ts';

const products = embeddedCatalog().products.slice(0, 20);
/** Twenty products that the source has, at 100 cents, 101, 102 and so on. */
export const ids = products.map((product) => product.id);

type Limits = Pick<Parameters<typeof createPriceLookup>[0], 'waitMs' | 'questionMs' | 'settleMs'>;

/** Memory and a real SQLite over a source that the test holds in its hand, on a clock it moves. */
export async function openTiers(tiers = ['memory', 'sqlite'], limits: Limits = {}) {
	const clock = { wall: 1_000_000, monotonic: 0 };
	const opened = await openDatabase(join(temporaryFolder(), 'grocery.db'));
	onTestFinished(() => opened.close());
	storeProducts(opened.sqlite, products);
	const rows = createStoredPrices(opened.db, opened.sqlite);
	const source = createFakeSource(
		() => clock.wall,
		new Map(ids.map((id, index) => [id, 100 + index]))
	);
	const observed: PriceObservation[] = [];
	const problems: unknown[] = [];
	const report = (problem: unknown): void => void problems.push(problem);
	const memory = createMemoryTier({ ttlMs: 60_000, monotonic: () => clock.monotonic });
	const sqlite = createSqliteTier({ rows, now: () => clock.wall, report });
	const prices = createPriceLookup({
		memory: tiers.includes('memory') ? memory : null,
		shared: tiers.includes('sqlite') ? [sqlite] : [],
		provider: source,
		onObserved: (news) => void observed.push(...news),
		report,
		...limits
	});
	onTestFinished(() => prices.settle());
	function pass(ms: number): void {
		clock.wall += ms;
		clock.monotonic += ms;
	}
	return { prices, source, rows, memory, clock, pass, observed, problems };
}
