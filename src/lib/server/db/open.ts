import { chmodSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { APPLICATION_ID, inspectDatabase } from './inspect.ts';
import { migrateToLatest, type MigrateOptions } from './migrate.ts';
import { DataRefused } from './refused.ts';
import type { Schema } from './schema.ts';
import { openSqlite, type Sqlite } from './sqlite.ts';

export interface OpenedDatabase {
	readonly db: Kysely<Schema>;
	/**
	 * The same connection without Kysely: for hot reads, and for every write once the server runs. Such a
	 * transaction is over before anything else happens; one of Kysely's spans turns of the event loop, and
	 * whatever else is written meanwhile would end inside it.
	 */
	readonly sqlite: Sqlite;
	/** Whether a write would reach the disk just now. */
	isWritable(): boolean;
	close(): Promise<void>;
}

/** better-sqlite3 waits for a lock on the event loop, so hardly at all. */
const BUSY_TIMEOUT_MS = 100;

/**
 * Opens the one database, made and migrated as needed. The caller holds the data lock.
 * @throws DataRefused when the file there is not one to work with; the file is left as it was
 */
export async function openDatabase(
	file: string,
	options: MigrateOptions = {}
): Promise<OpenedDatabase> {
	const marker = join(dirname(file), 'grocery.marker');
	if (existsSync(file)) await inspectDatabase(file, options);
	else await createDatabase(file, marker);
	if (!existsSync(marker)) writeMarker(marker, file);

	const sqlite = await openSqlite(file, { busyTimeoutMs: BUSY_TIMEOUT_MS });
	try {
		setPragmas(sqlite);
		await migrateToLatest(sqlite, options);
	} catch (cause) {
		sqlite.close();
		throw cause;
	}
	const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: sqlite }) });
	return {
		db,
		sqlite,
		isWritable: () => isWritable(sqlite),
		close: async () => {
			try {
				sqlite.pragma('wal_checkpoint(TRUNCATE)');
			} catch {
				// The disk may be full. Whatever was committed is in the log beside the file, and stays there.
			}
			await db.destroy();
			sqlite.close(); // Kysely closes it only where it has asked something.
		}
	};
}

/**
 * Makes the file under another name and moves it into place, so that a start cut off in the middle does not
 * leave an empty file that the next one has to refuse.
 */
async function createDatabase(file: string, marker: string): Promise<void> {
	if (existsSync(marker)) {
		throw new DataRefused(
			`${file} is missing, but there has been one before (${marker} says so). ` +
				'"npm run restore -- FILE" brings back a backup, and "npm run backup:list" names them. ' +
				'To begin with nothing, remove the marker and start again.'
		);
	}
	const partial = `${file}.partial`;
	rmSync(partial, { force: true });
	const sqlite = await openSqlite(partial, { busyTimeoutMs: BUSY_TIMEOUT_MS });
	chmodSync(partial, 0o600);
	sqlite.pragma(`application_id = ${APPLICATION_ID}`);
	sqlite.pragma('journal_mode = WAL');
	sqlite.close();
	renameSync(partial, file);
}

function writeMarker(marker: string, file: string): void {
	const sentence = `${file} holds lists. While this file is here, a missing database stops the start.\n`;
	writeFileSync(marker, sentence, { mode: 0o600, flush: true });
}

/** `synchronous` is set on every opening: better-sqlite3 opens an existing WAL database at NORMAL. */
function setPragmas(sqlite: Sqlite): void {
	sqlite.pragma('journal_mode = WAL');
	sqlite.pragma('synchronous = FULL');
	sqlite.pragma('foreign_keys = ON');
	const expected = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 };
	for (const [name, value] of Object.entries(expected)) {
		const actual = sqlite.pragma(name, { simple: true });
		if (actual !== value) throw new Error(`SQLite runs with ${name} = ${String(actual)}.`);
	}
}

/** A real write of the first page: a full or read-only disk cannot be seen from anything less. */
function isWritable(sqlite: Sqlite): boolean {
	try {
		sqlite.pragma('user_version = 0');
		return true;
	} catch {
		return false; // Why it fails is the next write's to report; this only answers the question.
	}
}
