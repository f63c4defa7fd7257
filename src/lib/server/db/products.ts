import type { Product } from '#lib/domain/product.ts';
import type { Sqlite } from './sqlite.ts';

/**
 * Writes what products are, all or none, and leaves their prices alone. Rows that say the same already are
 * not written again, so that a start with a known catalog costs no disk write.
 */
export function storeProducts(sqlite: Sqlite, products: readonly Product[]): void {
	runForAll(sqlite, STORE_PRODUCT, products);
}

/** Writes those that are not there yet, all or none; what is known of the others stands. */
export function addProducts(sqlite: Sqlite, products: readonly Product[]): void {
	runForAll(sqlite, ADD_PRODUCT, products);
}

function runForAll(sqlite: Sqlite, statement: string, products: readonly Product[]): void {
	const store = sqlite.prepare<Record<string, string | number | null>>(statement);
	const storeAll = sqlite.transaction(() => {
		for (const product of products) store.run(productToParameters(product));
	});
	storeAll.immediate();
}

const INSERT_PRODUCT = `
	insert into walmart_products
		(id, name, brand, department, aisle, sold_by, pack_milli, pack_unit, counted_as, piece_grams, taxable)
	values
		(:id, :name, :brand, :department, :aisle, :soldBy, :packMilli, :packUnit, :countedAs, :pieceGrams, :taxable)`;

const ADD_PRODUCT = `${INSERT_PRODUCT} on conflict (id) do nothing`;

const STORE_PRODUCT = `${INSERT_PRODUCT}
	on conflict (id) do update set
		name = excluded.name, brand = excluded.brand, department = excluded.department,
		aisle = excluded.aisle, sold_by = excluded.sold_by, pack_milli = excluded.pack_milli,
		pack_unit = excluded.pack_unit, counted_as = excluded.counted_as,
		piece_grams = excluded.piece_grams, taxable = excluded.taxable
	where
		(name, brand, department, aisle, sold_by, pack_milli, pack_unit, counted_as, piece_grams, taxable)
		is not
		(excluded.name, excluded.brand, excluded.department, excluded.aisle, excluded.sold_by,
		 excluded.pack_milli, excluded.pack_unit, excluded.counted_as, excluded.piece_grams, excluded.taxable)`;

function productToParameters(product: Product): Record<string, string | number | null> {
	const { id, name, brand, department, aisle } = product;
	const { soldBy, packMilli, packUnit, countedAs, pieceGrams } = product;
	const taxable = product.taxable ? 1 : 0;
	return {
		id,
		name,
		brand,
		department,
		aisle,
		soldBy,
		packMilli,
		packUnit,
		countedAs,
		pieceGrams,
		taxable
	};
}
