import type { Kysely } from 'kysely';

/** Products with the last price seen of each, and one history row for every change of a price. */
export async function up(db: Kysely<never>): Promise<void> {
	await db.schema
		.createTable('walmart_products')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('brand', 'text')
		.addColumn('department', 'text', (column) => column.notNull())
		.addColumn('aisle', 'text', (column) => column.notNull())
		.addColumn('sold_by', 'text', (column) => column.notNull())
		.addColumn('pack_milli', 'integer', (column) => column.notNull())
		.addColumn('pack_unit', 'text')
		.addColumn('counted_as', 'text')
		.addColumn('piece_grams', 'real')
		.addColumn('taxable', 'integer', (column) => column.notNull())
		.addColumn('price_cents', 'integer')
		.addColumn('unit_milli_cents', 'real')
		.addColumn('unit_per', 'text')
		.addColumn('availability', 'text', (column) => column.notNull().defaultTo('unknown'))
		.addColumn('source', 'text')
		.addColumn('checked_at', 'integer')
		.addColumn('changed_at', 'integer')
		.execute();

	await db.schema
		.createTable('price_history')
		.addColumn('product_id', 'text', (column) =>
			column.notNull().references('walmart_products.id').onDelete('cascade')
		)
		.addColumn('observed_at', 'integer', (column) => column.notNull())
		.addColumn('price_cents', 'integer')
		.addColumn('source', 'text', (column) => column.notNull())
		.addPrimaryKeyConstraint('price_history_key', ['product_id', 'observed_at'])
		.execute();
}
