import { bestPrice, type RowPrice } from '#lib/domain/best-price.ts';
import type { Offer } from '#lib/domain/compare-unit-prices.ts';
import { normalizeName } from '#lib/domain/item.ts';
import type { Product } from '#lib/domain/product.ts';
import { samplePrice } from '#lib/domain/sample-price.ts';
import type { OpenList } from './items.svelte.ts';
import type { ListRows } from './list-rows.svelte.ts';
import type { Prices } from './prices.svelte.ts';

/** A product that a row could be, with the price that would count for it. */
export interface Alternative extends Offer {
	readonly price: RowPrice | null;
	/** Who saw the price, where it is the household's own. */
	readonly who: string | undefined;
}

/** How many this device sets side by side, and how many with those that only the server knows. */
const LIMIT = 5;
const LIMIT_WITH_SERVER = 8;

/**
 * Finds the products that some words may mean, and calls back as soon as this device has some, best first, and again
 * with what the server adds at their end. Never rejects; a device that lacks the code for it finds none.
 */
export async function findAlternatives(
	query: string,
	list: OpenList,
	onFound: (products: readonly Product[]) => void
): Promise<void> {
	try {
		const finder = await list.finder();
		const here = finder.find(query, LIMIT).map(({ product }) => product);
		onFound(here);
		const all = await finder.findProducts(query, LIMIT_WITH_SERVER);
		const added = all
			.map(({ product }) => product)
			.filter(({ id }) => here.every((one) => one.id !== id));
		onFound([...here, ...added].slice(0, LIMIT_WITH_SERVER));
	} catch {
		onFound([]);
	}
}

/** A product with the price that counts for it on this list. */
export function toAlternative(product: Product, rows: ListRows, prices: Prices): Alternative {
	const [paid] = rows.paidOf({ productId: product.id, norm: normalizeName(product.name) });
	const observed = prices.get(product.id)?.price ?? samplePrice(product);
	const price = bestPrice(paid?.own ?? null, observed).shown;
	const isThere = price !== null && price.availability !== 'unavailable';
	return { product, priceCents: isThere ? price.priceCents : null, price, who: paid?.who };
}
