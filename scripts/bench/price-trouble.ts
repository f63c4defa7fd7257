import type { PriceObservation } from '#lib/domain/price.ts';
import type { App } from '#lib/server/app.ts';
import type { PriceProvider } from '#lib/server/prices/tier.ts';
import type { Bench } from './bench.ts';
import { fill, untilFrom, withApp } from './price-tiers.ts';
import { startRedis, type BenchRedis } from './redis-server.ts';
import { withFolder } from './scratch.ts';
import { openSlowLine, type SlowLine } from './slow-line.ts';
import { quantile } from './timing.ts';

const LOOKUPS = 500;
const askSource = { askSource: true };

/** What happens to Redis while prices are looked up. */
type Trouble = (redis: BenchRedis, line: SlowLine) => void | Promise<void>;

export const redisHung = redisBench('Redis hung', (redis) => redis.pause());
export const redisKilled = redisBench('Redis killed', (redis) => redis.kill());
export const redisSlow = redisBench('Redis 50 ms slow', (_redis, line) => line.delay(50));

/** A price that the database has, after the first lookup has waited for Redis; as limit while Redis was well. */
function redisBench(what: string, befall: Trouble): Bench {
	return {
		name: `${what}, price`,
		unit: 'ms',
		target: 50,
		bar: 0.2,
		barOf: 'ours',
		measure: () =>
			withFolder(async (dataDir) => {
				const redis = await startRedis();
				const line = await openSlowLine(Number(new URL(redis.url).port));
				try {
					const url = `redis://127.0.0.1:${line.port}`;
					const env = { PRICE_TIERS: 'redis,sqlite', REDIS_URL: url };
					return await withApp(dataDir, env, async (app) => {
						const ids = app.catalog.products.slice(0, LOOKUPS).map(({ id }) => id);
						await untilFrom('redis', app, ids);
						const well = await timeEach(app, ids);
						await befall(redis, line);
						const [first = 0, ...others] = await timeEach(app, ids);
						return {
							ours: quantile(others, 0.5),
							limit: quantile(well, 0.5),
							peer: { name: 'the first one', value: first }
						};
					});
				} finally {
					line.close();
					await redis.close();
				}
			})
	};
}

/** One after the other, in ms. @throws when one has no answer */
async function timeEach(app: App, productIds: readonly string[]): Promise<number[]> {
	const taken: number[] = [];
	for (const productId of productIds) {
		const startedAt = performance.now();
		const found = await app.prices.lookup([productId], askSource);
		taken.push(performance.now() - startedAt);
		if (!found.has(productId)) throw new Error(`There was no price of ${productId}.`);
	}
	return taken;
}

const SEVEN_HOURS_MS = 7 * 3_600_000;

export const staleWhileSilent = staleBench('source silent', () => new Promise(() => undefined));
export const staleWhileFailing = staleBench('source failing', () =>
	Promise.reject(new Error('The source is down.'))
);

/** A price that has expired is answered with its age, whatever the source does. */
function staleBench(what: string, fetchPrices: PriceProvider['fetchPrices']): Bench {
	return {
		name: `expired price, ${what}`,
		unit: 'ms',
		target: 50,
		bar: 1,
		barOf: 'ours',
		measure: () =>
			withFolder(async (dataDir) => {
				const ids = await withApp(dataDir, {}, async (app) => {
					const all = app.catalog.products.slice(0, LOOKUPS).map(({ id }) => id);
					await fill(app, all);
					return all;
				});
				const now = () => Date.now() + SEVEN_HOURS_MS;
				const overrides = { now, provider: sourceOf(fetchPrices) };
				const taken = await withApp(dataDir, {}, (app) => timeEach(app, ids), overrides);
				return { ours: quantile(taken, 0.5), limit: null };
			})
	};
}

const CALL_MS = 50;
const AT_ONCE = 1_000;
const ROUNDS = 9;

/** A thousand want one price that nobody has asked for yet; beside it the one call to the source that it takes. */
export const coldPrice: Bench = {
	name: 'cold price, 1,000 at once',
	unit: 'ms',
	target: 500,
	bar: 1.25,
	barOf: 'limit',
	measure: () =>
		withFolder(async (dataDir) => {
			const redis = await startRedis();
			let calls = 0;
			const provider = sourceOf(async (productIds) => {
				calls += 1;
				await new Promise((resolve) => setTimeout(resolve, CALL_MS));
				return productIds.map(observe);
			});
			try {
				const env = { REDIS_URL: redis.url };
				return await withApp(dataDir, env, (app) => timeCold(app, provider, () => calls), {
					provider
				});
			} finally {
				await redis.close();
			}
		})
};

/** @throws when the source is asked more than once for one product */
async function timeCold(app: App, source: PriceProvider, countCalls: () => number) {
	const ours: number[] = [];
	const bare: number[] = [];
	for (const { id } of app.catalog.products.slice(0, ROUNDS)) {
		const startedAt = performance.now();
		await source.fetchPrices([id], 'person');
		bare.push(performance.now() - startedAt);
		const before = countCalls();
		const askedAt = performance.now();
		await Promise.all(Array.from({ length: AT_ONCE }, () => app.prices.lookup([id], askSource)));
		ours.push(performance.now() - askedAt);
		const calls = countCalls() - before;
		if (calls !== 1) throw new Error(`The source was asked ${calls} times instead of once.`);
	}
	return { ours: quantile(ours, 0.5), limit: quantile(bare, 0.5) };
}

const sourceOf = (fetchPrices: PriceProvider['fetchPrices']): PriceProvider => ({
	name: 'embedded',
	freshForMs: Infinity,
	batchSize: 20,
	isMetered: true,
	fetchPrices
});

const observe = (productId: string): PriceObservation => ({
	productId,
	priceCents: 352,
	unitPrice: null,
	availability: 'available',
	source: 'embedded',
	tier: 'source',
	checkedAt: Date.now(),
	changedAt: Date.now(),
	stale: false
});
