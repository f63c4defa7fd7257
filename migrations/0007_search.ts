import { sql, type Kysely } from 'kysely';

/** What products are found by, and the prices that came with an imported catalog. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const statements = [
		// Other words for the product, separated by "|".
		sql`ALTER TABLE walmart_products ADD COLUMN aliases TEXT NOT NULL DEFAULT ''`,
		// What the imported file said of the price, and of which day; wall-clock ms.
		sql`ALTER TABLE walmart_products ADD COLUMN list_cents INTEGER`,
		sql`ALTER TABLE walmart_products ADD COLUMN list_as_of INTEGER`,
		// Folded words. A number of its own for each, because a row's own number is not kept when the file is copied.
		sql`CREATE TABLE product_texts (
			number INTEGER PRIMARY KEY,
			product_id TEXT NOT NULL UNIQUE REFERENCES walmart_products (id) ON DELETE CASCADE,
			head TEXT NOT NULL,
			rest TEXT NOT NULL,
			aliases TEXT NOT NULL
		) STRICT`,
		sql`CREATE VIRTUAL TABLE product_search USING fts5 (
			head, rest, aliases, content='product_texts', content_rowid='number', tokenize='trigram'
		)`,
		// What a thing is weighs most, then what else it is called.
		sql`INSERT INTO product_search (product_search, rank) VALUES ('rank', 'bm25(4.0, 1.0, 3.0)')`,
		sql`CREATE TRIGGER product_texts_added AFTER INSERT ON product_texts BEGIN
			INSERT INTO product_search (rowid, head, rest, aliases)
			VALUES (new.number, new.head, new.rest, new.aliases);
		END`,
		sql`CREATE TRIGGER product_texts_removed AFTER DELETE ON product_texts BEGIN
			INSERT INTO product_search (product_search, rowid, head, rest, aliases)
			VALUES ('delete', old.number, old.head, old.rest, old.aliases);
		END`,
		sql`CREATE TRIGGER product_texts_changed AFTER UPDATE ON product_texts BEGIN
			INSERT INTO product_search (product_search, rowid, head, rest, aliases)
			VALUES ('delete', old.number, old.head, old.rest, old.aliases);
			INSERT INTO product_search (rowid, head, rest, aliases)
			VALUES (new.number, new.head, new.rest, new.aliases);
		END`
	];
	for (const statement of statements) await statement.execute(db);
}
