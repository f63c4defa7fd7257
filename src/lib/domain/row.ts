import type { Choice } from './choice.ts';
import type { Item } from './item.ts';
import type { List } from './list.ts';
import type { OwnPrice } from './own-price.ts';

/**
 * Every synced thing is a row. A new kind of thing is a new table here and new mutator names, never a change of
 * the protocol.
 */
export interface RowsByTable {
	lists: List;
	items: Item;
	ownPrices: OwnPrice;
	choices: Choice;
}
export type Table = keyof RowsByTable;
export type AnyRow = RowsByTable[Table];

/** What all rows share. `listId` says who may see it; a list's own row carries its own id. */
export interface Row {
	readonly id: string;
	readonly listId: string;
	/** The server's number for the transaction that last touched the row; PENDING_REV in a device's view. */
	readonly rev: number;
	readonly stamps: Stamps;
}

/** Who last wrote a field, and when on the author's own clock, corrected for its skew. */
export type Stamp = readonly [rev: number, at: number, clientId: string];
/** By field; `$` is the creation and stands in for every field not written since. */
export type Stamps = Readonly<Record<string, Stamp>> & { readonly $: Stamp };

/** Larger than any revision a server hands out: what a device did is newer than what it was told. */
export const PENDING_REV = Number.MAX_SAFE_INTEGER;

/**
 * The rows a mutator works on: a device's view in memory, or the server's tables inside its write transaction.
 * Reads see the writes made before them.
 */
export interface Rows {
	get<T extends Table>(table: T, id: string): RowsByTable[T] | undefined;
	put<T extends Table>(table: T, row: RowsByTable[T]): void;
	/** Items of a list that are not deleted, in no particular order. */
	liveItems(listId: string): Iterable<Item>;
	/** Those of them with this normalized name. */
	liveItemsNamed(listId: string, norm: string): Iterable<Item>;
	liveCount(listId: string): number;
	/** How many own prices or choices a list has. */
	count(table: 'ownPrices' | 'choices', listId: string): number;
	/** The greatest position key among a list's live items, or null when it has none. */
	lastPosition(listId: string): string | null;
	/** The least position key above one (null: of all) among a list's live items but one; null when there is none. */
	nextPosition(listId: string, above: string | null, exceptId: string): string | null;
}
