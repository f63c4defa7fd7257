import { expect, test, vi } from 'vitest';
import type { PriceTier } from '#lib/domain/price.ts';
import { startRedis } from '../support/redis.ts';
import { startServer } from '../support/start-app.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A busy machine must not look like a slow Redis. */
const overrides = { redisTimeoutMs: 2_000 };
const IDS = ['gen_bananas', 'gen_whole-milk', 'nobody-sells-this'];

test.each<[string, readonly PriceTier[]]>([
	['memory,redis,sqlite', ['source', 'memory']],
	['redis,sqlite', ['source', 'redis']],
	['sqlite', ['source', 'sqlite']],
	['memory', ['source', 'memory']],
	['none', ['source', 'source']]
])('with PRICE_TIERS=%s the answers are the same, only from elsewhere', async (tiers, expected) => {
	const redis = await startRedis();
	const { app } = await startServer({
		env: { PRICE_TIERS: tiers, REDIS_URL: redis.url },
		overrides
	});
	await vi.waitFor(async () => expect((await app.health()).degraded).not.toContain('redis'));
	for (const tier of expected) {
		const answers = await app.prices.lookup(IDS, { askSource: true });
		expect([...answers.values()]).toMatchObject([
			{ productId: 'gen_bananas', source: 'embedded', tier, stale: false },
			{ productId: 'gen_whole-milk', source: 'embedded', tier, stale: false }
		]);
		for (const { productId, priceCents } of answers.values()) {
			expect(priceCents).toBe(app.catalog.byId(productId)?.sampleCents);
		}
		await app.prices.settle();
	}
});

test('a Redis that dies is named, but the server stays ready and goes on answering', async () => {
	const redis = await startRedis();
	const { app } = await startServer({ env: { REDIS_URL: redis.url, PRICE_TIERS: 'redis,sqlite' } });
	await vi.waitFor(async () => expect((await app.health()).degraded).not.toContain('redis'));
	await redis.kill();
	await vi.waitFor(async () => {
		const answers = await app.prices.lookup(IDS, { askSource: true });
		expect(answers.size).toBe(2);
		expect(await app.health()).toMatchObject({ ready: true, degraded: ['redis'] });
	});
});

test('prices are there again after a restart', async () => {
	const env = { DATA_DIR: temporaryFolder(), PRICE_TIERS: 'sqlite' };
	const before = await startServer({ env });
	await before.app.prices.lookup(IDS, { askSource: true });
	await before.close();
	const after = await startServer({ env });
	const answers = await after.app.prices.lookup(IDS, { askSource: false });
	expect([...answers.keys()].sort()).toEqual(['gen_bananas', 'gen_whole-milk']);
});
