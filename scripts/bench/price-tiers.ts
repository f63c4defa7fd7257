import { join } from 'node:path';
import { sql } from 'kysely';
import type { PriceObservation } from '#lib/domain/price.ts';
import { startApp, type App } from '#lib/server/app.ts';
import { parseConfig } from '#lib/server/config.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { createStoredPrices } from '#lib/server/db/prices.ts';
import type { Bench } from './bench.ts';
import { startRedis } from './redis-server.ts';
import { withFolder } from './scratch.ts';
import { timeInTurn } from './timing.ts';

const BATCH = 50;
const ONE_BY_ONE = 500;

/** As `Bench` times it, in µs. */
const inMicroseconds = { unit: 'µs', target: 50_000, barOf: 'limit' } as const;

/** A price that is in no faster tier than the database, read by the statement that the tier has. */
export const sqliteRead: Bench = {
	...inMicroseconds,
	name: 'SQLite price read',
	bar: 1.15,
	measure: () =>
		withFolder(async (dataDir) => {
			const ids = await withApp(dataDir, { PRICE_TIERS: 'sqlite' }, async (app) => {
				const all = app.catalog.products.slice(0, ONE_BY_ONE).map(({ id }) => id);
				await fill(app, all);
				return all;
			});
			const database = await openDatabase(join(dataDir, 'grocery.db'));
			try {
				const { db, sqlite } = database;
				const rows = createStoredPrices(db, sqlite);
				const query = priceQuery(db);
				const bare = sqlite.prepare<[string], object>(query.where('id', '=', '').compile().sql);
				const questions = ids.map((id) => [id]);
				const timed = await timeInTurn(
					{
						ours: (times) => {
							for (let i = 0; i < times; i += 1) rows.read(questions[i % ONE_BY_ONE] ?? []);
						},
						limit: (times) => {
							for (let i = 0; i < times; i += 1) bare.get(ids[i % ONE_BY_ONE] ?? '');
						},
						peer: async (times) => {
							for (let i = 0; i < times; i += 1) {
								await query.where('id', '=', ids[i % ONE_BY_ONE] ?? '').executeTakeFirst();
							}
						}
					},
					{ rounds: 15, times: 3_000 }
				);
				return toResult(timed, 'Kysely');
			} finally {
				await database.close();
			}
		})
};

/** A list's prices that are in the database only, through the whole lookup. */
export const batchFromSqlite: Bench = {
	...inMicroseconds,
	name: '50 prices from SQLite',
	bar: 1.3,
	measure: () =>
		withFolder((dataDir) =>
			withApp(dataDir, { PRICE_TIERS: 'sqlite' }, async (app) => {
				const ids = app.catalog.products.slice(0, BATCH).map(({ id }) => id);
				await fill(app, ids);
				const { db, sqlite } = app.database;
				const query = priceQuery(db);
				const among = sql<string>`(select value from json_each(${'[]'}))`;
				const many = sqlite.prepare<[string]>(query.where('id', 'in', among).compile().sql);
				const one = sqlite.prepare<[string]>(query.where('id', '=', '').compile().sql);
				const timed = await timeInTurn(
					{
						ours: async (times) => {
							for (let i = 0; i < times; i += 1) await app.prices.lookup(ids, { askSource: true });
						},
						limit: (times) => {
							for (let i = 0; i < times; i += 1) many.all(JSON.stringify(ids));
						},
						peer: (times) => {
							for (let i = 0; i < times; i += 1) for (const id of ids) one.get(id);
						}
					},
					{ rounds: 15, times: 500 }
				);
				return toResult(timed, '50 prepared gets');
			})
		)
};

/** The same from Redis; beside it one MGET whose values are read as JSON, because unread they are nothing. */
export const batchFromRedis: Bench = redisBench('50 prices from Redis', BATCH, 1.3, 150);

/**
 * One price from Redis. Bentocache, which has been its peer, asks for an older ioredis than ours: its 31 to 37 µs
 * beside 20 µs for a plain GET are where the bar stands.
 */
export const hitInRedis: Bench = redisBench('one price from Redis', 1, 1.5, 1_000);

function redisBench(name: string, count: number, bar: number, times: number): Bench {
	return {
		...inMicroseconds,
		name,
		bar,
		measure: () =>
			withFolder(async (dataDir) => {
				const redis = await startRedis();
				try {
					const env = { PRICE_TIERS: 'redis', REDIS_URL: redis.url };
					return await withApp(dataDir, env, async (app) => {
						const ids = app.catalog.products.slice(0, count).map(({ id }) => id);
						await untilFrom('redis', app, ids);
						const keys = ids.map((id) => `wga:price:embedded:anywhere:${id}`);
						const read = (value: string | null) => JSON.parse(value ?? '{}') as PriceObservation;
						const timed = await timeInTurn(
							{
								ours: async (rounds) => {
									for (let i = 0; i < rounds; i += 1)
										await app.prices.lookup(ids, { askSource: true });
								},
								limit: async (rounds) => {
									for (let i = 0; i < rounds; i += 1) (await redis.client.mget(keys)).map(read);
								},
								peer: async (rounds) => {
									for (let i = 0; i < rounds; i += 1)
										for (const key of keys) read(await redis.client.get(key));
								}
							},
							{ rounds: 15, times }
						);
						return toResult(timed, count === 1 ? 'one GET' : `${count} GETs`);
					});
				} finally {
					await redis.close();
				}
			})
	};
}

/** Runs an app on this folder with these variables. */
export async function withApp<T>(
	dataDir: string,
	env: Readonly<Record<string, string>>,
	work: (app: App) => Promise<T>,
	overrides: Parameters<typeof startApp>[1] = {}
): Promise<T> {
	const config = parseConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env });
	const app = await startApp(config, overrides);
	try {
		return await work(app);
	} finally {
		await app.close();
	}
}

/** Puts the prices of these into every tier. */
export async function fill(app: App, productIds: readonly string[]): Promise<void> {
	await app.prices.lookup(productIds, { askSource: true });
	await app.prices.settle();
}

const PATIENCE_MS = 10_000;

/** Looks these up until they all come from that tier. @throws when they never do */
export async function untilFrom(
	tier: PriceObservation['tier'],
	app: App,
	productIds: readonly string[]
): Promise<void> {
	const startedAt = performance.now();
	for (;;) {
		const found = await app.prices.lookup(productIds, { askSource: true });
		await app.prices.settle();
		if ([...found.values()].every((price) => price.tier === tier)) return;
		if (performance.now() - startedAt > PATIENCE_MS) throw new Error(`No price came from ${tier}.`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

function priceQuery(db: App['database']['db']) {
	return db
		.selectFrom('walmart_products')
		.select(['id', 'price_cents', 'unit_milli_cents', 'unit_per', 'availability'])
		.select(['source', 'checked_at', 'changed_at'])
		.where('source', 'is not', null);
}

function toResult(timed: Record<'ours' | 'limit' | 'peer', number>, peerName: string) {
	return {
		ours: timed.ours * 1_000,
		limit: timed.limit * 1_000,
		peer: { name: peerName, value: timed.peer * 1_000 }
	};
}
