import type { Cents } from './money.ts';
import type { Row } from './row.ts';

/**
 * What somebody of the household paid, or read off the shelf: a price of their own, beside what catalogs say. Who saw
 * it and when is its creation stamp. It is never written over: a newer one is a row of its own.
 */
export interface OwnPrice extends Row {
	/** The product it is of; null where the row had none, and its name says what it is of. */
	readonly productId: string | null;
	/** `normalizeName` of the row it was typed on. */
	readonly norm: string;
	/** For one pack; without a product for one, or for as much as the row says. */
	readonly priceCents: Cents;
	/** "2 for $5". */
	readonly multiBuy: MultiBuy | null;
	/** Where; '' when nobody said. */
	readonly store: string;
	readonly source: OwnPriceSource;
	/** Wall-clock ms; taken back. */
	readonly deletedAt: number | null;
}

export type OwnPriceSource = 'manual' | 'receipt';

/** So many together at a price of their own. */
export interface MultiBuy {
	readonly count: number;
	readonly cents: Cents;
}

/** As many as a list keeps; the daily collection leaves the newest of each thing. */
export const MAX_OWN_PRICES = 5_000;
/** $99,999.99: more is a slip of the finger. */
export const MAX_PRICE_CENTS = 9_999_999;
export const MAX_MULTI_BUY = 99;
export const MAX_STORE_LENGTH = 80;
