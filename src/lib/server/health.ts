import type { StatusAnswer } from '#lib/protocol/status.ts';
import type { Manifest } from './backup/manifest.ts';
import type { Glance } from './glance.ts';

interface HealthOptions {
	readonly database: { isWritable(): boolean };
	/** Null when no Redis is configured: then there is nothing to miss. */
	readonly redis: { isUp(): boolean } | null;
	/** On the disk with the data. */
	readonly freeBytes: Glance<number>;
	readonly backups: Glance<Manifest>;
	/** Whether this server makes its backups by itself. */
	readonly isBackupAutomatic: boolean;
	/** Wall-clock ms. */
	readonly now: () => number;
	readonly monotonic: () => number;
}

/** `ready` is whether a write would be kept; what only makes things slower, scarce or less safe is named beside it. */
export type Health = Pick<StatusAnswer, 'ready' | 'degraded'>;

/** Below this the disk is about to fill and somebody should look. */
const LOW_DISK_BYTES = 200_000_000;
/** Backups are made daily: one that is missed may be a machine that was off, two are a fault. */
const LATE_BACKUP_MS = 48 * 3_600_000;
/** Anybody may ask, and the answer costs a write to the disk. */
const PROBE_EVERY_MS = 1_000;

export interface HealthCheck {
	readonly check: () => Promise<Health>;
	/** The server ends: it is not ready from now on. */
	readonly announceEnd: () => void;
}

export function createHealthCheck(options: HealthOptions): HealthCheck {
	const { database, redis, freeBytes, backups, isBackupAutomatic, now, monotonic } = options;
	const startedAt = monotonic();
	let probedAt = -Infinity;
	let isWritable = false;
	let isEnding = false;

	function isBackupMissed(manifest: Manifest): boolean {
		if (manifest.lastFailure !== null) return true;
		// A server that was off could make none, and gets the time to.
		if (!isBackupAutomatic || monotonic() - startedAt <= LATE_BACKUP_MS) return false;
		const time = now();
		// One from the future was made under a wrong clock, and says nothing of how old it is.
		const newest = manifest.backups.find(({ takenAt }) => takenAt <= time);
		return newest === undefined || time - newest.takenAt > LATE_BACKUP_MS;
	}

	async function check(): Promise<Health> {
		if (monotonic() - probedAt >= PROBE_EVERY_MS) {
			isWritable = database.isWritable();
			probedAt = monotonic();
		}
		const [free, manifest] = await Promise.all([freeBytes(), backups()]);
		const degraded: Health['degraded'] = [];
		if (redis?.isUp() === false) degraded.push('redis');
		if (free !== null && free < LOW_DISK_BYTES) degraded.push('disk');
		if (manifest === null ? isBackupAutomatic : isBackupMissed(manifest)) degraded.push('backup');
		return { ready: isWritable && !isEnding, degraded };
	}

	return { check, announceEnd: () => void (isEnding = true) };
}
