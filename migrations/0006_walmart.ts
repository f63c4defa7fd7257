import { sql, type Kysely } from 'kysely';

/** What has to be known of calls to Walmart after a restart. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const statements = [
		sql`CREATE TABLE walmart_calls (
			id INTEGER PRIMARY KEY CHECK (id = 1),
			day INTEGER NOT NULL,
			calls INTEGER NOT NULL
		) STRICT`,
		sql`INSERT INTO walmart_calls (id, day, calls) VALUES (1, 0, 0)`,
		sql`CREATE TABLE walmart_parked (
			item_id TEXT PRIMARY KEY,
			parked_at INTEGER NOT NULL,
			until INTEGER NOT NULL
		) STRICT, WITHOUT ROWID`
	];
	for (const statement of statements) await statement.execute(db);
}
