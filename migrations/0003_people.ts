import { sql, type Kysely } from 'kysely';

/** Signed-in devices, and the one-time links that let people onto a list and devices to a person. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const statements = [
		// The revision of a person's last renaming: their row on every list is as new as that.
		sql`ALTER TABLE users ADD COLUMN rev INTEGER NOT NULL DEFAULT 0`,
		// Whom somebody without a name became when their device was paired.
		sql`ALTER TABLE users ADD COLUMN absorbed_by TEXT`,
		sql`CREATE TABLE sessions (
			id TEXT PRIMARY KEY,
			token_hash TEXT NOT NULL UNIQUE,
			user_id TEXT NOT NULL REFERENCES users (id),
			device_name TEXT NOT NULL,
			created_at INTEGER NOT NULL,
			seen_at INTEGER NOT NULL
		) STRICT, WITHOUT ROWID`,
		sql`CREATE INDEX sessions_by_user ON sessions (user_id)`,
		sql`CREATE TABLE invites (
			token_hash TEXT PRIMARY KEY,
			list_id TEXT NOT NULL,
			role TEXT NOT NULL CHECK (role IN ('editor', 'viewer')),
			created_by TEXT NOT NULL,
			expires_at INTEGER NOT NULL,
			used_by TEXT
		) STRICT, WITHOUT ROWID`,
		sql`CREATE TABLE pairings (
			token_hash TEXT PRIMARY KEY,
			user_id TEXT NOT NULL,
			expires_at INTEGER NOT NULL,
			used INTEGER NOT NULL DEFAULT 0
		) STRICT, WITHOUT ROWID`,
		// A cursor below it was given to somebody else, who could see other lists.
		sql`ALTER TABLE sync_clients ADD COLUMN floor INTEGER NOT NULL DEFAULT 0`,
		sql`CREATE INDEX sync_clients_by_user ON sync_clients (user_id)`
	];
	for (const statement of statements) await statement.execute(db);
}
