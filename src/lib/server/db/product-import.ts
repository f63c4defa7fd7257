import type { CatalogRow } from '#lib/domain/catalog-row.ts';
import { unitPriceOf } from '#lib/domain/price.ts';
import { createProductWriter, productToRow, type ProductRow } from './products.ts';
import type { Sqlite } from './sqlite.ts';

/** How an import ended, in products. */
export interface Imported {
	readonly added: number;
	readonly changed: number;
	readonly same: number;
	/** They are in the built-in catalog, which says itself what they are. */
	readonly builtIn: number;
}

interface StoredRow extends ProductRow {
	readonly list_cents: number | null;
	readonly list_as_of: number | null;
}

interface Options {
	readonly isBuiltIn: (productId: string) => boolean;
	/** Wall-clock ms: the day of prices that say none. */
	readonly now: number;
	readonly onProgress: (done: number) => void;
}

/** So many at a time are in memory. */
const AT_ONCE = 500;

/**
 * Products on their way into the database. They gather in a temporary file of SQLite's own, so that neither the size of
 * the import nor a mistake in its last line matters; `finish` then takes all of them over at once, or none.
 */
export function createProductImport(sqlite: Sqlite, { isBuiltIn, now, onProgress }: Options) {
	sqlite.pragma('temp_store = FILE');
	sqlite.exec(
		'CREATE TEMP TABLE staged (line INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL)'
	);
	const lineOf = sqlite.prepare<[string], number>('SELECT line FROM staged WHERE id = ?').pluck();
	const stage = sqlite.prepare<[number, string, string]>('INSERT INTO staged VALUES (?, ?, ?)');
	const next = sqlite.prepare<[number], { line: number; body: string }>(
		`SELECT line, body FROM staged WHERE line > ? ORDER BY line LIMIT ${AT_ONCE}`
	);
	const read = sqlite.prepare<[string], StoredRow>('SELECT * FROM walmart_products WHERE id = ?');
	const writeProduct = createProductWriter(sqlite);
	const setList = sqlite.prepare<[number, number, string]>(
		'UPDATE walmart_products SET list_cents = ?, list_as_of = ? WHERE id = ?'
	);
	const addHistory = sqlite.prepare<[string, number, number]>(ADD_HISTORY);
	const setPrice = sqlite.prepare<Record<string, string | number | null>>(SET_PRICE);
	// Nothing but the temporary file is written in here, so nobody waits for it.
	sqlite.exec('BEGIN');

	function takeOver(write: boolean): Imported {
		const counts = { added: 0, changed: 0, same: 0, builtIn: 0 };
		let done = 0;
		for (let rows = next.all(0); rows.length > 0; rows = next.all(rows.at(-1)?.line ?? Infinity)) {
			for (const { body } of rows) {
				const row = JSON.parse(body) as CatalogRow;
				const before = read.get(row.product.id);
				const kind = isBuiltIn(row.product.id) ? 'builtIn' : compare(row, before, now);
				counts[kind] += 1;
				if (write && kind !== 'builtIn') take(row, before);
			}
			onProgress((done += rows.length));
		}
		return counts;
	}

	function take({ product, priceCents, asOf }: CatalogRow, before: StoredRow | undefined): void {
		writeProduct(product);
		const day = asOf ?? now;
		if (priceCents === null || isOutdated(day, before)) return;
		setList.run(priceCents, day, product.id);
		if (before?.list_cents !== priceCents) addHistory.run(product.id, day, priceCents);
		const unitPrice = unitPriceOf(priceCents, product);
		const { milliCents = null, per = null } = unitPrice ?? {};
		setPrice.run({ id: product.id, priceCents, day, milliCents, per });
	}

	return {
		/** @returns the line that has this product already, or null */
		add(line: number, row: CatalogRow): number | null {
			const earlier = lineOf.get(row.product.id);
			if (earlier !== undefined) return earlier;
			stage.run(line, row.product.id, JSON.stringify(row));
			return null;
		},
		/** Takes over what was added, in one transaction; a dry run only says what that would do. */
		finish(isDryRun: boolean): Imported {
			sqlite.exec('COMMIT');
			const all = sqlite.transaction(() => takeOver(!isDryRun));
			return isDryRun ? all() : all.immediate();
		}
	};
}

/** A price that was looked at again on another day is the same price. */
function compare(
	{ product, priceCents, asOf }: CatalogRow,
	before: StoredRow | undefined,
	now: number
): 'added' | 'changed' | 'same' {
	if (before === undefined) return 'added';
	const facts = productToRow(product);
	const isSame = Object.entries(facts).every(
		([column, value]) => before[column as keyof typeof facts] === value
	);
	// A file of names takes no price away, and an old one brings none back.
	const isSamePrice =
		priceCents === null || priceCents === before.list_cents || isOutdated(asOf ?? now, before);
	return isSame && isSamePrice ? 'same' : 'changed';
}

const isOutdated = (day: number, before: StoredRow | undefined): boolean =>
	day < (before?.list_as_of ?? -Infinity);

const ADD_HISTORY = `
	INSERT INTO price_history (product_id, observed_at, price_cents, source) VALUES (?, ?, ?, 'import')
	ON CONFLICT (product_id, observed_at) DO UPDATE SET price_cents = excluded.price_cents
	WHERE source = 'import'`;

/** What a shop has said itself is not overwritten. */
const SET_PRICE = `
	UPDATE walmart_products SET
		changed_at = CASE WHEN price_cents IS :priceCents THEN changed_at ELSE :day END,
		price_cents = :priceCents, unit_milli_cents = :milliCents, unit_per = :per,
		availability = 'unknown', source = 'import', checked_at = :day
	WHERE id = :id AND (source IS NULL OR source = 'import')`;
