import type { Availability, PriceSource, UnitPrice } from '#lib/domain/price.ts';
import type { Product } from '#lib/domain/product.ts';

/** The tables as Kysely sees them; the migrations make them. Times are wall-clock ms. */
export interface Schema {
	walmart_products: WalmartProductsTable;
	price_history: PriceHistoryTable;
}

/** A product, and the last price seen of it; `source` null means that nobody has looked yet. */
interface WalmartProductsTable {
	id: string;
	name: string;
	brand: string | null;
	department: string;
	aisle: string;
	sold_by: Product['soldBy'];
	pack_milli: number;
	pack_unit: Product['packUnit'];
	counted_as: Product['countedAs'];
	piece_grams: number | null;
	taxable: 0 | 1;
	/** Separated by "|". */
	aliases: string;
	/** The price in the imported file, and the day it is of; null where it had none. */
	list_cents: number | null;
	list_as_of: number | null;
	price_cents: number | null;
	unit_milli_cents: number | null;
	unit_per: UnitPrice['per'] | null;
	availability: Availability;
	source: PriceSource | null;
	checked_at: number | null;
	changed_at: number | null;
}

/** One row for each change; a price that was checked and found the same adds none. */
interface PriceHistoryTable {
	product_id: string;
	observed_at: number;
	price_cents: number | null;
	source: PriceSource;
}
