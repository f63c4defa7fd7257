import type { Catalog } from '#lib/domain/catalog.ts';
import type { Config } from './config.ts';
import type { OpenedDatabase } from './db/open.ts';
import { createStoredPrices } from './db/prices.ts';
import { createEmbeddedProvider, type SampleDrift } from './prices/embedded.ts';
import { createPriceLookup, type PriceLookup } from './prices/lookup.ts';
import { createMemoryTier } from './prices/memory.ts';
import { createRedisTier, type RedisTier } from './prices/redis.ts';
import { createSqliteTier } from './prices/sqlite.ts';
import type { PriceProvider } from './prices/tier.ts';
import { createPriceUpdates, type PriceUpdates } from './prices/updates.ts';

interface PriceServiceOptions {
	readonly config: Config;
	readonly database: OpenedDatabase;
	readonly catalog: Catalog;
	/** Wall clock in ms. */
	readonly now: () => number;
	/** Ms since some moment, never backwards. */
	readonly monotonic: () => number;
	readonly report: (problem: unknown, doing: string) => void;
	/** In the place of the one that is configured. */
	readonly provider?: PriceProvider | undefined;
	readonly drift?: SampleDrift | undefined;
	readonly refreshEveryMs?: number | undefined;
	readonly redisTimeoutMs?: number | undefined;
}

/** Everything that knows what things cost, put together. */
export interface PriceService {
	readonly prices: PriceLookup;
	readonly updates: PriceUpdates;
	/** Null when no Redis is configured. */
	readonly redis: RedisTier | null;
	close(): Promise<void>;
}

const DEFAULT_DRIFT: SampleDrift = { seed: 1, stepMs: 5_000 };

/** Opens the source that `PRICE_PROVIDER` names behind the tiers that `PRICE_TIERS` names. */
export function openPriceService(options: PriceServiceOptions): PriceService {
	const { config, database, catalog, now, monotonic, report } = options;
	const { tiers, memoryTtlMs, redisUrl, sampleDrift } = config.prices;
	const drift = sampleDrift ? (options.drift ?? DEFAULT_DRIFT) : null;
	const provider =
		options.provider ??
		createEmbeddedProvider({ productById: catalog.byId.bind(catalog), now, drift });
	const redis = tiers.includes('redis') && redisUrl !== null ? openRedisTier(redisUrl) : null;
	const rows = createStoredPrices(database.db, database.sqlite);
	const sqlite = tiers.includes('sqlite') ? createSqliteTier({ rows, now, report }) : null;
	const prices = createPriceLookup({
		memory: tiers.includes('memory') ? createMemoryTier({ ttlMs: memoryTtlMs, monotonic }) : null,
		shared: [redis, sqlite].filter((tier) => tier !== null),
		provider,
		onObserved: (observations) => updates.publish(observations),
		report
	});
	const updates = createPriceUpdates({
		refresh: (productIds) => prices.refresh(productIds),
		freshForMs: provider.freshForMs,
		batchSize: provider.batchSize,
		monotonic,
		now,
		refreshEveryMs: options.refreshEveryMs
	});

	function openRedisTier(url: string): RedisTier {
		const place = config.walmart.storeId ?? config.walmart.zip ?? 'anywhere';
		return createRedisTier({
			url,
			provider: provider.name,
			place,
			now,
			report,
			timeoutMs: options.redisTimeoutMs
		});
	}

	async function close(): Promise<void> {
		await updates.close();
		await prices.settle();
		redis?.close();
	}

	return { prices, updates, redis, close };
}
