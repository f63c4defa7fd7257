import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { embeddedCatalog } from '#lib/domain/catalog.ts';
import type { PriceObservation } from '#lib/domain/price.ts';
import { createFakeSource } from '../../../../tests/support/fake-source.ts';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import { openDatabase } from '../db/open.ts';
import { createStoredPrices } from '../db/prices.ts';
import { storeProducts } from '../db/products.ts';
import { createPriceLookup } from './lookup.ts';
import { createMemoryTier } from './memory.ts';
import { createSqliteTier } from './sqlite.ts';

const HOUR_MS = 3_600_000;
const products = embeddedCatalog().products.slice(0, 20);
const ids = products.map((product) => product.id);
const [first, second, third] = ids as [string, string, string];
const askSource = { askSource: true };

/** Memory and a real SQLite over a source that the test holds in its hand, on a clock it moves. */
async function setUp(tiers = ['memory', 'sqlite']) {
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
		report
	});
	onTestFinished(() => prices.settle());
	function pass(ms: number): void {
		clock.wall += ms;
		clock.monotonic += ms;
	}
	return { prices, source, rows, clock, pass, observed, problems };
}

describe('the tiers', () => {
	test('each is asked only for what those before it did not have', async () => {
		const { prices, source, pass } = await setUp();
		await prices.lookup([first], askSource);
		await prices.settle();
		pass(61_000);
		await prices.lookup([first, second], askSource);
		const answers = await prices.lookup([first, second, third], askSource);
		expect([...answers.values()].map((answer) => answer.tier).sort()).toEqual([
			'memory',
			'memory',
			'source'
		]);
		expect(source.questions).toEqual([[first], [second], [third]]);
	});

	test('memory forgets by the clock that no one can set', async () => {
		const { prices, clock } = await setUp();
		await prices.lookup([first], askSource);
		await prices.settle();
		clock.wall += 24 * HOUR_MS;
		expect((await prices.lookup([first], askSource)).get(first)?.tier).toBe('memory');
		clock.wall -= 48 * HOUR_MS;
		clock.monotonic += 60_000;
		expect((await prices.lookup([first], askSource)).get(first)?.tier).toBe('sqlite');
	});

	test('an unknown product has no entry, and a product asked for twice has one', async () => {
		const { prices, source } = await setUp();
		const answers = await prices.lookup([first, 'nobody-sells-this', first], askSource);
		expect([...answers.keys()]).toEqual([first]);
		expect(source.questions).toEqual([[first, 'nobody-sells-this']]);
	});

	test('without leave the source is never asked', async () => {
		const { prices, source, pass } = await setUp();
		expect((await prices.lookup([first], { askSource: false })).size).toBe(0);
		await prices.lookup([first], askSource);
		pass(7 * HOUR_MS);
		const answers = await prices.lookup([first, second], { askSource: false });
		await prices.settle();
		expect(answers.get(first)).toMatchObject({ priceCents: 100, stale: true });
		expect(source.questions).toEqual([[first]]);
	});

	test('without any tier every lookup asks the source', async () => {
		const { prices, source } = await setUp([]);
		await prices.lookup([first], askSource);
		await prices.settle();
		await prices.lookup([first], askSource);
		expect(source.questions).toEqual([[first], [first]]);
	});
});

describe('an old price', () => {
	test('is answered at once with its age, and asked for again behind the answer', async () => {
		const { prices, source, pass } = await setUp();
		await prices.lookup([first], askSource);
		await prices.settle();
		pass(6 * HOUR_MS);
		source.centsById.set(first, 250);
		const release = source.hold();
		expect((await prices.lookup([first], askSource)).get(first)).toMatchObject({
			priceCents: 100,
			stale: true,
			checkedAt: 1_000_000
		});
		release();
		await prices.settle();
		expect((await prices.lookup([first], askSource)).get(first)).toMatchObject({
			priceCents: 250,
			stale: false
		});
	});

	test('does not make a lookup wait that also wants what is known', async () => {
		const { prices, source, pass } = await setUp();
		await prices.lookup([first], askSource);
		await prices.settle();
		pass(6 * HOUR_MS);
		const release = source.hold();
		const cold = prices.lookup([second], askSource);
		expect((await prices.lookup([first], askSource)).size).toBe(1);
		release();
		expect((await cold).size).toBe(1);
	});

	test('that is found unchanged is fresh and still stands since when it did', async () => {
		const { prices, pass, rows } = await setUp();
		await prices.lookup([first], askSource);
		await prices.settle();
		pass(6 * HOUR_MS);
		await prices.lookup([first], askSource);
		await prices.settle();
		const answer = (await prices.lookup([first], askSource)).get(first);
		expect(answer).toMatchObject({ changedAt: 1_000_000, checkedAt: 1_000_000 + 6 * HOUR_MS });
		expect(rows.read([first])[0]).toMatchObject({ changedAt: answer?.changedAt });
	});

	test('a row from the future is asked for again instead of being believed', async () => {
		const { prices, pass, clock } = await setUp();
		await prices.lookup([first], askSource);
		await prices.settle();
		pass(61_000);
		clock.wall -= 24 * HOUR_MS;
		expect((await prices.lookup([first], askSource)).get(first)?.stale).toBe(true);
	});
});

describe('single flight', () => {
	test('a thousand lookups of one cold product ask the source once', async () => {
		const { prices, source } = await setUp();
		const lookups = Array.from({ length: 1_000 }, () => prices.lookup([first], askSource));
		for (const answers of await Promise.all(lookups)) {
			expect(answers.get(first)?.priceCents).toBe(100);
		}
		expect(source.questions).toEqual([[first]]);
	});

	test('whatever batches overlap, no product is asked for twice and every one is answered', async () => {
		const batch = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 8 });
		const waves = fc.array(fc.array(batch, { minLength: 1, maxLength: 6 }), { maxLength: 4 });
		await fc.assert(
			fc.asyncProperty(waves, async (plan) => {
				const source = createFakeSource(() => 0, new Map(ids.map((id) => [id, 1])));
				const prices = createPriceLookup({
					memory: createMemoryTier({ ttlMs: 1_000, monotonic: () => 0 }),
					shared: [],
					provider: source,
					onObserved: () => undefined,
					report: () => undefined
				});
				for (const wave of plan) {
					const lookups = wave.map((wanted) => prices.lookup(wanted, askSource));
					for (const [at, answers] of (await Promise.all(lookups)).entries()) {
						expect([...answers.keys()].sort()).toEqual([...(wave[at] ?? [])].sort());
					}
				}
				const asked = source.questions.flat();
				expect(new Set(asked).size).toBe(asked.length);
			})
		);
	});
});

describe('a source that fails', () => {
	test('leaves the product unknown, is reported, and is asked again next time', async () => {
		const { prices, source, problems } = await setUp();
		source.isBroken = true;
		expect((await prices.lookup([first], askSource)).size).toBe(0);
		await prices.settle();
		expect(problems).toHaveLength(1);
		source.isBroken = false;
		expect((await prices.lookup([first], askSource)).size).toBe(1);
	});
});

describe('refresh', () => {
	test('asks although the price is known, and tells what it heard', async () => {
		const { prices, source, observed } = await setUp();
		await prices.lookup([first], askSource);
		await prices.settle();
		source.centsById.set(first, 250);
		await prices.refresh([first]);
		expect(observed.map((news) => news.priceCents)).toEqual([100, 250]);
		expect((await prices.lookup([first], askSource)).get(first)?.priceCents).toBe(250);
	});
});
