import type { Product } from '#lib/domain/product.ts';
import { readSize } from '#lib/domain/size-text.ts';
import type { PriceHistory } from '#lib/protocol/price-history.ts';
import type { Config } from './config.ts';
import type { OpenedDatabase } from './db/open.ts';
import { createStoredHistory } from './db/price-history.ts';
import { createStoredPrices } from './db/prices.ts';
import type { StoredProducts } from './db/product-search.ts';
import { storeProducts } from './db/products.ts';
import { createWalmartLedger } from './db/walmart-ledger.ts';
import { createEmbeddedProvider, type SampleDrift } from './prices/embedded.ts';
import { createPriceLookup, type PriceLookup } from './prices/lookup.ts';
import { createMemoryTier } from './prices/memory.ts';
import { createRedisTier, type RedisTier } from './prices/redis.ts';
import { createSqliteTier } from './prices/sqlite.ts';
import type { AskedBy, PriceProvider } from './prices/tier.ts';
import { createPriceUpdates, type PriceUpdates } from './prices/updates.ts';
import { startUpkeep } from './prices/upkeep.ts';
import { NotAsked } from './prices/walmart/provider.ts';
import type { WalmartAccount } from './prices/walmart/signature.ts';
import { openWalmart, type Walmart } from './prices/walmart/walmart.ts';

interface PriceServiceOptions {
	readonly config: Config;
	/** Null unless the source is Walmart. */
	readonly walmartAccount: WalmartAccount | null;
	readonly database: OpenedDatabase;
	readonly products: StoredProducts;
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
	/** What a product cost; null for one that is not known. Never asks the source. */
	readonly historyOf: (productId: string) => PriceHistory | null;
	/** How it stands with Walmart; null when the source is another. */
	readonly walmartState: Walmart['state'] | null;
	/**
	 * What Walmart finds for these words, best first, kept with its price so that both can be looked up from now on.
	 * Empty also when the source is another, or cannot be asked. It costs one of the day's calls.
	 */
	readonly searchWalmart: (query: string, askedBy: AskedBy) => Promise<Product[]>;
	close(): Promise<void>;
}

const DEFAULT_DRIFT: SampleDrift = { seed: 1, stepMs: 5_000 };

/** Opens the source that `PRICE_PROVIDER` names behind the tiers that `PRICE_TIERS` names. */
export function openPriceService(options: PriceServiceOptions): PriceService {
	const { config, database, products, now, monotonic, report } = options;
	const { tiers, memoryTtlMs, redisUrl, sampleDrift } = config.prices;
	const drift = sampleDrift ? (options.drift ?? DEFAULT_DRIFT) : null;
	const embedded = createEmbeddedProvider({
		productById: (productId) => products.byId(productId),
		listPrice: (productId) => products.listPrice(productId),
		now,
		drift
	});
	const walmart =
		options.walmartAccount === null ? null : openWalmartBefore(embedded, options.walmartAccount);
	const provider = options.provider ?? walmart?.provider ?? embedded;
	const redis = tiers.includes('redis') && redisUrl !== null ? openRedisTier(redisUrl) : null;
	const rows = createStoredPrices(database.db, database.sqlite);
	const sqlite = tiers.includes('sqlite') ? createSqliteTier({ rows, now, report }) : null;
	const prices = createPriceLookup({
		memory: tiers.includes('memory') ? createMemoryTier({ ttlMs: memoryTtlMs, monotonic }) : null,
		shared: [redis, sqlite].filter((tier) => tier !== null),
		provider,
		onObserved: (observations) => updates.publish(observations),
		// Why Walmart is not asked is said once, and not again for every question.
		report: (problem, doing) => {
			if (!(problem instanceof NotAsked)) report(problem, doing);
		}
	});
	const history = createStoredHistory(database.sqlite);
	const { retentionDays } = config.walmart;
	const upkeep = startUpkeep({ history, retentionDays, now, report });
	const updates = createPriceUpdates({
		refresh: (productIds) => prices.refresh(productIds),
		freshForMs: provider.freshForMs,
		batchSize: provider.batchSize,
		monotonic,
		now,
		refreshEveryMs: options.refreshEveryMs
	});

	function openWalmartBefore(others: PriceProvider, account: WalmartAccount): Walmart {
		return openWalmart({
			...config.walmart,
			account,
			ledger: createWalmartLedger(database.sqlite),
			others,
			readSize,
			onProducts: storeNew,
			now,
			monotonic,
			report
		});
	}

	/** What is known of the others, from a file say, stands. */
	function storeNew(found: readonly Product[]): void {
		const fresh = found.filter(({ id }) => products.byId(id) === null);
		storeProducts(database.sqlite, fresh);
	}

	async function searchWalmart(query: string, askedBy: AskedBy): Promise<Product[]> {
		const seen = (await walmart?.provider.search(query, askedBy)) ?? [];
		const found = seen.flatMap(({ product }) => product ?? []);
		if (found.length === 0) return [];
		storeProducts(database.sqlite, found);
		await sqlite?.write(seen.map(({ observation }) => observation));
		return found;
	}

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
		walmart?.close();
		await upkeep.close();
		await updates.close();
		await prices.settle();
		redis?.close();
	}

	return {
		prices,
		updates,
		redis,
		historyOf: (productId) => history.read(productId, now()),
		walmartState: walmart?.state ?? null,
		searchWalmart,
		close
	};
}
