import { MAX_SUBSCRIBED } from '#lib/protocol/prices.ts';
import type { StatusAnswer } from '#lib/protocol/status.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import program from '../../../package.json' with { type: 'json' };
import type { Manifest } from './backup/manifest.ts';
import type { Config } from './config.ts';
import type { ConnectedDevices } from './connected-devices.ts';
import type { StatusQueries } from './db/status.ts';
import type { Glance } from './glance.ts';
import type { Health } from './health.ts';
import type { LanguageService } from './language-service.ts';
import type { Session } from './people/sessions.ts';
import type { PriceLookup } from './prices/lookup.ts';
import type { WalmartState } from './prices/walmart/walmart.ts';

/** What the folder of backups says, and how many files are in it that look like one. */
export type BackupsLook = Manifest & { readonly fileCount: number };

interface StatusOptions {
	readonly config: Config;
	readonly health: () => Promise<Health>;
	readonly prices: Pick<PriceLookup, 'lookup'>;
	/** Null when the source is another. */
	readonly walmartState: (() => WalmartState) | null;
	/** Null when no Redis is configured. */
	readonly redis: { isUp(): boolean } | null;
	readonly language: Pick<LanguageService, 'status'>;
	readonly queries: StatusQueries;
	readonly connectedDevices: Pick<ConnectedDevices, 'deviceCount'>;
	readonly freeBytes: Glance<number>;
	readonly backups: Glance<BackupsLook>;
	/** Wall-clock ms. */
	readonly now: () => number;
}

/** What the server says of itself to one person. What it cannot find out is null in the answer, and no error. */
export function createStatus(options: StatusOptions): (session: Session) => Promise<StatusAnswer> {
	const { config, queries, now } = options;
	const startedAt = now();

	/** Never asks the source: looking at the status must not cost what it tells of. */
	async function pricesOnLists(userId: string): Promise<StatusAnswer['prices']['onLists']> {
		const productIds = orNull(() => queries.productIdsOf(userId, MAX_SUBSCRIBED));
		if (productIds === null) return null;
		const known = await options.prices.lookup(productIds, { askSource: false });
		const times = [...known.values()].map(({ checkedAt }) => checkedAt);
		return {
			productCount: productIds.length,
			knownCount: known.size,
			newestCheckedAt: times.length > 0 ? Math.max(...times) : null,
			oldestCheckedAt: times.length > 0 ? Math.min(...times) : null
		};
	}

	function redis(): StatusAnswer['prices']['redis'] {
		if (options.redis === null) return 'unused';
		return options.redis.isUp() ? 'up' : 'down';
	}

	async function backupsNow(): Promise<StatusAnswer['backups']> {
		const look = await options.backups();
		if (look === null) return null;
		const { backups: kept, lastDrill, lastFailure, fileCount } = look;
		const [last] = kept;
		return {
			isAutomatic: config.backupAuto,
			keptCount: kept.length,
			unverifiedCount: Math.max(0, fileCount - kept.length),
			last: last ? { takenAt: last.takenAt, verifiedAt: last.verifiedAt, bytes: last.bytes } : null,
			// Why is for the log: the words may hold the names of folders.
			failedAt: lastFailure?.at ?? null,
			lastDrill: lastDrill && {
				at: lastDrill.at,
				tookMs: lastDrill.tookMs,
				isWhole: lastDrill.problem === null
			}
		};
	}

	return async ({ userId }) => {
		// At once, so that a disk that hangs is waited for once.
		const [health, onLists, backups, freeBytes] = await Promise.all([
			options.health(),
			pricesOnLists(userId),
			backupsNow(),
			options.freeBytes()
		]);
		const { provider, tiers, sampleDrift } = config.prices;
		return {
			version: program.version,
			protocol: PROTOCOL_VERSION,
			now: now(),
			startedAt,
			...health,
			prices: {
				provider,
				tiers: tiers.filter((tier) => tier !== 'redis' || options.redis !== null),
				redis: redis(),
				isDrifting: sampleDrift,
				walmart: orNull(() => options.walmartState?.() ?? null),
				onLists
			},
			language: options.language.status(),
			backups,
			sync: {
				realtime: config.realtime,
				connectedCount: options.connectedDevices.deviceCount,
				lastHeardAt: orNull(() => queries.lastHeardAt(userId))
			},
			storage: {
				freeBytes,
				databaseBytes: orNull(() => queries.bytes()),
				// The whole file is, before anything is opened.
				checkedAt: startedAt
			}
		};
	};
}

/** A database that cannot be read is what the rest of the answer is for. */
function orNull<T>(read: () => T): T | null {
	try {
		return read();
	} catch {
		return null;
	}
}
