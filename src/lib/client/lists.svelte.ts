import { isInTrash } from '#lib/domain/in-trash.ts';
import type { List } from '#lib/domain/list.ts';
import type { Replica } from './replica.ts';

export interface ListSummary {
	readonly id: string;
	readonly name: string;
	/** Items not in the cart yet. */
	readonly openCount: number;
}

/** The lists of this device that are not in the bin, oldest first. */
export class Lists {
	#all = $state.raw<readonly ListSummary[]>([]);
	#hasDeleted = $state(false);
	readonly #replica: Replica;
	readonly #newId: () => string;

	constructor(replica: Replica, newId: () => string, now: () => number) {
		this.#replica = replica;
		this.#newId = newId;
		const look = () => {
			this.#all = summarize(replica);
			this.#hasDeleted = [...replica.view.lists.values()].some((list) => isInTrash(list, now()));
		};
		look();
		replica.subscribe((change) => {
			if (change.lists.size + change.items.size > 0) look();
		});
	}

	get all(): readonly ListSummary[] {
		return this.#all;
	}

	/** Whether there is a list in the bin. */
	get hasDeleted(): boolean {
		return this.#hasDeleted;
	}

	/** @returns the new list's id. */
	create(name: string, { canUndo = true } = {}): string {
		const listId = this.#newId();
		const label = canUndo ? { label: `Made "${name}"`, quiet: true } : undefined;
		this.#replica.act(listId, [{ name: 'list.create', args: { listId, name } }], label);
		return listId;
	}

	rename(listId: string, name: string): void {
		const mutation = { name: 'list.rename', args: { listId, name } } as const;
		this.#replica.act(listId, [mutation], { label: `Renamed to "${name}"` });
	}

	/** Puts the list into the bin, items and all. */
	delete(listId: string): void {
		const label = `Deleted "${this.#nameOf(listId)}"`;
		this.#replica.act(listId, [{ name: 'list.delete', args: { listId } }], { label });
	}

	/** Takes a list out of the bin. */
	restore(listId: string): void {
		const label = `Restored "${this.#nameOf(listId)}"`;
		this.#replica.act(listId, [{ name: 'list.restore', args: { listId } }], { label });
	}

	#nameOf(listId: string): string {
		return this.#replica.view.lists.get(listId)?.name ?? '';
	}
}

function summarize({ view }: Replica): ListSummary[] {
	return [...view.lists.values()]
		.filter((list) => list.deletedAt === null)
		.sort((a, b) => createdAt(a) - createdAt(b) || (a.id < b.id ? -1 : 1))
		.map(({ id, name }) => {
			let openCount = 0;
			for (const item of view.liveItems(id)) if (!item.checked) openCount++;
			return { id, name, openCount };
		});
}

const createdAt = (list: List): number => list.stamps.$[1];
