import { SvelteSet } from 'svelte/reactivity';

/** Which groups of a list are folded away; each person keeps their own, list by list. */
export class FoldedGroups {
	readonly #ids: SvelteSet<string>;
	readonly #storage: Storage;
	readonly #key: string;

	constructor(storage: Storage, listId: string) {
		this.#storage = storage;
		this.#key = `wga.folded.${listId}`;
		this.#ids = new SvelteSet(storage.getItem(this.#key)?.split(' '));
	}

	has(groupId: string): boolean {
		return this.#ids.has(groupId);
	}

	toggle(groupId: string): void {
		if (!this.#ids.delete(groupId)) this.#ids.add(groupId);
		if (this.#ids.size === 0) this.#storage.removeItem(this.#key);
		else this.#storage.setItem(this.#key, [...this.#ids].join(' '));
	}
}
