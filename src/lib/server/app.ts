import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { embeddedCatalog, type Catalog } from '#lib/domain/catalog.ts';
import type { StatusAnswer } from '#lib/protocol/status.ts';
import { takeBackup } from './backup/backup.ts';
import { listBackupFiles, readManifest } from './backup/manifest.ts';
import { finishRestore } from './backup/restore.ts';
import { createTurnClock } from './clock.ts';
import type { Config } from './config.ts';
import { createConnectedDevices, type ConnectedDevices } from './connected-devices.ts';
import { openDataLock, type Lock } from './db/lock.ts';
import { openFolder, readFreeBytes } from './db/folder.ts';
import { openDatabase, type OpenedDatabase } from './db/open.ts';
import { createImportStore } from './db/imports.ts';
import { createStoredProducts, type StoredProducts } from './db/product-search.ts';
import { storeProducts } from './db/products.ts';
import { createStatusQueries } from './db/status.ts';
import { isRetryable } from './db/sqlite.ts';
import { createGlance, type Glance } from './glance.ts';
import { createHealthCheck, type Health } from './health.ts';
import { openImports, type Imports } from './imports/imports.ts';
import type { LineModel } from './imports/worker.ts';
import { openLanguageService, type LanguageService } from './language-service.ts';
import { createLog, type Log } from './log.ts';
import { createNotices, type Notices } from './notices.ts';
import { isOwnOrigin } from './origin.ts';
import { createLinkStore } from './people/links.ts';
import { createPeople, type People } from './people/people.ts';
import { createSessionStore, type Session } from './people/sessions.ts';
import { openPriceService, type PriceService } from './price-service.ts';
import type { SampleDrift } from './prices/embedded.ts';
import type { WalmartAccount } from './prices/walmart/signature.ts';
import type { PriceLookup } from './prices/lookup.ts';
import type { PriceProvider } from './prices/tier.ts';
import type { PriceUpdates } from './prices/updates.ts';
import { createRateLimiter, type RateLimiter } from './rate-limits.ts';
import { createStatus } from './status.ts';
import { openProof } from './sync/proof.ts';
import { createSyncService, type SyncService } from './sync/sync-service.ts';
import { createCollector } from './sync/collection.ts';
import { createSyncStore } from './sync/sync-store.ts';
import { openTimelineMarker, readBootId } from './sync/timeline-marker.ts';
import { createWriter } from './sync/writer.ts';
import { readWalmartAccount } from './walmart-account.ts';

export type { Newcomer } from './people/people.ts';
export type { Session } from './people/sessions.ts';

/** The running services. There is one of each, for endpoints and sockets alike. */
export interface App {
	readonly config: Config;
	readonly log: Log;
	readonly database: OpenedDatabase;
	/** The built-in one. */
	readonly catalog: Catalog;
	/** All that can be bought: the catalog, what was imported, and what a shop's search has brought. */
	readonly products: StoredProducts;
	readonly prices: PriceLookup;
	readonly priceUpdates: PriceUpdates;
	readonly priceHistoryOf: PriceService['historyOf'];
	readonly searchWalmart: PriceService['searchWalmart'];
	/** Reads what people type. */
	readonly language: Pick<LanguageService, 'read'>;
	readonly sync: SyncService;
	readonly people: People;
	readonly imports: Imports;
	/** What connected devices are to hear. */
	readonly notices: Notices;
	/** Which devices are connected; whoever opens a connection says so here. */
	readonly connectedDevices: ConnectedDevices;
	readonly rates: Rates;
	/**
	 * Counts what a sync request carries, beside the request itself: twenty edits are as much as one request.
	 * @returns 0, or in how many ms it may be sent again
	 */
	countEdits(sessionId: string, edits: number): number;
	/** Whether an `Origin` header is this server's own, for a request that was sent to `host`. */
	isOwnOrigin(origin: string | null | undefined, host: string | null | undefined): boolean;
	/** Whether what failed may work later, as on a full disk. */
	isRetryable(problem: unknown): boolean;
	health(): Promise<Health>;
	/** From now on it is not ready for anything new. */
	announceEnd(): void;
	/** What the server says of itself to the person of this session. */
	status(session: Session): Promise<StatusAnswer>;
	/** Ends everything in the reverse order of its beginning; safe to call again. */
	close(): Promise<void>;
}

/** Who may ask for how much, by session or by address: `Limits` says which. */
type Rates = Readonly<
	Record<'sync' | 'subscribe' | 'api' | 'anonymous' | 'signUp' | 'badLink', RateLimiter>
>;

/** What only tests replace; everywhere else the real clock runs. */
export interface Overrides {
	readonly log?: Log;
	/** Wall clock in ms. */
	readonly now?: () => number;
	/** Ms since some moment, never backwards. */
	readonly monotonic?: () => number;
	/** A source of prices in the place of the configured one. */
	readonly provider?: PriceProvider;
	readonly drift?: SampleDrift;
	/** What reads the lines of imports that the rules are unsure of. */
	readonly lineModel?: LineModel;
	/** Until imports from before the start are gone on with. */
	readonly importsAfterMs?: number;
	readonly refreshEveryMs?: number;
	readonly redisTimeoutMs?: number;
	/** How long open connections may bring something more when the server ends. */
	readonly lingerMs?: number;
}

const EDITS_PER_REQUEST = 20;
const COLLECT_EVERY_MS = 24 * 3_600_000;

/**
 * The one place for the running app. It hangs on `globalThis` because a bundler or the development server may
 * evaluate this module twice, and two databases in one process would be worse than one global.
 */
const RUNNING = Symbol.for('walmart-grocery-agent.app');
const holder = globalThis as typeof globalThis & { [RUNNING]?: App };

/** @throws when `startApp` has not finished: a route was used without a server, which is a bug of ours. */
export function app(): App {
	const running = runningApp();
	if (running === undefined) throw new Error('The app was used before startApp() had finished.');
	return running;
}

export function runningApp(): App | undefined {
	return holder[RUNNING];
}

/**
 * Opens and connects everything. Importing opens nothing, because Kit imports routes while it builds.
 * @throws ConfigError when the key for Walmart cannot be used
 * @throws DataRefused when a folder cannot be used, the data is in use, or its database is not one to work with
 */
export async function startApp(config: Config, overrides: Overrides = {}): Promise<App> {
	if (runningApp() !== undefined) throw new Error('The app is running already.');
	const isWalmart = config.prices.provider === 'walmart';
	const walmartAccount = isWalmart ? readWalmartAccount(config.walmart) : null;
	openFolder('DATA_DIR', config.dataDir);
	const lock = await openDataLock(config.dataDir);
	try {
		await finishRestore(config.dataDir);
		const database = await openDatabase(join(config.dataDir, 'grocery.db'), {
			beforeMigrating: async () => void (await takeBackup({ ...config, now: Date.now }))
		});
		return (holder[RUNNING] = compose({ config, walmartAccount, overrides, database, lock }));
	} catch (cause) {
		lock.close();
		throw cause;
	}
}

interface Parts {
	readonly config: Config;
	readonly walmartAccount: WalmartAccount | null;
	readonly overrides: Overrides;
	readonly database: OpenedDatabase;
	readonly lock: Lock;
}

function compose({ config, walmartAccount, overrides, database, lock }: Parts): App {
	const log = overrides.log ?? createLog(config.logLevel);
	const now = overrides.now ?? Date.now;
	const monotonic = overrides.monotonic ?? createTurnClock();
	const report = (problem: unknown, doing: string) =>
		log.warn({ err: problem }, `failed: ${doing}`);

	const catalog = embeddedCatalog();
	storeProducts(database.sqlite, catalog.products);
	const products = createStoredProducts(
		database.sqlite,
		(productId) => catalog.byId(productId)?.sampleCents ?? null
	);

	const priceService = openPriceService({
		config,
		walmartAccount,
		database,
		products,
		now,
		monotonic,
		report,
		...overrides
	});
	const { prices, redis, updates: priceUpdates } = priceService;

	const language = openLanguageService({ config: config.language, monotonic, report });

	const notices = createNotices();
	const writer = createWriter(database.sqlite);
	const store = createSyncStore(database.sqlite, newId(), now());
	const { timeline } = store;
	const marker = openTimelineMarker(config.dataDir, readBootId());
	if (marker.contradicts(timeline.read())) timeline.renew(newId(), now());
	marker.write('running', timeline.read());
	/** Without it the next start takes the careful way: everybody reads everything anew. */
	function mark(state: 'running' | 'clean'): void {
		try {
			marker.write(state, timeline.read());
		} catch (problem) {
			report(problem, 'noting how far the timeline has come');
		}
	}
	const sync = createSyncService({
		store,
		writer,
		now,
		newEpoch: newId,
		onRenewed: () => mark('running'),
		sign: openProof(config.dataDir),
		onWritten: (userIds, seq, from) => notices.poke(userIds, seq, from)
	});
	const people = createPeople({
		sessions: createSessionStore(database.sqlite),
		links: createLinkStore(database.sqlite),
		sync: store,
		writer,
		now,
		newId,
		signup: config.signup,
		onWritten: (userIds, seq) => notices.poke(userIds, seq, null),
		disconnect: (sessionId) => notices.disconnect(sessionId),
		report
	});
	const imports = openImports({
		store: createImportStore(database.sqlite),
		membership: (listId, userId) => store.members.of(listId, userId),
		model: overrides.lineModel ?? language.lines,
		now,
		monotonic,
		newId,
		onProgress: (userId, progress) => notices.importProgress(userId, progress),
		report,
		firstAfterMs: overrides.importsAfterMs
	});
	const collector = createCollector(database.sqlite, store);
	function collect(): void {
		writer
			.write(() => collector.collect(now()))
			.then(
				(userIds) => notices.poke(userIds, timeline.read().seq, null),
				(problem: unknown) => report(problem, 'removing what was deleted long ago')
			);
	}
	collect();
	const collecting = setInterval(collect, COLLECT_EVERY_MS);

	const rate = (name: keyof Rates) => createRateLimiter(config.limits[name], monotonic);
	const rates: Rates = {
		sync: rate('sync'),
		subscribe: rate('subscribe'),
		api: rate('api'),
		anonymous: rate('anonymous'),
		signUp: rate('signUp'),
		badLink: rate('badLink')
	};

	const glanceAt = <T>(doing: string, look: () => Promise<T>): Glance<T> =>
		createGlance(look, { monotonic, onFailed: (problem) => report(problem, doing) });
	const freeBytes = glanceAt('reading how full the disk is', () => readFreeBytes(config.dataDir));
	const backups = glanceAt('reading the folder of backups', async () => ({
		...(await readManifest(config.backupDir)),
		fileCount: (await listBackupFiles(config.backupDir)).length
	}));
	const isBackupAutomatic = config.backupAuto;
	const looks = { redis, freeBytes, backups, now };
	const health = createHealthCheck({ ...looks, database, isBackupAutomatic, monotonic });
	const connectedDevices = createConnectedDevices();
	const queries = createStatusQueries(database.sqlite);
	const status = createStatus({
		...looks,
		config,
		health: health.check,
		prices,
		walmartState: priceService.walmartState,
		language,
		queries,
		connectedDevices
	});

	async function close(): Promise<void> {
		await imports.close();
		await language.close();
		await priceService.close();
		clearInterval(collecting);
		writer.flush();
		mark('clean');
		await database.close();
		lock.close();
		delete holder[RUNNING];
	}

	let closing: Promise<void> | undefined;
	return {
		config,
		log,
		database,
		catalog,
		products,
		prices,
		priceUpdates,
		priceHistoryOf: priceService.historyOf,
		searchWalmart: priceService.searchWalmart,
		language,
		sync,
		people,
		imports,
		notices,
		connectedDevices,
		rates,
		countEdits(sessionId, edits) {
			const cost = Math.floor(edits / EDITS_PER_REQUEST);
			if (cost === 0 || rates.sync.take(sessionId, cost) === 0) return 0;
			// With what the next request costs as such: without it, whoever waits so long is refused again, for ever.
			return rates.sync.wait(sessionId, cost + 1);
		},
		isOwnOrigin: (origin, host) => isOwnOrigin(origin, host, config.publicOrigin),
		isRetryable,
		health: health.check,
		announceEnd: health.announceEnd,
		status,
		close: () => (closing ??= close())
	};
}

/** 128 random bits in 22 characters, as devices make their ids. */
const newId = (): string => randomBytes(16).toString('base64url');
