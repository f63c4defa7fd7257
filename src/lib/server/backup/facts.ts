import { inspectDatabase } from '../db/inspect.ts';
import { DataRefused } from '../db/refused.ts';
import { openSqlite, type Sqlite } from '../db/sqlite.ts';
import type { BackupRecord } from './manifest.ts';

/** What a backup's record says of the database in it. */
export type Facts = Pick<BackupRecord, 'schema' | 'sqliteVersion' | 'epoch' | 'counts'>;

/** Nobody else has these files open. */
const BUSY_TIMEOUT_MS = 0;
const ADVICE = 'Nothing was changed. "npm run backup:list" names the backups that are whole.';

/**
 * Checks all of a database that nobody works with, makes it one plain file, and reads what there is to say about it.
 * @param original what it was copied or unpacked from, of which a refusal speaks: the copy is soon gone
 * @throws DataRefused when it is not a whole database of this or an earlier version
 */
export async function settle(file: string, original: string): Promise<Facts> {
	await inspectDatabase(file, { advice: ADVICE }).catch((cause: unknown) => {
		if (!(cause instanceof DataRefused)) throw cause;
		throw new DataRefused(cause.message.replaceAll(file, original), { cause });
	});
	const sqlite = await openSqlite(file, { busyTimeoutMs: BUSY_TIMEOUT_MS });
	try {
		// The log beside it would have to be kept with it.
		sqlite.pragma('journal_mode = DELETE');
		const [orphan] = sqlite.pragma('foreign_key_check') as { table: string }[];
		if (orphan)
			throw new DataRefused(
				`${original} is damaged: a row of ${orphan.table} belongs to one that is missing. ${ADVICE}`
			);
		return factsOf(sqlite);
	} finally {
		sqlite.close();
	}
}

/** @param sqlite of this or an earlier version, so that a table may be missing yet */
export function factsOf(sqlite: Sqlite): Facts {
	const tables = sqlite.prepare<[], string>('SELECT name FROM sqlite_schema').pluck().all();
	const one = <T>(table: string, query: string, otherwise: T): T =>
		(tables.includes(table) ? sqlite.prepare<[], T>(query).pluck().get() : undefined) ?? otherwise;
	const count = (table: string) => one(table, `SELECT count(*) FROM ${table}`, 0);
	return {
		schema: one('kysely_migration', 'SELECT max(name) FROM kysely_migration', ''),
		sqliteVersion: sqlite.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '',
		epoch: one('sync_meta', 'SELECT epoch FROM sync_meta', ''),
		counts: {
			lists: count('grocery_lists'),
			items: count('grocery_items'),
			products: count('walmart_products'),
			prices: count('price_history')
		}
	};
}
