import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PriceObservation } from '#lib/domain/price.ts';
import { observe } from '../../../../tests/support/fake-source.ts';
import { createPriceUpdates } from './updates.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp({ freshForMs = 10_000, batchSize = 20 } = {}) {
	const rounds: string[][] = [];
	const updates = createPriceUpdates({
		refresh: async (productIds) => void rounds.push([...productIds]),
		freshForMs,
		batchSize,
		monotonic: () => performance.now(),
		refreshEveryMs: 1_000,
		flushEveryMs: 250
	});
	return { updates, rounds };
}

const told = (...prices: PriceObservation[]) =>
	new Map(prices.map((price) => [price.productId, price]));

describe('rounds', () => {
	test('ask for what is followed by anybody, each product once, when it has grown old', async () => {
		const { updates, rounds } = setUp();
		updates.subscribe(() => undefined).follow(['milk', 'eggs'], told());
		updates.subscribe(() => undefined).follow(['eggs', 'bread'], told());
		await vi.advanceTimersByTimeAsync(9_000);
		expect(rounds).toEqual([]);
		await vi.advanceTimersByTimeAsync(1_000);
		expect(rounds).toEqual([['milk', 'eggs', 'bread']]);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(rounds).toHaveLength(2);
	});

	test('take the oldest first when the source takes only so many', async () => {
		const { updates, rounds } = setUp({ batchSize: 2 });
		updates.subscribe(() => undefined).follow(['a', 'b', 'c'], told());
		await vi.advanceTimersByTimeAsync(12_000);
		expect(rounds).toEqual([['a', 'b'], ['c']]);
	});

	test('stop asking for what nobody follows any more', async () => {
		const { updates, rounds } = setUp();
		const subscription = updates.subscribe(() => undefined);
		subscription.follow(['milk', 'eggs'], told());
		subscription.follow(['eggs'], told());
		await vi.advanceTimersByTimeAsync(10_000);
		expect(rounds).toEqual([['eggs']]);
	});

	test('never ask again for prices that never move', async () => {
		const { updates, rounds } = setUp({ freshForMs: Infinity });
		updates.subscribe(() => undefined).follow(['milk'], told());
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
		updates
			.subscribe((prices) => heard.push(prices))
			.follow(['milk', 'eggs'], told(observe('milk', 352, 1), observe('eggs', 299, 1)));
		updates.subscribe(deaf).follow(['bread'], told());
		updates.publish([observe('milk', 360, 2), observe('eggs', 299, 2)]);
		await vi.advanceTimersByTimeAsync(250);
		expect(heard).toEqual([[observe('milk', 360, 2)]]);
		expect(deaf).not.toHaveBeenCalled();
	});

	test('come in one batch at most every 250 ms, the newest of each product', async () => {
		const { updates } = setUp();
		const heard: (readonly PriceObservation[])[] = [];
		updates.subscribe((prices) => heard.push(prices)).follow(['milk', 'eggs'], told());
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

	test('of a product that is no longer followed are not delivered', async () => {
		const { updates } = setUp();
		const deliver = vi.fn();
		const subscription = updates.subscribe(deliver);
		subscription.follow(['milk'], told());
		updates.publish([observe('milk', 1, 1)]);
		subscription.follow(['eggs'], told());
		await vi.advanceTimersByTimeAsync(1_000);
		expect(deliver).not.toHaveBeenCalled();
	});
});

test('closing ends every timer and waits for the round that is running', async () => {
	const { promise, resolve } = Promise.withResolvers<void>();
	const updates = createPriceUpdates({
		refresh: () => promise,
		freshForMs: 0,
		batchSize: 1,
		monotonic: () => performance.now()
	});
	updates.subscribe(() => undefined).follow(['milk'], told());
	await vi.advanceTimersByTimeAsync(3_000);
	let isClosed = false;
	const closed = updates.close().then(() => (isClosed = true));
	await vi.advanceTimersByTimeAsync(10_000);
	expect(isClosed).toBe(false);
	expect(vi.getTimerCount()).toBe(0);
	resolve();
	await closed;
});
