import { sql, type Kysely } from 'kysely';

/** What the household paid and which products it picked; a list's budget, tax and store. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const statements = [
		sql`ALTER TABLE grocery_lists ADD COLUMN budget_cents INTEGER`,
		sql`ALTER TABLE grocery_lists ADD COLUMN tax_basis_points INTEGER NOT NULL DEFAULT 0`,
		sql`ALTER TABLE grocery_lists ADD COLUMN store TEXT NOT NULL DEFAULT ''`,
		sql`ALTER TABLE grocery_items ADD COLUMN taxable INTEGER`,
		sql`ALTER TABLE grocery_items ADD COLUMN piece_grams REAL`,
		sql`CREATE TABLE own_prices (
			id TEXT PRIMARY KEY,
			list_id TEXT NOT NULL,
			product_id TEXT,
			norm TEXT NOT NULL,
			price_cents INTEGER NOT NULL,
			multi_count INTEGER,
			multi_cents INTEGER,
			store TEXT NOT NULL,
			source TEXT NOT NULL CHECK (source IN ('manual', 'receipt')),
			deleted_at INTEGER,
			rev INTEGER NOT NULL,
			stamps TEXT NOT NULL
		) STRICT`,
		sql`CREATE INDEX own_prices_by_rev ON own_prices (list_id, rev)`,
		sql`CREATE TABLE choices (
			list_id TEXT NOT NULL,
			norm TEXT NOT NULL,
			product_id TEXT,
			rev INTEGER NOT NULL,
			stamps TEXT NOT NULL,
			PRIMARY KEY (list_id, norm)
		) STRICT, WITHOUT ROWID`,
		sql`CREATE INDEX choices_by_rev ON choices (list_id, rev)`
	];
	for (const statement of statements) await statement.execute(db);
}
