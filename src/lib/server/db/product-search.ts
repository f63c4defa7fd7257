import type { Cents } from '#lib/domain/money.ts';
import { unitPriceOf, type UnitPrice } from '#lib/domain/price.ts';
import { isGeneric, type Product } from '#lib/domain/product.ts';
import { foldWords } from '#lib/domain/item.ts';
import { rankProducts, type Candidate } from '#lib/domain/product-rank.ts';
import { isBeside, type SearchText } from '#lib/domain/search-text.ts';
import { rowToProduct, type ProductRow } from './products.ts';
import type { Sqlite } from './sqlite.ts';

/** The price that an imported file gave. */
export interface ListPrice {
	readonly priceCents: Cents;
	/** Wall-clock ms: the day the price is of. */
	readonly asOf: number;
}

export interface StoredProducts {
	byId(productId: string): Product | null;
	listPrice(productId: string): ListPrice | null;
	/** The products that a few words may mean, best first; misspelled, joined and unfinished words count too. */
	search(query: string, limit: number): Product[];
}

interface FoundRow extends ProductRow {
	readonly text_head: string;
	readonly text_rest: string;
	readonly text_aliases: string;
	readonly price_cents: Cents | null;
	readonly list_cents: Cents | null;
}

interface Found extends Candidate {
	readonly product: Product;
}

/** The ranking looks at so many; the right one is among them. */
const CANDIDATES = 50;
/** With fewer that have all the words, a word is likely misspelled, and products that have most of it count too. */
const ENOUGH = 5;

/** Everything that can be bought: the built-in catalog, what was imported, and what a shop's search has brought. */
export function createStoredProducts(
	sqlite: Sqlite,
	/** Of the built-in catalog, which alone has samples. */
	sampleCents: (productId: string) => Cents | null
): StoredProducts {
	const readOne = sqlite.prepare<[string], ProductRow>(
		'SELECT * FROM walmart_products WHERE id = ?'
	);
	const readPrice = sqlite.prepare<[string], ListPrice>(
		`SELECT list_cents AS priceCents, list_as_of AS asOf FROM walmart_products
		 WHERE id = ? AND list_cents IS NOT NULL`
	);
	const find = sqlite.prepare<[string], FoundRow>(FIND);

	function toFound(row: FoundRow): Found {
		const { text_head: head, text_rest: rest, text_aliases: aliases } = row;
		const product = rowToProduct(row, sampleCents(row.id));
		return {
			product,
			text: { head, rest, aliases } satisfies SearchText,
			isGeneric: isGeneric(product),
			timesBought: 0,
			unitPrice: unitPrice(row, product)
		};
	}

	return {
		byId(productId) {
			const row = readOne.get(productId);
			return row === undefined ? null : rowToProduct(row, sampleCents(productId));
		},
		listPrice: (productId) => readPrice.get(productId) ?? null,
		search(query, limit) {
			const words = foldWords(query);
			const rows = new Map<string, FoundRow>();
			for (const question of [withAllOf(words), withMostOf(words)]) {
				if (question === '' || rows.size >= ENOUGH) continue;
				for (const row of find.all(question)) if (!rows.has(row.id)) rows.set(row.id, row);
			}
			return rankProducts(query, [...rows.values()].map(toFound))
				.slice(0, limit)
				.map(({ candidate }) => candidate.product);
		}
	};
}

/** Ranked inside, so that only what is answered is joined. */
const FIND = `
	SELECT p.*, t.head AS text_head, t.rest AS text_rest, t.aliases AS text_aliases
	FROM (SELECT rowid FROM product_search WHERE product_search MATCH ? ORDER BY rank LIMIT ${CANDIDATES}) AS f
	JOIN product_texts t ON t.number = f.rowid
	JOIN walmart_products p ON p.id = t.product_id`;

/** The index knows parts of three letters, so shorter words are left to the ranking. */
const PART = 3;

function withAllOf(words: readonly string[]): string {
	const long = words.filter((word) => word.length >= PART && !isBeside(word));
	return long.map(quote).join(' AND ');
}

function withMostOf(words: readonly string[]): string {
	const parts = words.flatMap((word) =>
		Array.from({ length: Math.max(0, word.length - PART + 1) }, (_none, at) =>
			word.slice(at, at + PART)
		)
	);
	return [...new Set(parts)].map(quote).join(' OR ');
}

/** As FTS5 quotes: between the quotes nothing has a meaning. */
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function unitPrice(
	{ price_cents: seen, list_cents: listed }: FoundRow,
	product: Product
): UnitPrice | null {
	return unitPriceOf(seen ?? listed ?? product.sampleCents, product);
}
