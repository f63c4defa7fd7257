import type { Database } from 'better-sqlite3';

export type Sqlite = Database;

interface OpenSqliteOptions {
	readonly readonly?: boolean;
	/** How long a statement may wait for another process's lock; the wait stops the event loop. */
	readonly busyTimeoutMs: number;
}

/**
 * Opens a file with SQLite. The package is loaded here and not at the top because better-sqlite3 ends
 * Node 20 without a word: the version has to be checked first.
 */
export async function openSqlite(file: string, options: OpenSqliteOptions): Promise<Sqlite> {
	if (Number(process.versions['napi']) < 10) {
		throw new Error(
			`This server needs Node 22.18 or newer and was started with ${process.version}; "npm start" brings its own.`
		);
	}
	const { default: Database } = await import('better-sqlite3');
	return new Database(file, {
		readonly: options.readonly ?? false,
		timeout: options.busyTimeoutMs
	});
}

/** The stable code of an SQLite failure (`SQLITE_BUSY`, `SQLITE_CORRUPT`), or null when it is no such thing. */
export function sqliteCode(cause: unknown): string | null {
	if (!(cause instanceof Error) || !('code' in cause)) return null;
	return typeof cause.code === 'string' && cause.code.startsWith('SQLITE_') ? cause.code : null;
}

/** Whether the same statement may work later: locked, full or failing disks say nothing about what was asked. */
export function isRetryable(cause: unknown): boolean {
	return /^SQLITE_(BUSY|FULL|IOERR|LOCKED)/.test(sqliteCode(cause) ?? '');
}
