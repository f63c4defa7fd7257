import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { migrations as ownMigrations } from '../../../../migrations/index.ts';
import { DataRefused } from './refused.ts';
import type { Sqlite } from './sqlite.ts';

/** By name; they run in the order of their names. */
export type Migrations = Readonly<Record<string, Migration>>;

export interface MigrateOptions {
	/** The product's own unless told. */
	readonly migrations?: Migrations;
	/**
	 * Called with the names of what is about to run, where earlier migrations have left something to lose: the moment
	 * for a backup. When it throws, nothing is migrated.
	 */
	readonly beforeMigrating?: (pending: readonly string[]) => Promise<void>;
}

/**
 * Brings the tables to this version. Each step is a transaction of its own together with the note that it was done,
 * so that a process killed at any moment leaves a state from which the next start goes on.
 * @throws DataRefused when `beforeMigrating` does, with its sentence
 * @throws the failure of the first step that failed; those before it stand, and nothing of it is kept
 */
export async function migrateToLatest(sqlite: Sqlite, options: MigrateOptions = {}): Promise<void> {
	const { migrations = ownMigrations, beforeMigrating } = options;
	// Never destroyed: that would close the connection, which is the caller's.
	const db = new Kysely<unknown>({ dialect: new TransactionalDialect({ database: sqlite }) });
	const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
	const all = await migrator.getMigrations();
	const pending = all.filter(({ executedAt }) => !executedAt).map(({ name }) => name);
	const isUsed = pending.length < all.length;
	if (isUsed && pending.length > 0 && beforeMigrating) {
		await beforeMigrating(pending).catch((cause: Error) => refuse(sqlite, cause));
	}
	for (const name of pending) {
		const { error } = await migrator.migrateTo(name);
		if (error !== undefined)
			throw new Error(`the tables could not be brought up to date (${name})`, { cause: error });
	}
}

function refuse({ name }: Sqlite, cause: Error): never {
	const sentence = `${name} was not brought up to this version, because the backup before that failed.`;
	throw new DataRefused(`${sentence} ${cause.message} Nothing was changed.`, { cause });
}

/**
 * Kysely runs migrations of SQLite outside of transactions, for the sake of those that switch foreign keys off, which
 * SQLite ignores inside of one. SQLite itself can undo whatever a migration does.
 */
class TransactionalDialect extends SqliteDialect {
	override createAdapter(): SqliteAdapter {
		return new TransactionalAdapter();
	}
}

class TransactionalAdapter extends SqliteAdapter {
	override get supportsTransactionalDdl(): boolean {
		return true;
	}
}
