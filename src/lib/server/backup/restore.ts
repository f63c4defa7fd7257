import { existsSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { openDataLock } from '../db/lock.ts';
import { openFolder } from '../db/folder.ts';
import { DataRefused } from '../db/refused.ts';
import { openSqlite, sqliteCode, type Sqlite } from '../db/sqlite.ts';
import { fingerprint, unpack } from './archive.ts';
import { settle } from './facts.ts';
import { checkRoom, closeWorkFolder, flushFolder, openWorkFolder } from './folder.ts';
import { readManifest } from './manifest.ts';

export interface RestoreTools {
	/** A path, or the name of a file in `backupDir`. */
	readonly file: string;
	readonly dataDir: string;
	readonly backupDir: string;
	/** Wall clock in ms. */
	readonly now: () => number;
	/** The name of the timeline that begins with the restored database. */
	readonly newEpoch: () => string;
	/** Hears what is being done. */
	readonly onStep?: (doing: string) => void;
}

export interface Restored {
	/** Where the database from before lies now; null when there was none. */
	readonly aside: string | null;
	readonly lists: readonly RestoredList[];
	readonly tookMs: number;
}

/** A list of the restored database that is in no trash. */
export interface RestoredList {
	readonly id: string;
	readonly name: string;
	readonly items: number;
	/** Names of who is on it, with commas between. */
	readonly members: string;
}

/** The database and everything that is only true of it. */
const DATABASE_FILES = ['grocery.db', 'grocery.db-wal', 'grocery.db-shm', 'sync.timeline'];
/** A whole, checked database that is to take the place of the one there. */
const INCOMING = 'grocery.db.incoming';
/** Says that the exchange has begun, and where the old files go. While it is there, the next to come finishes. */
const PENDING = 'restore.pending';
const UNCHANGED = 'Nothing was changed.';

/**
 * Puts a backup in the place of the database. Everything is verified before anything is touched, the old files are kept
 * together in a folder, and a new timeline begins, so that every device offers back what it has from after the backup.
 * Cut off at any moment it leaves the old database or the new one, whole.
 * @throws DataRefused while a server or another restore works in the folder, and when the file is not a whole backup
 */
export async function restoreBackup(tools: RestoreTools): Promise<Restored> {
	const startedAt = performance.now();
	const { dataDir, onStep = () => undefined } = tools;
	const archive = findArchive(tools);
	openFolder('DATA_DIR', dataDir);
	const lock = await openDataLock(dataDir);
	try {
		await finishRestore(dataDir);
		onStep('Verifying the backup');
		const incoming = await bringIn(archive, dataDir);
		const lists = await beginTimeline(incoming, tools.newEpoch());
		onStep('Putting it in its place');
		const aside = await exchange(incoming, dataDir, tools.now());
		return { aside, lists, tookMs: Math.round(performance.now() - startedAt) };
	} finally {
		await closeWorkFolder(dataDir);
		lock.close();
	}
}

/**
 * Finishes a restore that was cut off while it exchanged the files, and removes what an earlier one has left. The
 * caller holds the data lock.
 */
export async function finishRestore(dataDir: string): Promise<void> {
	const pending = join(dataDir, PENDING);
	if (existsSync(pending)) await moveFiles(dataDir, (await readFile(pending, 'utf8')).trim());
	await rm(join(dataDir, INCOMING), { force: true });
	await closeWorkFolder(dataDir);
}

/** A backup's file by its path or its name. @throws DataRefused when there is none */
export function findArchive({ file, backupDir }: Pick<RestoreTools, 'file' | 'backupDir'>): string {
	// Whoever names a folder means that one: a copy of the same name elsewhere need not be the same.
	const places = file === basename(file) ? [resolve(file), join(backupDir, file)] : [resolve(file)];
	const found = places.find((path) => existsSync(path));
	if (found === undefined)
		throw new DataRefused(
			`There is no ${places.join(', and no ')}. ` + '"npm run backup:list" shows what there is.'
		);
	if (!statSync(found).isFile()) throw new DataRefused(`${found} is a folder. ${UNCHANGED}`);
	return found;
}

/**
 * Unpacks a backup into a folder inside that one, and checks all of it. The caller closes that work folder.
 * @returns the file of a database that this version can work with
 * @throws DataRefused; nothing is left in the folder then
 */
export async function bringIn(archive: string, folder: string): Promise<string> {
	const target = join(await openWorkFolder(folder), 'grocery.db');
	try {
		await checkFingerprint(archive, folder);
		await unpack(archive, target);
		await settle(target, archive);
		return target;
	} catch (cause) {
		await closeWorkFolder(folder);
		throw refusalOf(cause, archive);
	}
}

/** What the manifest beside a backup knows of it has to be true of the file. */
async function checkFingerprint(archive: string, folder: string): Promise<void> {
	const { backups } = await readManifest(dirname(archive));
	const record = backups.find(({ file }) => file === basename(archive));
	if (!record) return; // brought here from elsewhere: the archive's own checksum has to do
	await checkRoom(folder, record.databaseBytes, 'Restoring this backup');
	if ((await fingerprint(archive)).sha256 !== record.sha256)
		throw new Error('it is not the file any more that was written');
}

function refusalOf(cause: unknown, archive: string): DataRefused {
	const { code = '', message } = cause as NodeJS.ErrnoException;
	if (code === 'ENOSPC' || sqliteCode(cause) === 'SQLITE_FULL')
		return new DataRefused(
			`The disk is too full to restore ${archive}. ${UNCHANGED} Make room and try again.`,
			{ cause }
		);
	if (cause instanceof DataRefused) return cause;
	const why = REASONS[code] ?? message;
	return new DataRefused(
		`${archive} cannot be restored: ${why}. ${UNCHANGED} Take another one: "npm run backup:list" shows them.`,
		{ cause }
	);
}

const REASONS: Readonly<Record<string, string>> = {
	Z_BUF_ERROR: 'it is cut off, or empty',
	ZSTD_error_prefix_unknown: 'it is not a backup',
	ZSTD_error_checksum_wrong: 'it is damaged',
	ZSTD_error_corruption_detected: 'it is damaged'
};

async function beginTimeline(file: string, newEpoch: string): Promise<RestoredList[]> {
	const sqlite = await openSqlite(file, { busyTimeoutMs: 0 });
	try {
		if (!hasTable(sqlite, 'sync_meta')) return []; // from before there were lists
		// When it began is noted by the next start, which finds no marker of this timeline.
		sqlite.prepare('UPDATE sync_meta SET epoch = ?').run(newEpoch);
		return listsIn(sqlite);
	} finally {
		sqlite.close();
	}
}

const hasTable = (sqlite: Sqlite, name: string): boolean =>
	sqlite.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined;

/** What is on a server, for people: lists that are in no trash, by name. */
export function listsIn(sqlite: Sqlite): RestoredList[] {
	return sqlite
		.prepare<[], RestoredList>(
			`SELECT l.id, l.name,
			   (SELECT count(*) FROM grocery_items i WHERE i.list_id = l.id AND i.deleted_at IS NULL) AS items,
			   coalesce((SELECT group_concat(iif(u.name = '', 'somebody without a name', u.name), ', ')
			     FROM list_members m JOIN users u ON u.id = m.user_id
			     WHERE m.list_id = l.id AND m.active = 1), 'nobody') AS members
			 FROM grocery_lists l WHERE l.deleted_at IS NULL ORDER BY l.name, l.id`
		)
		.all();
}

/** From here on it is the incoming database that counts, whatever happens. */
async function exchange(incoming: string, dataDir: string, now: number): Promise<string | null> {
	const hadDatabase = existsSync(join(dataDir, 'grocery.db'));
	const stamp = new Date(now)
		.toISOString()
		.replaceAll(/[-:]|\..*/g, '')
		.replace('T', '_');
	const aside = freeName(join(dataDir, `pre-restore-${stamp}`));
	await rename(incoming, join(dataDir, INCOMING));
	const pending = join(dataDir, PENDING);
	await writeFile(`${pending}.partial`, basename(aside), { mode: 0o600, flush: true });
	await rename(`${pending}.partial`, pending);
	await flushFolder(dataDir);
	await moveFiles(dataDir, basename(aside));
	return hadDatabase ? aside : null;
}

/** Each step may have been done already, by whoever was cut off. */
async function moveFiles(dataDir: string, asideName: string): Promise<void> {
	const aside = join(dataDir, asideName);
	const incoming = join(dataDir, INCOMING);
	if (existsSync(incoming)) {
		for (const name of DATABASE_FILES.filter((one) => existsSync(join(dataDir, one)))) {
			await mkdir(aside, { recursive: true, mode: 0o700 });
			await rename(join(dataDir, name), join(aside, name));
		}
		await rename(incoming, join(dataDir, 'grocery.db'));
		await flushFolder(dataDir);
	}
	await rm(join(dataDir, PENDING));
}

function freeName(path: string): string {
	return existsSync(path) ? freeName(`${path}-again`) : path;
}
