import { describe, expect, test, vi } from 'vitest';
import type { PriceTier } from '#lib/domain/price.ts';
import type { Prices } from '#lib/protocol/prices.ts';
import { openBadLine } from '../support/bad-line.ts';
import { createFakeSource } from '../support/fake-source.ts';
import { startRedis } from '../support/redis.ts';
import { routes } from '../support/routes.ts';
import { startServer } from '../support/start-app.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Visitor } from '../support/visitor.ts';

/** A busy machine must not look like a slow Redis. */
const PATIENT = { redisTimeoutMs: 2_000 };
const IDS = ['gen_bananas', 'gen_whole-milk', 'nobody-sells-this'];
const PRICES = `/api/walmart/prices?ids=${IDS.join()}`;
const DAY_MS = 24 * 3_600_000;
const askSource = { askSource: true };

/** Every subset, and where its second answer comes from. */
const SUBSETS: readonly (readonly [string, PriceTier])[] = [
	['none', 'source'],
	['memory', 'memory'],
	['redis', 'redis'],
	['sqlite', 'sqlite'],
	['memory,redis', 'memory'],
	['memory,sqlite', 'memory'],
	['redis,sqlite', 'redis'],
	['memory,redis,sqlite', 'memory']
];

describe.each(SUBSETS)('with PRICE_TIERS=%s', (tiers, tierOfSecond) => {
	/** The whole server with these tiers and a Redis that is up, on clocks that the test moves. */
	async function start() {
		const redis = await startRedis();
		const clock = { wallMs: 0, monotonicMs: 0 };
		const server = await startServer({
			env: { PRICE_TIERS: tiers, REDIS_URL: redis.url },
			overrides: {
				...PATIENT,
				now: () => Date.now() + clock.wallMs,
				monotonic: () => performance.now() + clock.monotonicMs
			},
			handler: routes
		});
		const { app } = server;
		await vi.waitFor(async () => expect((await app.health()).degraded).not.toContain('redis'));
		const centsOf = (id: string) => app.catalog.byId(id)?.sampleCents;
		const expected = {
			prices: [
				{ productId: IDS[0], priceCents: centsOf('gen_bananas'), source: 'embedded', stale: false },
				{ productId: IDS[1], priceCents: centsOf('gen_whole-milk'), source: 'embedded' }
			],
			unknown: [IDS[2]]
		};
		return { server, clock, expected };
	}

	test('the answers are the same over HTTP and the socket, only from elsewhere', async () => {
		const { server, expected } = await start();
		const stranger = new Visitor(server);
		const first = await stranger.ask<Prices>('GET', PRICES);
		expect(first).toMatchObject({ status: 200, body: expected });
		expect(first.body.prices.map(({ tier }) => tier)).toEqual(['source', 'source']);
		await server.app.prices.settle();
		const second = await stranger.ask<Prices>('GET', PRICES);
		expect(second).toMatchObject({ status: 200, body: expected });
		expect(second.body.prices.map(({ tier }) => tier)).toEqual([tierOfSecond, tierOfSecond]);
		const socket = await (await Visitor.signedUp(server)).connect();
		expect(await socket.emitWithAck('price:subscribe_batch', { productIds: IDS })).toMatchObject(
			expected
		);
	});

	test.each([DAY_MS, -DAY_MS])(
		'a clock put %i ms off changes no price, and none stays old',
		async (ms) => {
			const { server, clock, expected } = await start();
			const { prices } = server.app;
			await prices.lookup(IDS, askSource);
			await prices.settle();
			clock.wallMs = ms;
			clock.monotonicMs = 61_000;
			const withoutAge = expected.prices.map(({ productId, priceCents }) => ({
				productId,
				priceCents
			}));
			const after = await prices.lookup(IDS, askSource);
			expect([...after.values()]).toMatchObject(withoutAge);
			await prices.settle();
			const later = await prices.lookup(IDS, askSource);
			expect([...later.values()]).toMatchObject(withoutAge);
			for (const { stale } of later.values()) expect(stale).toBe(false);
		}
	);
});

test('a Redis that dies is named, but the server stays ready and goes on answering', async () => {
	const redis = await startRedis();
	const { app } = await startServer({ env: { REDIS_URL: redis.url, PRICE_TIERS: 'redis,sqlite' } });
	await vi.waitFor(async () => expect((await app.health()).degraded).not.toContain('redis'));
	await redis.kill();
	await vi.waitFor(async () => {
		const answers = await app.prices.lookup(IDS, askSource);
		expect(answers.size).toBe(2);
		expect(await app.health()).toMatchObject({ ready: true, degraded: ['redis'] });
	});
});

test.each(['hangs', 'takes 50 ms'])(
	'a Redis that %s takes no answer away, and is used again when it is well',
	async (kind) => {
		const redis = await startRedis();
		const line = await openBadLine(redis.url.replace('redis:', 'http:'));
		const url = line.url.replace('http:', 'redis:');
		const { app } = await startServer({
			env: { REDIS_URL: url, PRICE_TIERS: 'redis' },
			// Below the 50 ms, and above what a busy machine takes.
			overrides: { redisTimeoutMs: 40 }
		});
		const isDown = async () => (await app.health()).degraded.includes('redis');
		const tierOf = async () =>
			(await app.prices.lookup(['gen_bananas'], askSource)).get('gen_bananas')?.tier;
		await vi.waitFor(
			async () => {
				expect(await tierOf()).toBe('redis');
			},
			{ timeout: 10_000 }
		);
		if (kind === 'hangs') redis.pause();
		else line.change({ latencyMs: 25 });
		for (let lookups = 0; lookups < 100; lookups++) expect(await tierOf()).toBe('source');
		expect(await isDown()).toBe(true);
		if (kind === 'hangs') redis.resume();
		else line.change({});
		await vi.waitFor(async () => expect(await tierOf()).toBe('redis'), { timeout: 10_000 });
		line.close();
	}
);

test('prices are there again after a restart', async () => {
	const env = { DATA_DIR: temporaryFolder(), PRICE_TIERS: 'sqlite' };
	const before = await startServer({ env });
	await before.app.prices.lookup(IDS, askSource);
	await before.close();
	const after = await startServer({ env });
	const answers = await after.app.prices.lookup(IDS, { askSource: false });
	expect([...answers.keys()].sort()).toEqual(['gen_bananas', 'gen_whole-milk']);
});

describe('a source whose questions are counted', () => {
	async function start() {
		const source = createFakeSource(Date.now, new Map([['gen_bananas', 56]]));
		const server = await startServer({ overrides: { provider: source }, handler: routes });
		const stranger = new Visitor(server);
		return { server, source, stranger, member: await Visitor.signedUp(server) };
	}

	test.each(['/prices?ids=gen_bananas', '/products?q=bananas&limit=1', '/products/gen_bananas'])(
		'is not asked by a stranger at %s, who is told what is known all the same',
		async (path) => {
			const { source, stranger, member } = await start();
			const ask = (visitor: Visitor) => visitor.ask('GET', `/api/walmart${path}`);
			const before = await ask(stranger);
			expect(before.status).toBe(200);
			expect(source.questions).toEqual([]);
			const told = await ask(member);
			expect(source.questions).toHaveLength(1);
			expect(JSON.stringify(told.body)).toContain('"priceCents":56');
			expect(JSON.stringify((await ask(stranger)).body)).toContain('"priceCents":56');
		}
	);

	test('lets a proxy keep what everybody is told, and not the gaps of a stranger', async () => {
		const { stranger, member } = await start();
		const path = '/api/walmart/prices?ids=gen_bananas';
		const cacheControl = async (visitor: Visitor) =>
			(await visitor.ask('GET', path)).headers.get('cache-control');
		expect(await cacheControl(stranger)).toBe('no-store');
		expect(await cacheControl(member)).toBe('public, max-age=15');
		expect(await cacheControl(stranger)).toBe('public, max-age=15');
	});
});
