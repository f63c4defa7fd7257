import { createSubscriber } from 'svelte/reactivity';
import { isInTrash } from '#lib/domain/in-trash.ts';
import type { Item } from '#lib/domain/item.ts';
import type { List } from '#lib/domain/list.ts';
import { formatQuantity, ONE } from '#lib/domain/quantity.ts';
import { stampFor } from '#lib/domain/stamps.ts';
import type { Replica } from './replica.ts';

/** An item or a list that was deleted in the last 30 days. */
export interface Deleted {
	readonly id: string;
	readonly listId: string;
	readonly name: string;
	/** What else tells it from others, such as "In the cart · 2 gal"; '' when the name says it all. */
	readonly detail: string;
	/** When it was deleted, in wall-clock ms. */
	readonly at: number;
	/** The client that deleted it, as stamps name it. */
	readonly clientId: string;
}

/** What can be brought back, newest first. Whoever reads it in an effect hears of changes. */
export class Trash {
	readonly #replica: Replica;
	readonly #now: () => number;
	readonly #subscribe: () => void;

	constructor(replica: Replica, now: () => number) {
		this.#replica = replica;
		this.#now = now;
		this.#subscribe = createSubscriber((update) => replica.subscribe(update));
	}

	/** The lists in the bin. */
	get lists(): readonly Deleted[] {
		this.#subscribe();
		const { view } = this.#replica;
		return this.#find([...view.lists.values()], ({ id }) => countItems(view.liveCount(id)));
	}

	/**
	 * The items that were deleted from a list; not those that became part of others, which are still there. What was
	 * cleared in one go stands in the order of the list.
	 */
	itemsOf(listId: string): readonly Deleted[] {
		this.#subscribe();
		const items = [...this.#replica.view.items.values()]
			.filter((item) => item.listId === listId && item.mergedInto === null)
			.sort((a, b) => (a.position < b.position ? -1 : 1));
		return this.#find(items, describeItem);
	}

	/** Puts an item back where it was. @returns where that is, in words */
	restoreItem({ listId, id, name }: Deleted): string {
		const mutation = { name: 'item.restore', args: { listId, id } } as const;
		this.#replica.act(listId, [mutation], { label: `Restored "${name}"` });
		return this.#replica.view.items.get(id)?.checked ? 'in the cart' : 'on the list';
	}

	#find<R extends Item | List>(
		rows: readonly R[],
		describe: (row: R) => string
	): readonly Deleted[] {
		const now = this.#now();
		return rows
			.filter((row) => isInTrash(row, now))
			.map((row) => {
				const { id, listId, name } = row;
				const [, , clientId] = stampFor(row, 'deletedAt');
				return { id, listId, name, detail: describe(row), at: row.deletedAt ?? now, clientId };
			})
			.sort((a, b) => b.at - a.at);
	}
}

function describeItem({ checked, quantity, note }: Item): string {
	const isOne = quantity.milli === ONE.milli && quantity.unit === ONE.unit;
	return [checked ? 'In the cart' : '', isOne ? '' : formatQuantity(quantity), note]
		.filter((part) => part !== '')
		.join(' · ');
}

const countItems = (count: number): string =>
	count === 1 ? '1 item' : `${count === 0 ? 'No' : count} items`;
