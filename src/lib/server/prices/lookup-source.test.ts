import { describe, expect, test } from 'vitest';
import { observe } from '../../../../tests/support/fake-source.ts';
import { ids, openTiers } from '../../../../tests/support/price-tiers.ts';

const HOUR_MS = 3_600_000;
const [first, second] = ids as [string, string];
const askSource = { askSource: true };

describe('a product that nobody knows', () => {
	test('is not asked for again for a minute, however often it is looked up', async () => {
		const { prices, source, pass } = await openTiers();
		for (let lookups = 0; lookups < 1_000; lookups++) {
			expect((await prices.lookup(['nobody-sells-this'], askSource)).size).toBe(0);
		}
		expect(source.questions).toEqual([['nobody-sells-this']]);
		pass(60_000);
		await prices.lookup(['nobody-sells-this'], askSource);
		expect(source.questions).toHaveLength(2);
	});

	test('holds up nobody who asks for others with it', async () => {
		const { prices, source } = await openTiers();
		await prices.lookup(['nobody-sells-this'], askSource);
		const answers = await prices.lookup(['nobody-sells-this', first], askSource);
		expect([...answers.keys()]).toEqual([first]);
		expect(source.questions).toEqual([['nobody-sells-this'], [first]]);
	});

	test('is known as soon as somebody has written it down, in the process or beside it', async () => {
		const { prices, source, rows } = await openTiers();
		source.centsById.clear();
		await prices.lookup([first], askSource);
		rows.write([observe(first, 250, 1_000_000)]);
		expect((await prices.lookup([first], askSource)).get(first)?.priceCents).toBe(250);
		expect(source.questions).toEqual([[first]]);
	});

	test('is asked for again at once after memory was told of it', async () => {
		const { prices, source, memory, pass } = await openTiers(['memory']);
		source.centsById.delete(first);
		await prices.lookup([first], askSource);
		memory.write([observe(first, 250, 1_000_000)]);
		source.centsById.set(first, 260);
		pass(59_999);
		expect((await prices.lookup([first], askSource)).get(first)?.priceCents).toBe(250);
		pass(1);
		expect((await prices.lookup([first], askSource)).get(first)?.priceCents).toBe(260);
	});

	test('that is made up pushes no price out of memory, and ten thousand are all that is remembered', async () => {
		const { prices, source } = await openTiers();
		await prices.lookup([first], askSource);
		const madeUp = Array.from({ length: 10_001 }, (_, at) => `made-up-${at}`);
		await prices.lookup(madeUp, askSource);
		expect((await prices.lookup([first], askSource)).get(first)?.tier).toBe('memory');
		source.questions.length = 0;
		await prices.lookup(madeUp.slice(0, 2), askSource);
		expect(source.questions).toEqual([['made-up-0']]);
	});

	test('and of which an old price is known is answered with that, and asked for once a minute', async () => {
		const { prices, source, pass } = await openTiers();
		await prices.lookup([first], askSource);
		await prices.settle();
		pass(6 * HOUR_MS);
		source.centsById.delete(first);
		for (let lookups = 0; lookups < 10; lookups++) {
			const answers = await prices.lookup([first], askSource);
			expect(answers.get(first)).toMatchObject({ priceCents: 100, stale: true });
			await prices.settle();
		}
		expect(source.questions).toEqual([[first], [first]]);
	});
});

describe('a source that fails', () => {
	test('leaves old prices as they are, and rejects no lookup', async () => {
		const { prices, source, pass } = await openTiers();
		await prices.lookup([first], askSource);
		await prices.settle();
		pass(6 * HOUR_MS);
		source.isBroken = true;
		for (let lookups = 0; lookups < 100; lookups++) {
			const answers = await prices.lookup([first], askSource);
			expect(answers.get(first)).toMatchObject({ priceCents: 100, stale: true });
		}
	});

	test('is not asked for the rest of a batch', async () => {
		const { prices, source } = await openTiers();
		source.isBroken = true;
		const many = Array.from({ length: 50 }, (_, at) => `many-${at}`);
		expect((await prices.lookup(many, askSource)).size).toBe(0);
		expect(source.questions).toEqual([many.slice(0, 20)]);
	});

	test('is asked for so many at once as it takes', async () => {
		const { prices, source } = await openTiers();
		const many = Array.from({ length: 50 }, (_, at) => `many-${at}`);
		await prices.lookup(many, askSource);
		expect(source.questions).toEqual([many.slice(0, 20), many.slice(20, 40), many.slice(40)]);
	});

	test('leaves the product unknown, is reported, and is asked again next time', async () => {
		const { prices, source, problems } = await openTiers();
		source.isBroken = true;
		expect((await prices.lookup([first], askSource)).size).toBe(0);
		await prices.settle();
		expect(problems).toHaveLength(1);
		source.isBroken = false;
		expect((await prices.lookup([first], askSource)).size).toBe(1);
	});
});

describe('a source that never answers', () => {
	test('is waited for no longer than a person waits, and what comes later is there for the next', async () => {
		const { prices, source } = await openTiers(['memory', 'sqlite'], { waitMs: 1 });
		const release = source.hold();
		expect((await prices.lookup([first], askSource)).size).toBe(0);
		release();
		await prices.settle();
		expect((await prices.lookup([first], askSource)).get(first)?.tier).toBe('memory');
		expect(source.questions).toEqual([[first]]);
	});

	test('keeps nobody from what the other batches brought', async () => {
		const { prices, source } = await openTiers(['memory'], { waitMs: 1 });
		await prices.lookup([second], askSource);
		const release = source.hold();
		expect([...(await prices.lookup([first, second], askSource)).keys()]).toEqual([second]);
		release();
	});

	test('is given up in the end, said, and asked again', async () => {
		const { prices, source, problems } = await openTiers(['memory'], { questionMs: 1 });
		source.hold();
		expect((await prices.lookup([first], askSource)).size).toBe(0);
		expect(problems).toMatchObject([{ message: 'No answer within 1 ms.' }]);
		await prices.settle();
		source.hold()();
		expect((await prices.lookup([first], askSource)).size).toBe(1);
	});

	test('does not hold up the end', async () => {
		const { prices, source } = await openTiers(['memory'], { waitMs: 1, settleMs: 1 });
		source.hold();
		await prices.lookup([first], askSource);
		await prices.settle();
		expect(source.questions).toEqual([[first]]);
	});
});

describe('refresh', () => {
	test('and a lookup of the same product ask once between them, whoever comes first', async () => {
		const { prices, source } = await openTiers();
		const release = source.hold();
		const looked = prices.lookup([first], askSource);
		const refreshed = prices.refresh([first, second]);
		const joined = prices.lookup([second], askSource);
		release();
		expect(await refreshed).toBe(true);
		expect((await looked).get(first)?.priceCents).toBe(100);
		expect((await joined).get(second)?.priceCents).toBe(101);
		expect(source.questions).toEqual([[first], [second]]);
		expect(source.askers).toEqual(['person', 'refresher']);
	});

	test('holds up nobody who asks for what is known', async () => {
		const { prices, source } = await openTiers(['sqlite']);
		await prices.lookup([first], askSource);
		await prices.settle();
		const release = source.hold();
		const refreshed = prices.refresh([first]);
		expect((await prices.lookup([first], askSource)).get(first)?.priceCents).toBe(100);
		release();
		await refreshed;
	});

	test('that the source refuses is asked once more for a person who waits for it', async () => {
		const { prices, source } = await openTiers();
		source.isOnlyForPeople = true;
		expect(await prices.refresh([first])).toBe(false);
		const release = source.hold();
		const refreshed = prices.refresh([first]);
		const waiting = prices.lookup([first], askSource);
		release();
		expect(await refreshed).toBe(true);
		expect((await waiting).get(first)?.priceCents).toBe(100);
		expect(source.askers).toEqual(['refresher', 'refresher', 'person']);
	});

	test('finds a price unchanged that only memory remembers', async () => {
		const { prices, pass } = await openTiers(['memory']);
		await prices.lookup([first], askSource);
		pass(30_000);
		await prices.refresh([first]);
		expect((await prices.lookup([first], askSource)).get(first)).toMatchObject({
			changedAt: 1_000_000,
			checkedAt: 1_030_000
		});
	});

	test('asks although the price is known, and tells what it heard', async () => {
		const { prices, source, observed } = await openTiers();
		await prices.lookup([first], askSource);
		await prices.settle();
		source.centsById.set(first, 250);
		await prices.refresh([first]);
		expect(observed.map((news) => news.priceCents)).toEqual([100, 250]);
		expect((await prices.lookup([first], askSource)).get(first)?.priceCents).toBe(250);
	});
});
