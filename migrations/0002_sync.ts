import { sql, type Kysely } from 'kysely';

/** Lists, who may see them, what each device has sent, and the server's own timeline. */
export async function up(db: Kysely<unknown>): Promise<void> {
	// One statement each: SQLite's own words show types, checks and keys at a glance.
	const statements = [
		sql`CREATE TABLE sync_meta (
			id INTEGER PRIMARY KEY CHECK (id = 1),
			epoch TEXT NOT NULL,
			seq INTEGER NOT NULL,
			gc_floor INTEGER NOT NULL
		) STRICT`,
		sql`CREATE TABLE users (
			id TEXT PRIMARY KEY,
			name TEXT NOT NULL,
			created_at INTEGER NOT NULL
		) STRICT`,
		sql`CREATE TABLE grocery_lists (
			id TEXT PRIMARY KEY,
			name TEXT NOT NULL,
			deleted_at INTEGER,
			rev INTEGER NOT NULL,
			stamps TEXT NOT NULL
		) STRICT`,
		sql`CREATE TABLE list_members (
			list_id TEXT NOT NULL,
			user_id TEXT NOT NULL,
			role TEXT NOT NULL CHECK (role IN ('editor', 'viewer')),
			active INTEGER NOT NULL,
			rev INTEGER NOT NULL,
			stamps TEXT NOT NULL,
			PRIMARY KEY (list_id, user_id)
		) STRICT, WITHOUT ROWID`,
		sql`CREATE INDEX list_members_by_user ON list_members (user_id)`,
		sql`CREATE TABLE grocery_items (
			id TEXT PRIMARY KEY,
			list_id TEXT NOT NULL,
			name TEXT NOT NULL,
			norm TEXT NOT NULL,
			quantity_milli INTEGER NOT NULL,
			unit TEXT,
			note TEXT NOT NULL,
			checked INTEGER NOT NULL,
			position TEXT NOT NULL,
			product_id TEXT,
			keep_separate INTEGER NOT NULL,
			deleted_at INTEGER,
			merged_into TEXT,
			rev INTEGER NOT NULL,
			stamps TEXT NOT NULL
		) STRICT`,
		sql`CREATE INDEX grocery_items_by_rev ON grocery_items (list_id, rev)`,
		sql`CREATE INDEX grocery_items_live ON grocery_items (list_id, position) WHERE deleted_at IS NULL`,
		sql`CREATE TABLE sync_clients (
			client_id TEXT PRIMARY KEY,
			user_id TEXT NOT NULL,
			lmid INTEGER NOT NULL,
			seen_at INTEGER NOT NULL
		) STRICT, WITHOUT ROWID`,
		sql`CREATE TABLE sync_rejects (
			client_id TEXT NOT NULL,
			mid INTEGER NOT NULL,
			muid TEXT NOT NULL,
			code TEXT NOT NULL,
			message TEXT NOT NULL,
			body TEXT NOT NULL,
			at INTEGER NOT NULL,
			PRIMARY KEY (client_id, mid)
		) STRICT, WITHOUT ROWID`
	];
	for (const statement of statements) await statement.execute(db);
}
