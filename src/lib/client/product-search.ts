import { embeddedCatalog } from '#lib/domain/catalog.ts';
import { normalizeName, type Item } from '#lib/domain/item.ts';
import { unitPriceOf, type PriceObservation, type UnitPrice } from '#lib/domain/price.ts';
import { isGeneric, type Product } from '#lib/domain/product.ts';
import type { Choices } from '#lib/domain/product-choice.ts';
import { rankProducts, type Candidate, type Ranked } from '#lib/domain/product-rank.ts';
import { samplePrice } from '#lib/domain/sample-price.ts';
import { toSearchText } from '#lib/domain/search-text.ts';
import { answerToProduct, productsSchema } from '#lib/protocol/products.ts';
import type { KnownProduct } from './db.ts';
import { ask } from './http.ts';
import { createProductIndex } from './product-index.ts';

/** A product that some words may mean, with what this device knows of its price. */
export interface FoundProduct {
	readonly product: Product;
	readonly price: PriceObservation | null;
	readonly unitPrice: UnitPrice | null;
	/** Chosen before, or called exactly so, or resembling it. */
	readonly why: 'chosen' | 'exact' | 'search';
}

export interface FindOptions {
	/** How many at most. */
	readonly limit: number;
	readonly choices?: Choices;
}

interface ProductSearchOptions {
	/** What this device has heard of. */
	readonly known: readonly KnownProduct[];
	/** The rows of all lists, deleted ones too: what the household calls things, and what it buys. */
	readonly items: Iterable<Pick<Item, 'name' | 'productId'>>;
}

export interface ProductSearch {
	/** What this device finds without a network, best first. */
	find(query: string, options: FindOptions): readonly FoundProduct[];
	/** The same with what the server finds, where it answers. Never rejects. */
	findProducts(query: string, options: FindOptions): Promise<readonly FoundProduct[]>;
	byId(productId: string): Product | null;
	/** The best, if nothing that was asked for is missing from it. */
	findOne(query: string): Product | null;
}

interface Entry extends Candidate {
	readonly known: KnownProduct;
}

/** Below it, a product has little more than a word in common with what was asked for. */
const GOOD_SCORE = 4;

/**
 * Finds products by words: those of the built-in catalog, those the household has bought, and those this device has
 * heard of. Building it takes some ten milliseconds.
 */
export function createProductSearch({ known, items }: ProductSearchOptions): ProductSearch {
	const entries = new Map<string, Entry>();
	const index = createProductIndex();
	const history = readHistory(items);
	for (const product of embeddedCatalog().products) put({ product, price: samplePrice(product) });
	for (const one of known) put(one);

	function put(one: KnownProduct): void {
		const { product, price } = one;
		const { names = new Set<string>(), times = 0 } = history.get(product.id) ?? {};
		const text = toSearchText({ ...product, aliases: [...product.aliases, ...names] });
		entries.set(product.id, {
			known: one,
			text,
			isGeneric: isGeneric(product),
			timesBought: times,
			unitPrice: unitPriceOf(price?.priceCents ?? null, product)
		});
		index.put(product.id, text);
	}

	function ranked(query: string): Ranked<Entry>[] {
		return rankProducts(
			query,
			index.find(query).flatMap((productId) => entries.get(productId) ?? [])
		);
	}

	function find(query: string, { limit, choices }: FindOptions): FoundProduct[] {
		const found = ranked(query).map(({ candidate, isExact }) =>
			toFound(candidate, isExact ? 'exact' : 'search')
		);
		const norm = normalizeName(query);
		const chosenId = choices?.ofList.get(norm) ?? choices?.ofHousehold.get(norm) ?? '';
		const chosen = entries.get(chosenId);
		const others = found.filter(({ product }) => product.id !== chosenId);
		return (chosen ? [toFound(chosen, 'chosen'), ...others] : found).slice(0, limit);
	}

	async function findProducts(
		query: string,
		options: FindOptions
	): Promise<readonly FoundProduct[]> {
		const parameters = new URLSearchParams({
			q: query.slice(0, 200),
			limit: String(options.limit)
		});
		const path = `/api/walmart/products?${parameters}`;
		const answer = query.trim() === '' ? null : await ask('GET', path, productsSchema);
		for (const told of answer && 'products' in answer ? answer.products : []) {
			const held = entries.get(told.productId);
			if (!held) put({ product: answerToProduct(told), price: told.price });
		}
		return find(query, options);
	}

	return {
		find,
		findProducts,
		byId: (productId) => entries.get(productId)?.known.product ?? null,
		findOne(query) {
			const [best] = ranked(query);
			return best?.isWhole && best.score >= GOOD_SCORE ? best.candidate.known.product : null;
		}
	};
}

function toFound({ known, unitPrice }: Entry, why: FoundProduct['why']): FoundProduct {
	return { ...known, unitPrice, why };
}

/** What the household calls each product, and how often it was on a list. */
function readHistory(
	items: ProductSearchOptions['items']
): ReadonlyMap<string, { names: Set<string>; times: number }> {
	const history = new Map<string, { names: Set<string>; times: number }>();
	for (const { name, productId } of items) {
		if (productId === null) continue;
		const { names, times } = history.get(productId) ?? { names: new Set(), times: 0 };
		history.set(productId, { names: names.add(name), times: times + 1 });
	}
	return history;
}
