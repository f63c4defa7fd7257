import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { DataRefused } from './refused.ts';
import { isRetryable, openSqlite, sqliteCode, type Sqlite } from './sqlite.ts';

export interface Lock {
	close(): void;
}

/**
 * Makes sure that one process at a time uses a data folder, held until `close` or the end of the process.
 * @throws DataRefused naming the process that holds it
 */
export function openDataLock(dataDir: string): Promise<Lock> {
	return openLock(
		join(dataDir, 'grocery.lock'),
		(pid) =>
			`Another program (process ${pid}) is using ${dataDir}, most likely the server. ` +
			`Stop it with "kill ${pid}", or set DATA_DIR to another folder.`
	);
}

/**
 * The lock is the kernel's, taken by an open write transaction in a tiny database, and not the existence of
 * a file: it ends with its holder however that dies, and no reused process id can look like a living holder.
 * The holder's process id is in that database's `user_version`.
 * @param held the sentence for whoever comes second, by the holder's process id
 * @throws DataRefused with that sentence
 */
export async function openLock(file: string, held: (pid: string) => string): Promise<Lock> {
	const sqlite = await openSqlite(file, { busyTimeoutMs: 0 });
	try {
		sqlite.exec('BEGIN IMMEDIATE');
		noteHolder(sqlite);
		// Whoever slips in before this is the holder.
		sqlite.exec('BEGIN IMMEDIATE');
	} catch (cause) {
		const isHeld = sqliteCode(cause) === 'SQLITE_BUSY';
		const refusal = isHeld ? held(String(sqlite.pragma('user_version', { simple: true }))) : null;
		sqlite.close();
		throw refusal === null ? cause : new DataRefused(refusal, { cause });
	}
	chmodSync(sqlite.name, 0o600);
	return { close: () => void sqlite.close() };
}

/** Committed so that others can read it. */
function noteHolder(sqlite: Sqlite): void {
	try {
		sqlite.pragma(`user_version = ${process.pid}`);
		sqlite.exec('COMMIT');
	} catch (cause) {
		if (!isRetryable(cause)) throw cause;
		// The disk is full. The lock holds all the same, and whoever goes on says what has to be done.
		if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
	}
}
