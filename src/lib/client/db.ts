import { Dexie, liveQuery, type Subscription, type Table as DexieTable } from 'dexie';
import type { Choice } from '#lib/domain/choice.ts';
import { PLAIN_ITEM, type Item } from '#lib/domain/item.ts';
import { PLAIN_LIST, type List } from '#lib/domain/list.ts';
import type { Member } from '#lib/domain/member.ts';
import type { Merge } from '#lib/domain/merge-log.ts';
import type { Cents } from '#lib/domain/money.ts';
import type { OwnPrice } from '#lib/domain/own-price.ts';
import type { PriceObservation } from '#lib/domain/price.ts';
import type { Product } from '#lib/domain/product.ts';
import type { Mutation } from '#lib/domain/undo.ts';
import type { ErrorCode } from '#lib/protocol/error.ts';

/** An edit on its way to the server; deleted only when the server has said what became of it. */
export type OutboxEntry = Mutation & {
	/** Counts this device's mutations from 1, without a gap. */
	readonly mid: number;
	/** Unique for ever, whatever becomes of this device's counter. */
	readonly muid: string;
	/** Wall-clock ms on this device when the person acted. */
	readonly at: number;
	/** The cursor at that moment: what the author had seen. */
	readonly base: number;
	/** The server timeline of `base`; null before the first answer. */
	readonly epoch: string | null;
};

/** A refused edit in the "not saved" tray, until the person retries or drops it. */
export interface DeadEntry {
	readonly muid: string;
	/** null for one that the disk has damaged. */
	readonly entry: OutboxEntry | null;
	/** Whatever is left of a damaged one, as JSON. */
	readonly unreadable?: string;
	readonly code: ErrorCode;
	readonly message: string;
	/** What the row and the list were called, for when neither is here any more. */
	readonly itemName?: string | undefined;
	readonly listName?: string | undefined;
}

/** The most recent acts of this device that can be taken back, oldest first. */
export interface UndoEntry {
	readonly id: number;
	readonly listId: string;
	readonly label: string;
	/** Can be taken back, and is not offered: a new row shows for itself. */
	readonly quiet: boolean;
	readonly mutations: readonly Mutation[];
}

/** What a device knows about itself and about how far it has come; one record. */
export interface ReplicaMeta {
	readonly clientId: string;
	readonly lastMid: number;
	readonly cursor: number;
	readonly epoch: string | null;
	readonly acked: number;
	/** What the last answer carried to show that this cursor was given out; null before the first. */
	readonly proof: string | null;
	readonly undo: readonly UndoEntry[];
	/** The person this database belongs to; null until a server has said who that is. */
	readonly userId: string | null;
	/** Whose the clients are that the rows' stamps name, by client id. */
	readonly authors: Readonly<Record<string, string>>;
	/** How many refused edits were retried or given up: from this other tabs know that some are gone. */
	readonly buried: number;
}

export const META_KEY = 'replica';

/** What two people did to one thing unseen, noted when this device heard of it. */
export interface MergeEntry extends Merge {
	readonly id?: number;
	/** Wall-clock ms on this device. */
	readonly at: number;
}

/** A row of a timeline that has ended, until the server has looked at it. */
export type OfferedRow =
	| { readonly key: string; readonly table: 'lists'; readonly row: List }
	| { readonly key: string; readonly table: 'members'; readonly row: Member }
	| { readonly key: string; readonly table: 'items'; readonly row: Item }
	| { readonly key: string; readonly table: 'ownPrices'; readonly row: OwnPrice }
	| { readonly key: string; readonly table: 'choices'; readonly row: Choice };

/** How far a tab's journal is on the disk; written with the edits, so that none is saved twice. */
export interface TabRecord {
	readonly tabId: string;
	readonly savedSeq: number;
	/** Wall-clock ms. */
	readonly savedAt: number;
}

/**
 * The lists of one identity on this device. `lists`, `items`, `members`, `ownPrices` and `choices` are the base: written
 * only from the server's answers. `salvage` keeps what the base was before the server went back in time. `outbox` holds what was done here, `dead` what the server refused of it. The screen shows the
 * outbox replayed over the base.
 */
export class ReplicaDatabase extends Dexie {
	declare lists: DexieTable<List, string>;
	declare items: DexieTable<Item, string>;
	declare members: DexieTable<Member, string>;
	declare ownPrices: DexieTable<OwnPrice, string>;
	declare choices: DexieTable<Choice, string>;
	declare outbox: DexieTable<OutboxEntry, number>;
	declare salvage: DexieTable<OfferedRow, string>;
	declare dead: DexieTable<DeadEntry, string>;
	declare merges: DexieTable<MergeEntry, number>;
	declare meta: DexieTable<ReplicaMeta, string>;
	declare tabs: DexieTable<TabRecord, string>;

	constructor(name: string) {
		// Strict: "saved" must mean on the disk, not in a buffer that a flat battery empties.
		super(name, { chromeTransactionDurability: 'strict' });
		this.version(1).stores({
			lists: 'id',
			items: 'id, listId',
			outbox: 'mid',
			meta: '',
			tabs: 'tabId'
		});
		this.version(2)
			.stores({ members: 'id, listId', dead: 'muid', merges: '++id, listId, at' })
			.upgrade((transaction) =>
				transaction
					.table<ReplicaMeta>('meta')
					.toCollection()
					.modify((meta) => Object.assign(meta, { userId: null, authors: {}, buried: 0 }))
			);
		this.version(3).stores({ salvage: 'key' });
		// Whatever a server told a client that had no place for it is told again from the beginning.
		this.version(4)
			.stores({ ownPrices: 'id, listId', choices: 'id, listId' })
			.upgrade(async (transaction) => {
				await transaction.table<List>('lists').toCollection().modify(PLAIN_LIST);
				await transaction.table<Item>('items').toCollection().modify(PLAIN_ITEM);
				await transaction.table<ReplicaMeta>('meta').toCollection().modify({ cursor: 0 });
			});
	}

	/**
	 * Runs what may be run twice; again, over a new connection, when the browser has lost the one it had. Phones do
	 * that when they wake up, and the old handle never works again.
	 */
	async steady<T>(work: () => Promise<T>): Promise<T> {
		try {
			return await work();
		} catch (cause) {
			if (!LOST_CONNECTION.test(storageErrorName(cause))) throw cause;
			this.close({ disableAutoOpen: false });
			return work();
		}
	}
}

const LOST_CONNECTION = /^(InvalidState|Unknown|DatabaseClosed)Error$/;

/** What the browser itself called a failure; Dexie wraps some in others. */
export function storageErrorName(cause: unknown): string {
	const { name, inner } = cause as { name?: string; inner?: unknown };
	return inner ? storageErrorName(inner) : (name ?? '');
}

/** The phone's own price tier: may be thrown away at any time, and is made anew from the server. */
export class PriceDatabase extends Dexie {
	declare known: DexieTable<KnownProduct, string>;

	constructor(name: string) {
		super(name);
		this.version(1).stores({ known: 'product.id' });
	}
}

/** A product with the last price this device heard of it. */
export interface KnownProduct {
	readonly product: Product;
	readonly price: PriceObservation | null;
	/** What one cost before that, until somebody has seen the change; absent and null: there is none. */
	readonly wasCents?: Cents | null;
}

/** Calls back with `query`'s answer now and after every change to what it read, by any tab, until closed. */
export function watch<T>(query: () => Promise<T>, onChange: (value: T) => void): Subscription {
	return liveQuery(query).subscribe({ next: onChange, error: () => undefined });
}
