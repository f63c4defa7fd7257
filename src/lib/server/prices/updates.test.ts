import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PriceObservation } from '#lib/domain/price.ts';
import { observe } from '../../../../tests/support/fake-source.ts';
import { createPriceUpdates } from './updates.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp({ freshForMs = 10_000, batchSize = 20 } = {}) {
	const rounds: string[][] = [];
	const source = { answers: true };
	const clock = { wallShiftMs: 0 };
	const updates = createPriceUpdates({
		refresh: async (productIds) => {
			rounds.push([...productIds]);
			return source.answers;
		},
		freshForMs,
		batchSize,
		monotonic: () => performance.now(),
		now: () => Date.now() + clock.wallShiftMs,
		refreshEveryMs: 1_000,
		flushEveryMs: 250
	});
	return { updates, rounds, source, clock };
}

const HOUR_MS = 3_600_000;

describe('rounds', () => {
	test('ask for what is followed by anybody, each product once, when it has grown old', async () => {
		const { updates, rounds } = setUp();
		updates.subscribe(() => undefined).follow(['milk', 'eggs']);
		updates.subscribe(() => undefined).follow(['eggs', 'bread']);
		await vi.advanceTimersByTimeAsync(9_000);
		expect(rounds).toEqual([]);
		await vi.advanceTimersByTimeAsync(1_000);
		expect(rounds).toEqual([['milk', 'eggs', 'bread']]);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(rounds).toHaveLength(2);
	});

	test('take the oldest first when the source takes only so many', async () => {
		const { updates, rounds } = setUp({ batchSize: 2 });
		updates.subscribe(() => undefined).follow(['a', 'b', 'c']);
		await vi.advanceTimersByTimeAsync(12_000);
		expect(rounds).toEqual([['a', 'b'], ['c']]);
	});

	test('go by how old what was found is, whenever somebody began to follow it', async () => {
		const { updates, rounds } = setUp({ batchSize: 1 });
		const subscription = updates.subscribe(() => undefined);
		subscription.follow(['young', 'old', 'older']);
		const agesMs = { young: 0, old: 8_000, older: 9_000 };
		subscription.tell(
			Object.entries(agesMs).map(([id, ageMs]) => observe(id, 1, Date.now() - ageMs))
		);
		await vi.advanceTimersByTimeAsync(2_000);
		expect(rounds).toEqual([['older'], ['old']]);
		await vi.advanceTimersByTimeAsync(8_000);
		expect(rounds).toEqual([['older'], ['old'], ['young']]);
	});

	test.each([
		['a day ahead', 24 * HOUR_MS],
		['a day behind', -24 * HOUR_MS]
	])('go on at their pace when the clock is put %s', async (_how, shiftMs) => {
		const { updates, rounds, clock } = setUp();
		const subscription = updates.subscribe(() => undefined);
		subscription.follow(['milk']);
		subscription.tell([observe('milk', 1, Date.now())]);
		clock.wallShiftMs = shiftMs;
		await vi.advanceTimersByTimeAsync(9_000);
		expect(rounds).toEqual([]);
		await vi.advanceTimersByTimeAsync(1_000);
		expect(rounds).toEqual([['milk']]);
	});

	test('ask soon for a price that was seen in the future', async () => {
		const { updates, rounds } = setUp();
		const subscription = updates.subscribe(() => undefined);
		subscription.follow(['milk']);
		subscription.tell([observe('milk', 1, Date.now() + HOUR_MS)]);
		await vi.advanceTimersByTimeAsync(1_000);
		expect(rounds).toEqual([['milk']]);
	});

	test('leave a product alone for a minute when the source fails, and take others meanwhile', async () => {
		const { updates, rounds, source } = setUp({ freshForMs: 2 * 60_000, batchSize: 1 });
		const subscription = updates.subscribe(() => undefined);
		subscription.follow(['milk', 'eggs']);
		source.answers = false;
		await vi.advanceTimersByTimeAsync(121_000);
		expect(rounds).toEqual([['milk'], ['eggs']]);
		await vi.advanceTimersByTimeAsync(58_000);
		expect(rounds).toHaveLength(2);
		await vi.advanceTimersByTimeAsync(2_000);
		expect(rounds.slice(2)).toEqual([['milk'], ['eggs']]);
	});

	test('do not ask for what somebody has just looked up', async () => {
		const { updates, rounds } = setUp();
		updates.subscribe(() => undefined).follow(['milk']);
		await vi.advanceTimersByTimeAsync(9_000);
		updates.publish([observe('milk', 1, Date.now())]);
		await vi.advanceTimersByTimeAsync(9_000);
		expect(rounds).toEqual([]);
	});

	test('stop asking for what nobody follows any more', async () => {
		const { updates, rounds } = setUp();
		const subscription = updates.subscribe(() => undefined);
		subscription.follow(['milk', 'eggs']);
		subscription.follow(['eggs']);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(rounds).toEqual([['eggs']]);
	});

	test('never ask again for prices that never move', async () => {
		const { updates, rounds } = setUp({ freshForMs: Infinity });
		updates.subscribe(() => undefined).follow(['milk']);
		await vi.advanceTimersByTimeAsync(3_600_000);
		expect(rounds).toEqual([]);
	});

	test('need no timer when nobody is there', () => {
		const { updates } = setUp();
		expect(vi.getTimerCount()).toBe(0);
		const subscription = updates.subscribe(() => undefined);
		expect(vi.getTimerCount()).toBe(1);
		subscription.close();
		expect(vi.getTimerCount()).toBe(0);
	});
});

describe('news', () => {
	test('reach whoever follows the product, when the price is another than they know', async () => {
		const { updates } = setUp();
		const heard: (readonly PriceObservation[])[] = [];
		const deaf = vi.fn();
		const subscription = updates.subscribe((prices) => heard.push(prices));
		subscription.follow(['milk', 'eggs']);
		subscription.tell([observe('milk', 352, 1), observe('eggs', 299, 1)]);
		updates.subscribe(deaf).follow(['bread']);
		updates.publish([observe('milk', 360, 2), observe('eggs', 299, 2)]);
		await vi.advanceTimersByTimeAsync(250);
		expect(heard).toEqual([[observe('milk', 360, 2)]]);
		expect(deaf).not.toHaveBeenCalled();
	});

	test('come in one batch at most every 250 ms, the newest of each product', async () => {
		const { updates } = setUp();
		const heard: (readonly PriceObservation[])[] = [];
		updates.subscribe((prices) => heard.push(prices)).follow(['milk', 'eggs']);
		updates.publish([observe('milk', 1, 1)]);
		await vi.advanceTimersByTimeAsync(1);
		expect(heard).toHaveLength(1);
		updates.publish([observe('milk', 2, 2)]);
		updates.publish([observe('milk', 3, 3), observe('eggs', 4, 3)]);
		await vi.advanceTimersByTimeAsync(240);
		expect(heard).toHaveLength(1);
		await vi.advanceTimersByTimeAsync(10);
		expect(heard[1]).toEqual([observe('milk', 3, 3), observe('eggs', 4, 3)]);
	});

	test('are what was seen last: an older look that arrives late is dropped', async () => {
		const { updates } = setUp();
		const heard: (readonly PriceObservation[])[] = [];
		updates.subscribe((prices) => heard.push(prices)).follow(['milk']);
		updates.publish([observe('milk', 2, 20)]);
		updates.publish([observe('milk', 1, 10)]);
		await vi.advanceTimersByTimeAsync(250);
		updates.publish([observe('milk', 1, 15)]);
		await vi.advanceTimersByTimeAsync(250);
		expect(heard).toEqual([[observe('milk', 2, 20)]]);
	});

	test('come of an unchanged price that was thought old, and of one that grows old', async () => {
		const { updates } = setUp();
		const heard: (readonly PriceObservation[])[] = [];
		const subscription = updates.subscribe((prices) => heard.push(prices));
		subscription.follow(['milk', 'eggs', 'bread']);
		const hourLater = HOUR_MS + 1;
		subscription.tell([
			{ ...observe('milk', 1, 1), stale: true },
			observe('eggs', 1, 1),
			observe('bread', 1, 2)
		]);
		const news = ['milk', 'eggs', 'bread'].map((id) => observe(id, 1, hourLater));
		updates.publish(news);
		await vi.advanceTimersByTimeAsync(250);
		expect(heard).toEqual([news.slice(0, 2)]);
	});

	test('that come while a subscription is looked up are neither missed nor undone by what it finds', async () => {
		const { updates } = setUp();
		const heard: (readonly PriceObservation[])[] = [];
		const subscription = updates.subscribe((prices) => heard.push(prices));
		subscription.follow(['milk', 'eggs']);
		updates.publish([observe('milk', 2, 20), observe('eggs', 3, 20)]);
		subscription.tell([observe('milk', 1, 10), observe('eggs', 3, 20)]);
		await vi.advanceTimersByTimeAsync(250);
		expect(heard).toEqual([[observe('milk', 2, 20)]]);
	});

	test('do not reach a subscriber that is closed, whatever it still says', async () => {
		const { updates, rounds } = setUp();
		const deliver = vi.fn();
		const subscription = updates.subscribe(deliver);
		subscription.close();
		subscription.follow(['milk']);
		subscription.tell([observe('milk', 1, 1)]);
		updates.subscribe(() => undefined).follow(['eggs']);
		updates.publish([observe('milk', 2, 2)]);
		await vi.advanceTimersByTimeAsync(20_000);
		expect(deliver).not.toHaveBeenCalled();
		expect(rounds.flat()).not.toContain('milk');
	});

	test('of a product that is no longer followed are not delivered', async () => {
		const { updates } = setUp();
		const deliver = vi.fn();
		const subscription = updates.subscribe(deliver);
		subscription.follow(['milk']);
		updates.publish([observe('milk', 1, 1)]);
		subscription.follow(['eggs']);
		await vi.advanceTimersByTimeAsync(1_000);
		expect(deliver).not.toHaveBeenCalled();
	});
});

test('closing ends every timer and waits for the round that is running', async () => {
	const { promise, resolve } = Promise.withResolvers<boolean>();
	const updates = createPriceUpdates({
		refresh: () => promise,
		freshForMs: 0,
		batchSize: 1,
		monotonic: () => performance.now(),
		now: Date.now
	});
	updates.subscribe(() => undefined).follow(['milk']);
	await vi.advanceTimersByTimeAsync(3_000);
	let isClosed = false;
	const closed = updates.close().then(() => (isClosed = true));
	await vi.advanceTimersByTimeAsync(10_000);
	expect(isClosed).toBe(false);
	expect(vi.getTimerCount()).toBe(0);
	resolve(true);
	await closed;
});
