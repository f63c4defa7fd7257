import { existsSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openLock } from '../db/lock.ts';
import { openFolder } from '../db/folder.ts';
import { DataRefused } from '../db/refused.ts';
import { openSqlite, sqliteCode } from '../db/sqlite.ts';
import { fingerprint, pack, proofread, unpack } from './archive.ts';
import { settle } from './facts.ts';
import { checkRoom, closeWorkFolder, flushFolder, openWorkFolder } from './folder.ts';
import {
	backupName,
	listBackupFiles,
	readManifest,
	takenAtOf,
	writeManifest,
	type BackupRecord
} from './manifest.ts';
import { filesToKeep } from './retention.ts';

export interface BackupTools {
	readonly dataDir: string;
	readonly backupDir: string;
	/** Wall clock in ms. */
	readonly now: () => number;
	/** Hears what is being done, in words, and how much of it is: 0 to 1. */
	readonly onProgress?: ((doing: string, share: number) => void) | undefined;
}

export interface BackupResult {
	readonly record: BackupRecord;
	/** Older files that are not what they were, renamed so that nobody relies on them. */
	readonly damaged: readonly string[];
	readonly removed: readonly string[];
}

/** So many pages at a time; a writer of the server waits for none of them. */
const PAGES_PER_STEP = 500;
/** The copy, and the archive of one that does not compress. */
const ROOM_FACTOR = 1.3;
const DAMAGED = '.damaged';

/**
 * Makes one verified backup of the database, beside a running server or without one, and removes what is no longer
 * kept. An older backup goes only after the new one was read back and found whole.
 * @throws DataRefused with a sentence; the folder is as it was then, and its manifest says why
 */
export async function takeBackup(tools: BackupTools): Promise<BackupResult> {
	const { dataDir, backupDir, now } = tools;
	const source = join(dataDir, 'grocery.db');
	if (!existsSync(source))
		throw new DataRefused(`There is no data in ${dataDir} yet: nothing to back up.`);
	openFolder('BACKUP_DIR', backupDir);
	const lock = await openBackupLock(backupDir);
	try {
		await checkRoom(backupDir, statSync(source).size * ROOM_FACTOR, 'A backup');
		const work = await openWorkFolder(backupDir);
		const record = await makeArchive(source, work, tools);
		const damaged = await recordAll(backupDir, work, record);
		const removed = await prune(backupDir, now());
		return { record, damaged, removed };
	} catch (cause) {
		const refusal = refusalOf(cause);
		await noteFailure(backupDir, refusal.message, now()).catch(() => undefined); // the disk may be full
		throw refusal;
	} finally {
		await closeWorkFolder(backupDir);
		lock.close();
	}
}

/** @throws DataRefused while another backup or drill works in the folder */
export function openBackupLock(backupDir: string) {
	return openLock(
		join(backupDir, 'backup.lock'),
		(pid) =>
			`Another backup (process ${pid}) is under way in ${backupDir}. Wait until it is done, ` +
			`or stop it with "kill ${pid}".`
	);
}

/** Copies, checks, packs and reads back; only what passed all of it gets a backup's name. */
async function makeArchive(
	source: string,
	work: string,
	tools: BackupTools
): Promise<BackupRecord> {
	const { backupDir, now, onProgress = () => undefined } = tools;
	const takenAt = freeTime(backupDir, now());
	const file = backupName(takenAt);
	const copy = join(work, 'grocery.db');
	const partial = join(work, file);
	await snapshot(source, copy, (share) => onProgress('Copying', share));
	onProgress('Checking', 0);
	const facts = await settle(copy, source);
	const databaseBytes = statSync(copy).size;
	const packed = await pack(copy, partial, (bytes) => onProgress('Packing', bytes / databaseBytes));
	await rm(copy);
	onProgress('Reading it back', 0);
	const read = await proofread(partial);
	if (read.sha256 !== packed.sha256)
		throw new DataRefused(`What was written to ${backupDir} is not what came back from it.`);
	await rename(partial, join(backupDir, file));
	await flushFolder(backupDir);
	return {
		file,
		takenAt: takenAtOf(file) ?? takenAt,
		verifiedAt: now(),
		...read,
		databaseBytes,
		...facts
	};
}

/** Two in one second would have the same name. */
function freeTime(backupDir: string, now: number): number {
	const isTaken = existsSync(join(backupDir, backupName(now)));
	return isTaken ? freeTime(backupDir, now + 1_000) : now;
}

/**
 * A copy of one moment. It is made over a connection of its own with a transaction that stays open: without one, every
 * write of the server would begin the copy anew, and beside a busy server it would never end.
 */
async function snapshot(
	source: string,
	copy: string,
	onProgress: (share: number) => void
): Promise<void> {
	const sqlite = await openSqlite(source, { readonly: true, busyTimeoutMs: 5_000 });
	try {
		sqlite.exec('BEGIN');
		sqlite.prepare('SELECT count(*) FROM sqlite_schema').get(); // begins the read
		await sqlite.backup(copy, {
			progress({ totalPages, remainingPages }) {
				onProgress(1 - remainingPages / totalPages);
				return PAGES_PER_STEP;
			}
		});
	} finally {
		sqlite.close();
	}
}

/**
 * Brings the manifest up to date with the folder: what is new in it, what came without a record (a manifest was lost, or
 * a file was brought here), and what is not what it was any more.
 */
async function recordAll(backupDir: string, work: string, record: BackupRecord): Promise<string[]> {
	const before = await readManifest(backupDir);
	const known = new Map(before.backups.map((one) => [one.file, one]));
	const backups: BackupRecord[] = [];
	const damaged: string[] = [];
	for (const file of await listBackupFiles(backupDir)) {
		const path = join(backupDir, file);
		const verified =
			file === record.file ? record : await verify(path, work, known.get(file), record.verifiedAt);
		if (verified) backups.push(verified);
		else damaged.push(file);
	}
	for (const file of damaged) await rename(join(backupDir, file), join(backupDir, file + DAMAGED));
	const lastFailure =
		damaged.length === 0
			? null
			: {
					at: record.verifiedAt,
					message: `Damaged, and no longer counted: ${damaged.join(', ')}.`
				};
	await writeManifest(backupDir, { ...before, backups, lastFailure });
	return damaged;
}

/** @returns its record as of now, or null when it is not a whole backup */
async function verify(
	path: string,
	work: string,
	known: BackupRecord | undefined,
	now: number
): Promise<BackupRecord | null> {
	if (known) {
		const { sha256 } = await fingerprint(path);
		return sha256 === known.sha256 ? { ...known, verifiedAt: now } : null;
	}
	const copy = join(work, 'grocery.db');
	const file = basename(path);
	try {
		const print = await unpack(path, copy);
		const facts = await settle(copy, path);
		const databaseBytes = statSync(copy).size;
		const takenAt = takenAtOf(file) ?? now;
		return { file, takenAt, verifiedAt: now, ...print, databaseBytes, ...facts };
	} catch (cause) {
		if (isRoomProblem(cause)) throw cause;
		return null;
	} finally {
		await rm(copy, { force: true });
	}
}

async function prune(backupDir: string, now: number): Promise<string[]> {
	const { backups } = await readManifest(backupDir);
	const kept = filesToKeep(backups, now);
	const removed = backups.map(({ file }) => file).filter((file) => !kept.has(file));
	for (const file of removed) await rm(join(backupDir, file));
	return removed;
}

async function noteFailure(backupDir: string, message: string, at: number): Promise<void> {
	await writeManifest(backupDir, {
		...(await readManifest(backupDir)),
		lastFailure: { at, message }
	});
}

const isRoomProblem = (cause: unknown): boolean =>
	(cause as NodeJS.ErrnoException).code === 'ENOSPC' || sqliteCode(cause) === 'SQLITE_FULL';

function refusalOf(cause: unknown): DataRefused {
	if (cause instanceof DataRefused) return cause;
	const why = isRoomProblem(cause) ? 'the disk is full' : (cause as Error).message;
	return new DataRefused(
		`The backup could not be made: ${why}. The data and the backups before it are as they were.`,
		{ cause }
	);
}
