import { Redis } from 'ioredis';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { observe } from '../support/fake-source.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { createRedisTier, type RedisTier } from '#lib/server/prices/redis.ts';

const KEY = 'wga:price:walmart:90210:milk';
const NOW = 1_000_000;
const milk = observe('milk', 352, NOW);
/** As it stands under its key. */
const GOOD = [352, null, null, 'available', 'walmart', NOW, NOW];

interface Setup {
	readonly server: TestRedis;
	readonly tier: RedisTier;
	readonly problems: unknown[];
}

/** The deadline is far above what a busy machine needs, except where a test is about the deadline. */
async function setUp(timeoutMs = 2_000): Promise<Setup> {
	const server = await startRedis();
	const problems: unknown[] = [];
	const tier = createRedisTier({
		url: server.url,
		provider: 'walmart',
		place: '90210',
		now: () => NOW,
		report: (problem) => void problems.push(problem),
		timeoutMs,
		probeEveryMs: 20
	});
	onTestFinished(() => tier.close());
	await untilUp(tier);
	return { server, tier, problems };
}

function untilUp(tier: RedisTier): Promise<void> {
	return vi.waitFor(() => expect(tier.isUp()).toBe(true), { timeout: 10_000 });
}

function openClient(server: TestRedis): Redis {
	const client = new Redis(server.url);
	onTestFinished(() => client.disconnect());
	return client;
}

describe('a Redis that answers', () => {
	test('gives back what was written, under a key that names source and place, for five minutes', async () => {
		const { server, tier } = await setUp();
		await tier.write([milk]);
		expect(await tier.read(['milk', 'eggs'])).toEqual(
			new Map([['milk', { ...milk, tier: 'redis' }]])
		);
		const seconds = await openClient(server).ttl(KEY);
		expect(seconds).toBeGreaterThan(290);
		expect(seconds).toBeLessThanOrEqual(300);
	});

	test('believes what was written by another server of this house', async () => {
		const { server, tier } = await setUp();
		await openClient(server).set(KEY, JSON.stringify(GOOD));
		expect((await tier.read(['milk'])).get('milk')).toEqual({ ...milk, tier: 'redis' });
	});

	test.each([
		['no JSON', '[352,'],
		['another shape', JSON.stringify(milk)],
		['too little', JSON.stringify(GOOD.slice(0, -1))],
		['a price that is a word', JSON.stringify(['free', ...GOOD.slice(1)])],
		['a price below nothing', JSON.stringify([-352, ...GOOD.slice(1)])],
		['nothing as a price', JSON.stringify([0, ...GOOD.slice(1)])],
		['a part of a cent', JSON.stringify([352.5, ...GOOD.slice(1)])],
		['a price that is no number', JSON.stringify(GOOD).replace('352', 'NaN')],
		['more than anything costs', JSON.stringify([1e9, ...GOOD.slice(1)])],
		['a source that does not exist', JSON.stringify(GOOD).replace('walmart', 'rumor')],
		['a look from the future', JSON.stringify(GOOD).replace(String(NOW), String(NOW + 3_600_000))]
	])('is not believed when a value holds %s', async (_kind, value) => {
		const { server, tier, problems } = await setUp();
		await openClient(server).set(KEY, value);
		expect((await tier.read(['milk'])).size).toBe(0);
		expect(problems).toEqual([]);
	});
});

test('a value that another server has changed meanwhile is read anew', async () => {
	const { server, tier } = await setUp();
	await tier.write([milk]);
	await tier.read(['milk']);
	await openClient(server).set(KEY, JSON.stringify([360, ...GOOD.slice(1)]));
	expect((await tier.read(['milk'])).get('milk')?.priceCents).toBe(360);
	await openClient(server).set(KEY, 'nonsense');
	expect((await tier.read(['milk'])).size).toBe(0);
});

test('a Redis that holds something else under a key answers for the others all the same', async () => {
	const { server, tier, problems } = await setUp();
	await openClient(server).lpush(KEY, 'a list');
	const eggs = observe('eggs', 299, NOW);
	await tier.write([eggs]);
	expect([...(await tier.read(['milk', 'eggs'])).keys()]).toEqual(['eggs']);
	await tier.write([milk]);
	expect((await tier.read(['milk'])).get('milk')?.priceCents).toBe(352);
	expect(problems).toEqual([]);
});

describe('a Redis that does not answer', () => {
	test('costs one deadline when it hangs, then nothing, and is used again when it is back', async () => {
		const { server, tier, problems } = await setUp(100);
		await tier.write([milk]);
		server.pause();
		expect((await tier.read(['milk'])).size).toBe(0);
		expect(tier.isUp()).toBe(false);
		expect(problems).toHaveLength(1);

		for (let lookups = 0; lookups < 1_000; lookups++) await tier.read(['milk']);
		expect(problems).toHaveLength(1);

		server.resume();
		await untilUp(tier);
		expect((await tier.read(['milk'])).size).toBe(1);
	});

	test('is left out when it is killed, and used again when another takes its place', async () => {
		const { server, tier } = await setUp();
		await server.kill();
		await vi.waitFor(async () => {
			expect((await tier.read(['milk'])).size).toBe(0);
			expect(tier.isUp()).toBe(false);
		});
		await startRedis(Number(new URL(server.url).port));
		await untilUp(tier);
		await tier.write([milk]);
		expect((await tier.read(['milk'])).size).toBe(1);
	});

	test('that was never there stops nothing, and is said once', async () => {
		const problems: unknown[] = [];
		const tier = createRedisTier({
			url: 'redis://127.0.0.1:1',
			provider: 'walmart',
			place: 'anywhere',
			now: Date.now,
			report: (problem) => void problems.push(problem),
			probeEveryMs: 5
		});
		onTestFinished(() => tier.close());
		await vi.waitFor(() => expect(problems).toHaveLength(1));
		await new Promise((resolve) => setTimeout(resolve, 100));
		await tier.write([milk]);
		expect((await tier.read(['milk'])).size).toBe(0);
		expect(tier.isUp()).toBe(false);
		expect(problems).toHaveLength(1);
	});
});
