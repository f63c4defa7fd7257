import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { DataRefused } from './refused.ts';
import { openSqlite, sqliteCode, type Sqlite } from './sqlite.ts';

export interface DataLock {
	close(): void;
}

/**
 * Makes sure that one server at a time uses a data folder, held until `close` or the end of the process.
 *
 * The lock is the kernel's, taken by an open write transaction in a tiny database, and not the existence of
 * a file: it ends with its holder however that dies, and no reused process id can look like a living holder.
 * The holder's process id is in that database's `user_version`.
 * @throws DataRefused naming the process that holds it
 */
export async function openDataLock(dataDir: string): Promise<DataLock> {
	const sqlite = await openSqlite(join(dataDir, 'grocery.lock'), { busyTimeoutMs: 0 });
	try {
		sqlite.exec('BEGIN IMMEDIATE');
		// Committed so that others can read it; whoever slips in before the second BEGIN is the holder.
		sqlite.pragma(`user_version = ${process.pid}`);
		sqlite.exec('COMMIT; BEGIN IMMEDIATE');
	} catch (cause) {
		const refusal = sqliteCode(cause) === 'SQLITE_BUSY' ? heldMessage(sqlite, dataDir) : null;
		sqlite.close();
		throw refusal === null ? cause : new DataRefused(refusal, { cause });
	}
	chmodSync(sqlite.name, 0o600);
	return { close: () => void sqlite.close() };
}

function heldMessage(sqlite: Sqlite, dataDir: string): string {
	const pid = String(sqlite.pragma('user_version', { simple: true }));
	return (
		`Another server (process ${pid}) is using ${dataDir}. ` +
		`Stop it with "kill ${pid}", or set DATA_DIR to another folder.`
	);
}
