import type { Cents } from '#lib/domain/money.ts';
import type { Product } from '#lib/domain/product.ts';
import { toSearchText } from '#lib/domain/search-text.ts';
import type { Sqlite } from './sqlite.ts';

/** What a row of `walmart_products` says of the product itself, by the name of the column. */
export interface ProductRow {
	readonly id: string;
	readonly name: string;
	readonly brand: string | null;
	readonly aliases: string;
	readonly department: string;
	readonly aisle: string;
	readonly sold_by: Product['soldBy'];
	readonly pack_milli: number;
	readonly pack_unit: Product['packUnit'];
	readonly counted_as: Product['countedAs'];
	readonly piece_grams: number | null;
	readonly taxable: 0 | 1;
}

const COLUMNS = [
	...(['name', 'brand', 'aliases', 'department', 'aisle', 'sold_by'] as const),
	...(['pack_milli', 'pack_unit', 'counted_as', 'piece_grams', 'taxable'] as const)
] satisfies (keyof ProductRow)[];

/**
 * Writes what products are and what they are found by, all or none, and leaves their prices alone. Rows that say the
 * same already are not written again, so that a start with a known catalog costs no disk write.
 */
export function storeProducts(sqlite: Sqlite, products: readonly Product[]): void {
	const store = createProductWriter(sqlite);
	const storeAll = sqlite.transaction(() => {
		for (const product of products) store(product);
	});
	storeAll.immediate();
}

/** Writes one product in whatever transaction is open. */
export function createProductWriter(sqlite: Sqlite): (product: Product) => void {
	const store = sqlite.prepare<ProductRow>(STORE_PRODUCT);
	const storeText = sqlite.prepare<Record<string, string>>(STORE_TEXT);
	return (product) => {
		store.run(productToRow(product));
		storeText.run({ id: product.id, ...toSearchText(product) });
	};
}

export function productToRow(product: Product): ProductRow {
	const { id, name, brand, aliases, department, aisle } = product;
	return {
		id,
		name,
		brand,
		aliases: aliases.join('|'),
		department,
		aisle,
		sold_by: product.soldBy,
		pack_milli: product.packMilli,
		pack_unit: product.packUnit,
		counted_as: product.countedAs,
		piece_grams: product.pieceGrams,
		taxable: product.taxable ? 1 : 0
	};
}

/** @param sampleCents stands in no row: only the built-in catalog has one */
export function rowToProduct(row: ProductRow, sampleCents: Cents | null = null): Product {
	const { id, name, brand, aliases, department, aisle } = row;
	return {
		id,
		name,
		brand,
		aliases: aliases === '' ? [] : aliases.split('|'),
		department,
		aisle,
		soldBy: row.sold_by,
		packMilli: row.pack_milli,
		packUnit: row.pack_unit,
		countedAs: row.counted_as,
		pieceGrams: row.piece_grams,
		sampleCents,
		taxable: row.taxable === 1
	};
}

const listOf = (format: (column: string) => string): string => COLUMNS.map(format).join(', ');

const STORE_PRODUCT = `
	INSERT INTO walmart_products (id, ${listOf((column) => column)})
	VALUES (:id, ${listOf((column) => `:${column}`)})
	ON CONFLICT (id) DO UPDATE SET ${listOf((column) => `${column} = excluded.${column}`)}
	WHERE ${COLUMNS.map((column) => `${column} IS NOT excluded.${column}`).join(' OR ')}`;

const STORE_TEXT = `
	INSERT INTO product_texts (product_id, head, rest, aliases) VALUES (:id, :head, :rest, :aliases)
	ON CONFLICT (product_id) DO UPDATE SET
		head = excluded.head, rest = excluded.rest, aliases = excluded.aliases
	WHERE (head, rest, aliases) IS NOT (excluded.head, excluded.rest, excluded.aliases)`;
