import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { migrations as ownMigrations } from '../../../../migrations/index.ts';
import type { Migrations } from './migrate.ts';
import { DataRefused } from './refused.ts';
import { openSqlite, sqliteCode, type Sqlite } from './sqlite.ts';

/** "WGA" and a 1: the mark in a database file's header that says it is ours. */
export const APPLICATION_ID = 0x57474101;

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
/** Where SQLite's file format keeps `PRAGMA application_id`. */
const APPLICATION_ID_OFFSET = 68;

const MEND =
	'Nothing was changed. "npm run restore -- FILE" puts a backup in its place and keeps this one aside; ' +
	'"npm run backup:list" names the backups.';

interface InspectOptions {
	/** The product's own unless told. */
	readonly migrations?: Migrations;
	/** What to do about a file that is no whole database of ours. */
	readonly advice?: string;
}

/**
 * Looks at an existing database file without changing it. Must run under the data lock and before the file
 * is opened for work: closing any handle of a file drops this process's SQLite locks on it.
 * @throws DataRefused when the file is not a whole database of this or an earlier version
 */
export async function inspectDatabase(
	file: string,
	{ migrations = ownMigrations, advice = MEND }: InspectOptions = {}
): Promise<void> {
	checkHeader(file, advice);
	const sqlite = await openSqlite(file, { readonly: true, busyTimeoutMs: 100 });
	try {
		checkPages(sqlite, advice);
		checkVersion(sqlite, migrations);
	} catch (cause) {
		const code = sqliteCode(cause);
		if (code === null) throw cause;
		// The table of tables itself may be hit, which no check gets to read.
		const finding = code.startsWith('SQLITE_CORRUPT') ? 'is damaged' : 'cannot be read';
		throw new DataRefused(`${file} ${finding} (${code}). ${advice}`, { cause });
	} finally {
		sqlite.close();
	}
}

function checkHeader(file: string, advice: string): void {
	if (statSync(file).size === 0) throw new DataRefused(`${file} is empty. ${advice}`);
	const header = readHeader(file);
	if (header.every((byte) => byte === 0)) {
		throw new DataRefused(`${file} is damaged: its first bytes are zeros. ${advice}`);
	}
	if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
		throw new DataRefused(`${file} is not a database. ${advice}`);
	}
	if (header.readUInt32BE(APPLICATION_ID_OFFSET) !== APPLICATION_ID) {
		throw new DataRefused(`${file} is a database of another program. ${advice}`);
	}
}

function readHeader(file: string): Buffer {
	const header = Buffer.alloc(HEADER_BYTES);
	const handle = openSync(file, 'r');
	try {
		readSync(handle, header, 0, HEADER_BYTES, 0);
	} finally {
		closeSync(handle);
	}
	return header;
}

/** The whole check, not `quick_check`: that one misses a fifth of flipped bits. */
function checkPages(sqlite: Sqlite, advice: string): void {
	const [first] = sqlite.prepare<[], string>('PRAGMA integrity_check(1)').pluck().all();
	if (first !== 'ok') {
		const finding = String(first).replaceAll(/\s+/g, ' ');
		throw new DataRefused(`${sqlite.name} is damaged (${finding}). ${advice}`);
	}
}

function checkVersion(sqlite: Sqlite, migrations: Migrations): void {
	const tables = sqlite.prepare<[], string>('SELECT name FROM sqlite_schema').pluck().all();
	if (!tables.includes('kysely_migration')) return; // Made by a start that was cut off before migrating.
	const applied = sqlite.prepare<[], string>('SELECT name FROM kysely_migration').pluck().all();
	const unknown = applied.find((name) => !(name in migrations));
	if (unknown !== undefined) {
		throw new DataRefused(
			`${sqlite.name} was written by a newer version of this program (it has "${unknown}"). ` +
				'Nothing was changed. Install that version again, or bring back a backup from before the upgrade with ' +
				'"npm run restore -- FILE"; "npm run backup:list" names the backups.'
		);
	}
}
