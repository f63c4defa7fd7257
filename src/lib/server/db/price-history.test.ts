import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { embeddedCatalog } from '#lib/domain/catalog.ts';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import { openDatabase } from './open.ts';
import { createStoredHistory } from './price-history.ts';
import { storeProducts } from './products.ts';

const DAY_MS = 24 * 3_600_000;
const WEEK_MS = 7 * DAY_MS;
const NOW = 1_000 * WEEK_MS;
const products = embeddedCatalog().products.slice(0, 450);
const [bananas, apples] = products.map(({ id }) => id).sort() as [string, string];

interface Row {
	readonly at: number;
	readonly priceCents: number | null;
	readonly source?: string;
	readonly productId?: string;
}

/** A real database with these rows of history. */
async function openHistory(rows: readonly Row[]) {
	const database = await openDatabase(join(temporaryFolder(), 'grocery.db'));
	onTestFinished(() => database.close());
	const { sqlite } = database;
	storeProducts(sqlite, products);
	const add = sqlite.prepare('INSERT INTO price_history VALUES (?, ?, ?, ?)');
	const addAll = (more: readonly Row[]) =>
		sqlite.transaction(() => {
			for (const { at, priceCents, source = 'walmart', productId = bananas } of more)
				add.run(productId, at, priceCents, source);
		})();
	addAll(rows);
	const history = createStoredHistory(sqlite);

	/** Through all products, as the upkeep does it. */
	function tidy(walmartSince: number, wholeSince: number): number {
		let rounds = 0;
		let last: string | null = '';
		while (last !== null) {
			last = history.tidy(last, walmartSince, wholeSince);
			rounds++;
		}
		return rounds;
	}

	const left = (productId = bananas) =>
		sqlite
			.prepare<[string], { at: number; priceCents: number | null }>(
				`SELECT observed_at AS at, price_cents AS priceCents FROM price_history
				 WHERE product_id = ? ORDER BY observed_at`
			)
			.all(productId);
	return { history, tidy, left, addAll };
}

describe('the history of a product', () => {
	test('is its changes, oldest first, without samples', async () => {
		const { history } = await openHistory([
			{ at: NOW - 10, priceCents: 350 },
			{ at: NOW - 30, priceCents: 300, source: 'import' },
			{ at: NOW - 20, priceCents: 1, source: 'embedded' },
			{ at: NOW - 5, priceCents: null },
			{ at: NOW - 7, priceCents: 99, productId: apples }
		]);
		expect(history.read(bananas, NOW)).toEqual({
			productId: bananas,
			points: [
				{ at: NOW - 30, priceCents: 300, source: 'import' },
				{ at: NOW - 10, priceCents: 350, source: 'walmart' },
				{ at: NOW - 5, priceCents: null, source: 'walmart' }
			],
			lowest90: { priceCents: 300, at: NOW - 30 }
		});
	});

	test('is empty where nothing was seen yet, and null where the product is not known', async () => {
		const { history } = await openHistory([]);
		expect(history.read(bananas, NOW)).toEqual({ productId: bananas, points: [], lowest90: null });
		expect(history.read('nobody-sells-this', NOW)).toBe(null);
	});

	test('has the newest 500 changes where there were more', async () => {
		const rows = Array.from({ length: 600 }, (_, at) => ({ at: at + 1, priceCents: 600 - at }));
		const { history } = await openHistory(rows);
		const points = history.read(bananas, NOW)?.points ?? [];
		expect(points).toHaveLength(500);
		expect([points[0]?.at, points.at(-1)?.at]).toEqual([101, 600]);
	});
});

describe('the lowest price in 90 days', () => {
	const lowestOf = async (...rows: Row[]) =>
		(await openHistory(rows)).history.read(bananas, NOW)?.lowest90;

	test('is the one that stood when they began, if nothing was lower since', async () => {
		const standing = { at: NOW - 200 * DAY_MS, priceCents: 200 };
		expect(await lowestOf(standing, { at: NOW - DAY_MS, priceCents: 300 })).toEqual(standing);
	});

	test('is none that was over before they began', async () => {
		const over = { at: NOW - 200 * DAY_MS, priceCents: 100 };
		const lower = { at: NOW - 50 * DAY_MS, priceCents: 250 };
		const standing = { at: NOW - 91 * DAY_MS, priceCents: 300 };
		expect(await lowestOf(over, standing, lower)).toEqual(lower);
	});

	test('is the last time of several, and never an unknown one', async () => {
		const again = { at: NOW - 2, priceCents: 200 };
		const first = { at: NOW - 4, priceCents: 200 };
		expect(await lowestOf(first, { at: NOW - 3, priceCents: null }, again)).toEqual(again);
		expect(await lowestOf({ at: NOW - 3, priceCents: null })).toBe(null);
	});
});

describe('tidying', () => {
	test('drops Walmart’s prices from before its day, samples always, and nobody else’s', async () => {
		const { tidy, left } = await openHistory([
			{ at: 1, priceCents: 1, source: 'import' },
			{ at: WEEK_MS + 1, priceCents: 2 },
			{ at: 2 * WEEK_MS + 1, priceCents: 3, source: 'receipt' },
			{ at: 3 * WEEK_MS + 1, priceCents: 4 },
			{ at: 4 * WEEK_MS + 1, priceCents: 5, source: 'embedded' }
		]);
		tidy(3 * WEEK_MS, 0);
		expect(left().map(({ priceCents }) => priceCents)).toEqual([1, 3, 4]);
	});

	test('keeps of an old week the first, the last, the lowest and the highest price', async () => {
		const cents = [300, 310, 200, null, 290, 500, 305, 301];
		const { tidy, left } = await openHistory(
			cents.map((priceCents, day) => ({ at: 5 * WEEK_MS + day * 1_000, priceCents }))
		);
		tidy(0, 6 * WEEK_MS);
		expect(left().map(({ priceCents }) => priceCents)).toEqual([300, 200, 500, 301]);
	});

	test('leaves a week alone that is not over, and everything since', async () => {
		const rows = [0, 1, 2, 3, 4, 5].map((day) => ({
			at: 5 * WEEK_MS + day * DAY_MS,
			priceCents: 300 + day
		}));
		const { tidy, left } = await openHistory(rows);
		tidy(0, 6 * WEEK_MS - 1);
		expect(left()).toEqual(rows);
	});

	test('looks at every product, some at a time', async () => {
		const rows = products.flatMap(({ id: productId }) =>
			[1, 2, 3].map((at) => ({ at, priceCents: at, productId }))
		);
		const { tidy, left } = await openHistory(rows);
		expect(tidy(0, 2 * WEEK_MS)).toBe(4);
		for (const { id } of products) expect(left(id).map(({ at }) => at)).toEqual([1, 3]);
	});

	test('keeps every extreme of every week, and a second time changes nothing', async () => {
		const row = fc.record({
			at: fc.integer({ min: 0, max: 4 * WEEK_MS }),
			priceCents: fc.option(fc.integer({ min: 1, max: 9 }))
		});
		const rows = fc.uniqueArray(row, { selector: ({ at }) => at, maxLength: 60 });
		await fc.assert(
			fc.asyncProperty(rows, async (given) => {
				const { tidy, left } = await openHistory(given);
				tidy(0, 4 * WEEK_MS);
				const once = left();
				for (let week = 0; week < 4; week++) {
					const inWeek = ({ at }: { at: number }) => Math.floor(at / WEEK_MS) === week;
					expect(summaryOf(once.filter(inWeek))).toEqual(summaryOf(given.filter(inWeek)));
					expect(once.filter(inWeek).length).toBeLessThanOrEqual(4);
				}
				tidy(0, 4 * WEEK_MS);
				expect(left()).toEqual(once);
			}),
			{ numRuns: 20 }
		);
	});
});

function summaryOf(rows: readonly Row[]) {
	const byTime = [...rows].sort((a, b) => a.at - b.at);
	const cents = rows.flatMap(({ priceCents }) => priceCents ?? []);
	return {
		first: byTime[0]?.at,
		last: byTime.at(-1)?.at,
		lowest: Math.min(...cents),
		highest: Math.max(...cents)
	};
}
