import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFakeSource, observe } from '../../../../tests/support/fake-source.ts';
import { ids, openTiers } from '../../../../tests/support/price-tiers.ts';
import { createPriceLookup } from './lookup.ts';
import { createMemoryTier } from './memory.ts';

const HOUR_MS = 3_600_000;
const [first, second, third] = ids as [string, string, string];
const askSource = { askSource: true };

describe('the tiers', () => {
	test('each is asked only for what those before it did not have', async () => {
		const { prices, source, pass } = await openTiers();
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
		const { prices, clock } = await openTiers();
		await prices.lookup([first], askSource);
		await prices.settle();
		clock.wall += 24 * HOUR_MS;
		expect((await prices.lookup([first], askSource)).get(first)?.tier).toBe('memory');
		clock.wall -= 48 * HOUR_MS;
		clock.monotonic += 60_000;
		expect((await prices.lookup([first], askSource)).get(first)?.tier).toBe('sqlite');
	});

	test('memory keeps the newer of two looks, until it forgets both', async () => {
		const { memory, clock } = await openTiers();
		memory.write([observe(first, 200, 2_000)]);
		memory.write([observe(first, 100, 1_000)]);
		expect(memory.read([first]).get(first)?.priceCents).toBe(200);
		clock.monotonic += 60_000;
		memory.write([observe(first, 100, 1_000)]);
		expect(memory.read([first]).get(first)?.priceCents).toBe(100);
	});

	test('an unknown product has no entry, and a product asked for twice has one', async () => {
		const { prices, source } = await openTiers();
		const answers = await prices.lookup([first, 'nobody-sells-this', first], askSource);
		expect([...answers.keys()]).toEqual([first]);
		expect(source.questions).toEqual([[first, 'nobody-sells-this']]);
	});

	test('without leave the source is never asked', async () => {
		const { prices, source, pass } = await openTiers();
		expect((await prices.lookup([first], { askSource: false })).size).toBe(0);
		await prices.lookup([first], askSource);
		pass(7 * HOUR_MS);
		const answers = await prices.lookup([first, second], { askSource: false });
		await prices.settle();
		expect(answers.get(first)).toMatchObject({ priceCents: 100, stale: true });
		expect(source.questions).toEqual([[first]]);
	});

	test('without any tier every lookup asks the source', async () => {
		const { prices, source } = await openTiers([]);
		await prices.lookup([first], askSource);
		await prices.settle();
		await prices.lookup([first], askSource);
		expect(source.questions).toEqual([[first], [first]]);
	});
});

describe('an old price', () => {
	test('is answered at once with its age, and asked for again behind the answer', async () => {
		const { prices, source, pass } = await openTiers();
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
		const { prices, source, pass } = await openTiers();
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
		const { prices, pass, rows } = await openTiers();
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
		const { prices, pass, clock } = await openTiers();
		await prices.lookup([first], askSource);
		await prices.settle();
		pass(61_000);
		clock.wall -= 24 * HOUR_MS;
		expect((await prices.lookup([first], askSource)).get(first)?.stale).toBe(true);
	});
});

describe('single flight', () => {
	test('a thousand lookups of one cold product ask the source once', async () => {
		const { prices, source } = await openTiers();
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
