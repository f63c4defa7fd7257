import type { Availability } from './price.ts';
import { walmartItemId } from './walmart-id.ts';

/** What of a row decides whether it goes into Walmart's cart. */
export interface CartRow {
	readonly name: string;
	readonly productId: string | null;
	/** Thousandths of a pack (`packsFor`); null while the device does not know the product, which then counts once. */
	readonly packsMilli: number | null;
	/** As far as anything is known of it. */
	readonly availability: Availability;
	readonly checked: boolean;
}

export interface CartLink {
	/** To be opened one after the other; each adds to the cart. One is enough for about a hundred products. */
	readonly urls: readonly string[];
	/** Names of the rows that are in them. */
	readonly included: readonly string[];
	readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
	readonly name: string;
	readonly why: 'already in the cart' | 'no Walmart product' | 'not available';
}

/**
 * The list as links that fill the cart on Walmart's own site; no key is needed, and nothing is bought by it. Rows of
 * one product go together, and what is sold by weight is rounded up to whole ones after that. A product that is known
 * to be unavailable is left out, because it would break the link for all others.
 */
export function cartLink(rows: Iterable<CartRow>): CartLink {
	const milliById = new Map<string, number>();
	const included: string[] = [];
	const leftOut: LeftOut[] = [];
	for (const row of rows) {
		const sent = toCart(row);
		if (typeof sent === 'string') {
			leftOut.push({ name: row.name, why: sent });
			continue;
		}
		included.push(row.name);
		milliById.set(sent.itemId, (milliById.get(sent.itemId) ?? 0) + sent.milli);
	}
	const entries = [...milliById].map(
		([id, milli]) => `${id}_${Math.max(1, Math.ceil(milli / 1_000))}`
	);
	return { urls: toUrls(entries), included, leftOut };
}

const CART = 'https://www.walmart.com/sc/cart/addToCart?items=';
/** Some proxies and messengers cut longer addresses. */
const MAX_URL_LENGTH = 2_000;

/** What to put into the cart for a row, or why nothing. */
function toCart(
	row: CartRow
): { readonly itemId: string; readonly milli: number } | LeftOut['why'] {
	if (row.checked) return 'already in the cart';
	const itemId = row.productId === null ? null : walmartItemId(row.productId);
	if (itemId === null) return 'no Walmart product';
	if (row.availability === 'unavailable') return 'not available';
	return { itemId, milli: row.packsMilli ?? ONE_PACK_MILLI };
}

/** What the device knows nothing of is one of it, as `packsFor` guesses. */
const ONE_PACK_MILLI = 1_000;

function toUrls(entries: readonly string[]): string[] {
	const urls: string[] = [];
	let url = '';
	for (const entry of entries) {
		if (url !== '' && url.length + 1 + entry.length > MAX_URL_LENGTH) {
			urls.push(url);
			url = '';
		}
		url = url === '' ? CART + entry : `${url},${entry}`;
	}
	return url === '' ? urls : [...urls, url];
}
