import { join } from 'node:path';
import { DataRefused } from '../db/refused.ts';
import { openBackupLock } from './backup.ts';
import { closeWorkFolder, openWorkFolder } from './folder.ts';
import { readManifest, writeManifest, type BackupRecord, type DrillRecord } from './manifest.ts';
import { restoreBackup } from './restore.ts';

export interface DrillTools {
	readonly backupDir: string;
	/** Wall clock in ms. */
	readonly now: () => number;
	readonly newEpoch: () => string;
	/**
	 * Starts this version on a data folder and ends it again.
	 * @returns how many rows it has
	 * @throws when it does not become ready
	 */
	readonly tryStart: (dataDir: string) => Promise<BackupRecord['counts']>;
}

/**
 * Restores the newest backup into a folder of its own, starts on it, and compares what is there with what was backed up.
 * The outcome stands in the manifest, good or bad.
 * @throws DataRefused when there is no backup to try, or another command works in the folder
 */
export async function drillBackup(tools: DrillTools): Promise<DrillRecord> {
	const { backupDir, now } = tools;
	const [newest] = (await readManifest(backupDir)).backups;
	if (!newest)
		throw new DataRefused(
			`There is no verified backup in ${backupDir} yet. "npm run backup" makes one.`
		);
	const lock = await openBackupLock(backupDir);
	try {
		const startedAt = performance.now();
		const problem = await tryOut(newest, tools);
		const tookMs = Math.round(performance.now() - startedAt);
		const drill = { at: now(), file: newest.file, tookMs, problem };
		await writeManifest(backupDir, { ...(await readManifest(backupDir)), lastDrill: drill });
		return drill;
	} finally {
		await closeWorkFolder(backupDir);
		lock.close();
	}
}

/** @returns what went wrong, as a sentence, or null */
async function tryOut({ file, counts }: BackupRecord, tools: DrillTools): Promise<string | null> {
	const dataDir = join(await openWorkFolder(tools.backupDir), 'data');
	try {
		await restoreBackup({ ...tools, file: join(tools.backupDir, file), dataDir });
		const found = await tools.tryStart(dataDir);
		const differing = TABLES.find((table) => found[table] !== counts[table]);
		if (differing === undefined) return null;
		return `There were ${counts[differing]} ${differing}, and ${found[differing]} came back.`;
	} catch (cause) {
		return (cause as Error).message;
	}
}

/** Products are not compared: a start adds those of its catalog. */
const TABLES = ['lists', 'items', 'prices'] as const;
