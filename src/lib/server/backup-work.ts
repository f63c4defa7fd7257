import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { startApp } from './app.ts';
import { takeBackup, type BackupResult, type BackupTools } from './backup/backup.ts';
import { drillBackup } from './backup/drill.ts';
import { factsOf } from './backup/facts.ts';
import type { BackupRecord, DrillRecord } from './backup/manifest.ts';
import type { Config } from './config.ts';
import { DataRefused } from './db/refused.ts';

/** One verified backup of what the settings name. @throws DataRefused with a sentence */
export function backUp(
	{ dataDir, backupDir }: Config,
	onProgress?: BackupTools['onProgress']
): Promise<BackupResult> {
	return takeBackup({ dataDir, backupDir, now: Date.now, onProgress });
}

/**
 * Restores the newest backup into a folder of its own and starts on it.
 * @throws DataRefused when it is not what it was
 */
export async function drill(config: Config): Promise<DrillRecord> {
	const outcome = await drillBackup({
		backupDir: config.backupDir,
		now: Date.now,
		newEpoch: newId,
		tryStart: (dataDir) => countAfterStart({ ...config, dataDir })
	});
	if (outcome.problem === null) return outcome;
	throw new DataRefused(`${outcome.file} did not come back as it was: ${outcome.problem}`);
}

/** 128 random bits in 22 characters. */
export const newId = (): string => randomBytes(16).toString('base64url');

async function countAfterStart(config: Config): Promise<BackupRecord['counts']> {
	const app = await startApp({
		...config,
		backupDir: join(config.dataDir, 'backups'),
		// It asks nobody, and needs no key.
		prices: { ...config.prices, redisUrl: null, provider: 'embedded' },
		logLevel: 'silent'
	});
	try {
		const { ready } = await app.health();
		if (!ready) throw new Error('The server started on it and could not write.');
		return factsOf(app.database.sqlite).counts;
	} finally {
		await app.close();
	}
}
