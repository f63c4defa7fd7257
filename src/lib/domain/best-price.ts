import { normalizeName } from './item.ts';
import type { MultiBuy, OwnPrice } from './own-price.ts';
import type { PriceObservation, SeenPrice } from './price.ts';

/** A price as a row shows and reckons with it, whoever saw it. */
export interface RowPrice extends SeenPrice {
	readonly multiBuy: MultiBuy | null;
	/** The household's own row, which knows who, when and where; null for what a source said. */
	readonly own: OwnPrice | null;
}

export interface BestPrice {
	/** What counts; null when nothing is known. */
	readonly shown: RowPrice | null;
	/** What else is known, to be seen beside it. */
	readonly other: RowPrice | null;
}

/** What a price is of: the product of a row, or its name where it has none. */
export type Priced = Pick<OwnPrice, 'productId' | 'norm'>;

/**
 * Under which key prices of a thing are found. One with a product and one without never share theirs: the first is for
 * a pack, the other for whatever the row said.
 */
export function pricedKey({ productId, norm }: Priced): string {
	return productId === null ? `norm:${norm}` : `product:${productId}`;
}

/**
 * The newest own price of each thing at a store, by `pricedKey`. One without a store counts everywhere, and a list
 * without a store takes all. Whoever has many rows makes this once, when an own price has changed.
 */
export function newestOwnPrices(
	prices: Iterable<OwnPrice>,
	store: string
): ReadonlyMap<string, OwnPrice> {
	const newest = new Map<string, OwnPrice>();
	const isHere = atStore(store);
	for (const price of prices) {
		if (!isHere(price)) continue;
		const key = pricedKey(price);
		const known = newest.get(key);
		if (!known || isNewer(price, known)) newest.set(key, price);
	}
	return newest;
}

/** All own prices of one thing at a store, newest first. */
export function ownPricesOf(
	thing: Priced,
	prices: Iterable<OwnPrice>,
	store: string
): readonly OwnPrice[] {
	const key = pricedKey(thing);
	const isHere = atStore(store);
	return [...prices]
		.filter((price) => pricedKey(price) === key && isHere(price))
		.sort((a, b) => (isNewer(a, b) ? -1 : 1));
}

/**
 * Which of two prices counts: the household's own before a sample and before nothing; between that and one from a
 * store (looked up or imported) the later of the two. The other one is not lost.
 *
 * @param own the newest at this list's store
 */
export function bestPrice(own: OwnPrice | null, observed: PriceObservation | null): BestPrice {
	const seen = observed && saysSomething(observed) ? toRowPrice(observed) : null;
	const paid = own && ownToRowPrice(own);
	if (!paid || !seen) return { shown: paid ?? seen, other: null };
	const isSeenNewer = seen.source !== 'embedded' && seen.checkedAt > paid.checkedAt;
	return isSeenNewer ? { shown: seen, other: paid } : { shown: paid, other: seen };
}

/** Wall-clock ms of the moment somebody wrote a price down. */
export const paidAt = ({ stamps }: OwnPrice): number => stamps.$[1];

function ownToRowPrice(own: OwnPrice): RowPrice {
	const { priceCents, multiBuy, source } = own;
	const at = paidAt(own);
	// Whoever paid it found it on the shelf then, which says nothing of today.
	const availability = 'unknown';
	return {
		priceCents,
		multiBuy,
		source,
		availability,
		checkedAt: at,
		changedAt: at,
		stale: false,
		own
	};
}

function toRowPrice(observed: PriceObservation): RowPrice {
	const { priceCents, availability, source, checkedAt, changedAt, stale } = observed;
	return {
		priceCents,
		availability,
		source,
		checkedAt,
		changedAt,
		stale,
		multiBuy: null,
		own: null
	};
}

/** A price, or that the store does not have it. */
function saysSomething({ priceCents, availability }: PriceObservation): boolean {
	return priceCents !== null || availability === 'unavailable';
}

function atStore(store: string): (price: OwnPrice) => boolean {
	const here = storeKey(store);
	return (price) => {
		if (price.deletedAt !== null) return false;
		return here === '' || price.store === '' || storeKey(price.store) === here;
	};
}

/** Two people rarely type a store alike. */
const storeKey = (store: string): string => (store.trim() === '' ? '' : normalizeName(store));

/** Of two from one moment the greater id, so that all devices agree. */
function isNewer(a: OwnPrice, b: OwnPrice): boolean {
	return paidAt(a) === paidAt(b) ? a.id > b.id : paidAt(a) > paidAt(b);
}
