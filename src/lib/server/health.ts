import { statfs } from 'node:fs/promises';

interface HealthOptions {
	readonly dataDir: string;
	readonly database: { isWritable(): boolean };
	/** Null when no Redis is configured: then there is nothing to miss. */
	readonly redis: { isUp(): boolean } | null;
	readonly monotonic: () => number;
}

/** `ready` is whether a new write would be kept; what only makes things slower or scarce is named beside it. */
export interface Health {
	readonly ready: boolean;
	readonly degraded: readonly ('redis' | 'disk')[];
}

/** Below this the disk is about to fill and somebody should look. */
const LOW_DISK_BYTES = 200_000_000;
/** Anybody may ask, and the answer costs a write to the disk. */
const PROBE_EVERY_MS = 1_000;

export interface HealthCheck {
	readonly check: () => Promise<Health>;
	/** The server ends: it is not ready from now on. */
	readonly announceEnd: () => void;
}

export function createHealthCheck(options: HealthOptions): HealthCheck {
	const { dataDir, database, redis, monotonic } = options;
	let probedAt = -Infinity;
	let isWritable = false;
	let isEnding = false;

	async function check(): Promise<Health> {
		if (monotonic() - probedAt >= PROBE_EVERY_MS) {
			isWritable = database.isWritable();
			probedAt = monotonic();
		}
		const disk = await statfs(dataDir);
		const isDiskLow = disk.bavail * disk.bsize < LOW_DISK_BYTES;
		const degraded: Health['degraded'][number][] = [];
		if (redis?.isUp() === false) degraded.push('redis');
		if (isDiskLow) degraded.push('disk');
		return { ready: isWritable && !isEnding, degraded };
	}

	return { check, announceEnd: () => void (isEnding = true) };
}
