import type { ListPatch } from './list.ts';
import type { OwnPrice } from './own-price.ts';
import type { Quantity, Unit } from './quantity.ts';

// The mutations: what each is called, and what it says.

export interface MutationArgs {
	'list.create': { listId: string; name: string };
	'list.rename': { listId: string; name: string; expect?: string };
	'list.set': { listId: string; patch: ListPatch; expect?: ListPatch };
	'list.delete': { listId: string };
	'list.restore': { listId: string };
	'item.add': NewItem;
	'item.set': { listId: string; id: string; patch: ItemPatch; expect?: ItemPatch };
	/** Adds `milli` (may be negative) of `unit`; without effect once the line has another unit. */
	'item.step': { listId: string; id: string; milli: number; unit: Unit | null };
	/** Puts the line after another; `afterId` null puts it first. */
	'item.move': { listId: string; id: string; afterId: string | null } & OnlyMine;
	'item.delete': { listId: string; id: string } & OnlyMine;
	'item.restore': { listId: string; id: string } & OnlyMine;
	/** Deletes those of `ids` that are still checked. */
	'item.clearChecked': { listId: string; ids: readonly string[] };
	/** What somebody paid; never written over, only taken back. */
	'price.add': NewOwnPrice;
	'price.delete': { listId: string; id: string } & OnlyMine;
	'price.restore': { listId: string; id: string } & OnlyMine;
	/** Remembers the product picked for a name; null forgets it. */
	'choice.set': { listId: string; norm: string; productId: string | null; expect?: string | null };
}
export type MutationName = keyof MutationArgs;

/** Takes back what this device did, and nothing once somebody else has had a hand in it. */
interface OnlyMine {
	readonly onlyMine?: true;
}

export interface NewItem {
	readonly listId: string;
	readonly id: string;
	readonly name: string;
	readonly quantity: Quantity;
	readonly note: string;
	readonly productId: string | null;
	readonly keepSeparate: boolean;
}

export type NewOwnPrice = Omit<OwnPrice, 'rev' | 'stamps' | 'deletedAt'>;

/** The fields of a line that a person writes. Amount and unit are one field: half of each would be nonsense. */
export interface ItemPatch {
	readonly name?: string;
	readonly quantity?: Quantity;
	readonly note?: string;
	readonly checked?: boolean;
	readonly productId?: string | null;
	readonly taxable?: boolean | null;
	readonly pieceGrams?: number | null;
}
