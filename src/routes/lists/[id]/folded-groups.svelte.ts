/** Which groups of a list are folded away; each person keeps their own, list by list. */
export class FoldedGroups {
	#ids: ReadonlySet<string> = $state.raw(new Set());
	readonly #storage: Storage;
	readonly #key: string;

	constructor(storage: Storage, listId: string) {
		this.#storage = storage;
		this.#key = `wga.folded.${listId}`;
		this.#ids = new Set(storage.getItem(this.#key)?.split(' '));
	}

	has(groupId: string): boolean {
		return this.#ids.has(groupId);
	}

	toggle(groupId: string): void {
		const ids = new Set(this.#ids);
		if (!ids.delete(groupId)) ids.add(groupId);
		if (ids.size === 0) this.#storage.removeItem(this.#key);
		else this.#storage.setItem(this.#key, [...ids].join(' '));
		this.#ids = ids;
	}
}
