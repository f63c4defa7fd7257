import { sql, type Kysely } from 'kysely';

/** Texts of many lines that a model reads in the background; kept so that a restart goes on where it stopped. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const statements = [
		// The device makes the id, so it is one person's only.
		sql`CREATE TABLE imports (
			number INTEGER PRIMARY KEY,
			user_id TEXT NOT NULL,
			id TEXT NOT NULL,
			list_id TEXT NOT NULL,
			created_at INTEGER NOT NULL,
			finished_at INTEGER,
			UNIQUE (user_id, id)
		) STRICT`,
		sql`CREATE TABLE import_lines (
			import_number INTEGER NOT NULL REFERENCES imports (number) ON DELETE CASCADE,
			line INTEGER NOT NULL,
			text TEXT NOT NULL,
			state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'waiting', 'done')),
			-- What was read, as JSON: by the rules, and otherwise by the model.
			items TEXT NOT NULL DEFAULT '[]',
			also TEXT,
			PRIMARY KEY (import_number, line)
		) STRICT, WITHOUT ROWID`,
		// What is left to do: next to nothing, most of the time.
		sql`CREATE INDEX import_lines_open ON import_lines (state, line, import_number) WHERE state != 'done'`
	];
	for (const statement of statements) await statement.execute(db);
}
