import type { Choice } from './choice.ts';
import type { Item } from './item.ts';
import type { List } from './list.ts';
import type { OwnPrice } from './own-price.ts';
import type { Rows, RowsByTable, Table } from './row.ts';

/** Rows in memory: what a device's screen shows, and what the model test's server and devices are made of. */
export function createMemoryRows(onPut?: (table: Table, id: string) => void): MemoryRows {
	return new MemoryRows(onPut);
}

export class MemoryRows implements Rows {
	readonly lists = new Map<string, List>();
	readonly items = new Map<string, Item>();
	readonly ownPrices = new Map<string, OwnPrice>();
	readonly choices = new Map<string, Choice>();
	readonly #liveByList = new Map<string, LiveItems>();
	readonly #onPut: ((table: Table, id: string) => void) | undefined;

	constructor(onPut?: (table: Table, id: string) => void) {
		this.#onPut = onPut;
	}

	get<T extends Table>(table: T, id: string): RowsByTable[T] | undefined {
		return this.#table(table).get(id);
	}

	put<T extends Table>(table: T, row: RowsByTable[T]): void {
		if (table === 'items') this.#index(row as Item);
		this.#table(table).set(row.id, row);
		this.#onPut?.(table, row.id);
	}

	/** Forgets a row altogether, as when its list was taken from this device; not a tombstone. */
	remove(table: Table, id: string): void {
		const item = table === 'items' ? this.items.get(id) : undefined;
		if (item) this.#live(item.listId).delete(item);
		this.#table(table).delete(id);
		this.#onPut?.(table, id);
	}

	liveItems(listId: string): Iterable<Item> {
		return this.#liveByList.get(listId)?.items.values() ?? [];
	}

	*liveItemsNamed(listId: string, norm: string): Iterable<Item> {
		for (const item of this.liveItems(listId)) if (item.norm === norm) yield item;
	}

	liveCount(listId: string): number {
		return this.#liveByList.get(listId)?.items.size ?? 0;
	}

	count(table: 'ownPrices' | 'choices', listId: string): number {
		let count = 0;
		for (const row of this.#table(table).values()) if (row.listId === listId) count++;
		return count;
	}

	lastPosition(listId: string): string | null {
		return this.#liveByList.get(listId)?.lastPosition() ?? null;
	}

	nextPosition(listId: string, above: string | null, exceptId: string): string | null {
		let next: string | null = null;
		for (const { id, position } of this.liveItems(listId)) {
			if (id === exceptId || (above !== null && position <= above)) continue;
			if (next === null || position < next) next = position;
		}
		return next;
	}

	#table<T extends Table>(table: T): Map<string, RowsByTable[T]> {
		return this[table] as Map<string, RowsByTable[T]>;
	}

	#index(item: Item): void {
		const before = this.items.get(item.id);
		if (before && before.listId !== item.listId) this.#live(before.listId).delete(before);
		const live = this.#live(item.listId);
		if (item.deletedAt === null) live.put(item);
		else live.delete(item);
	}

	#live(listId: string): LiveItems {
		let live = this.#liveByList.get(listId);
		if (!live) this.#liveByList.set(listId, (live = new LiveItems()));
		return live;
	}
}

/** The items of one list that are not deleted; knows its last position without looking at all of them. */
class LiveItems {
	readonly items = new Map<string, Item>();
	/** undefined: the last one went away, and the next question has to look. */
	#last: string | null | undefined = null;

	put(item: Item): void {
		const before = this.items.get(item.id);
		this.items.set(item.id, item);
		if (this.#last === undefined || before?.position === item.position) return;
		if (this.#last === null || item.position > this.#last) this.#last = item.position;
		else if (before?.position === this.#last) this.#last = undefined;
	}

	delete(item: Item): void {
		const before = this.items.get(item.id);
		if (this.items.delete(item.id) && before?.position === this.#last) this.#last = undefined;
	}

	lastPosition(): string | null {
		if (this.#last === undefined) {
			this.#last = null;
			for (const { position } of this.items.values())
				if (this.#last === null || position > this.#last) this.#last = position;
		}
		return this.#last;
	}
}
