import type { Item } from '#lib/domain/item.ts';
import type { List } from '#lib/domain/list.ts';
import type { ItemPatch } from '#lib/domain/mutation-args.ts';
import { resolveItem } from '#lib/domain/mutators.ts';
import type { Mutation } from '#lib/domain/undo.ts';
import { lazy } from './lazy.ts';
import type { ListRows } from './list-rows.svelte.ts';
import type { People } from './people.svelte.ts';
import type { Prices } from './prices.svelte.ts';
import type { ProductFinder } from './product-finder.ts';
import type { Replica } from './replica.ts';

export interface OpenListTools {
	readonly replica: Replica;
	readonly prices: Prices;
	readonly people: Pick<People, 'callClient'>;
	readonly newId: () => string;
	readonly now: () => number;
}

/** What one mutation may carry has an end; more ids travel in several of them. */
const MAX_CLEARED = 200;

/** One list as the screen shows it, and what a person can do to it. An empty one does without the code for rows. */
export class OpenList {
	readonly id: string;
	#list = $state.raw<List | undefined>();
	#isEmpty = $state(true);
	#rows = $state.raw<ListRows | null>(null);
	/** Counts changes of items, so that whoever has read them reads again. */
	#changes = $state(0);
	/** The same without a moment's wait, for what a reload must not overtake. */
	#openFinder: ProductFinder | null = null;
	readonly #tools: OpenListTools;

	constructor(id: string, tools: OpenListTools) {
		this.id = id;
		this.#tools = tools;
		const { replica } = tools;
		this.#list = replica.view.lists.get(id);
		this.#isEmpty = replica.view.liveCount(id) === 0;
		replica.subscribe((change) => {
			if (change.lists.has(id)) this.#list = replica.view.lists.get(id);
			this.#isEmpty = replica.view.liveCount(id) === 0;
			if (change.items.size > 0) this.#changes++;
			if (this.#rows) this.#rows.update(change);
			else if (!this.#isEmpty) this.ready().catch(() => undefined); // the page says that they cannot be shown
		});
	}

	/** undefined when this device does not hold it. A list in the bin is still here, with `deletedAt`. */
	get list(): List | undefined {
		return this.#list;
	}

	get isEmpty(): boolean {
		return this.#isEmpty;
	}

	/** Rows, groups and totals; null until `ready`. */
	get rows(): ListRows | null {
		return this.#rows;
	}

	/** Items that are not in the cart yet. */
	get openCount(): number {
		const { itemCount = 0, checkedCount = 0 } = this.#rows?.totals ?? {};
		return itemCount - checkedCount;
	}

	/** Live items, as quick add sees them: what was worked out from them is worked out anew when they change. */
	get items(): Iterable<Item> {
		void this.#changes;
		return this.#tools.replica.view.liveItems(this.id);
	}

	/** Resolves when `rows` is there. @throws when its code cannot be fetched */
	readonly ready = lazy(async () => {
		const { ListRows } = await import('./list-rows.svelte.ts');
		this.#rows = new ListRows(this.id, this.#tools);
	});

	/** Finds products for what is written here. @throws when its code cannot be fetched */
	readonly finder = lazy(async () => {
		const { ProductFinder } = await import('./product-finder.ts');
		return (this.#openFinder = await ProductFinder.open(this.id, this.#tools));
	});

	check(id: string, checked: boolean): void {
		this.#change(id, { checked }, checked ? 'Checked' : 'Unchecked');
	}

	/** One more or one less of the row's unit; never below one step. */
	step(id: string, direction: 1 | -1): void {
		const item = this.#item(id);
		if (!item) return;
		const { unit } = item.quantity;
		const args = { listId: this.id, id, milli: direction * 1_000, unit };
		this.act([{ name: 'item.step', args }], `Changed "${item.name}"`);
	}

	/**
	 * Writes what the sheet changed; a new name is matched to a product anew. A row that somebody deleted meanwhile
	 * comes back for it, because what was typed is not to be lost.
	 * @returns false when the list itself is gone
	 */
	async edit(id: string, patch: ItemPatch): Promise<boolean> {
		const isRenamed = patch.name !== undefined;
		const finder = isRenamed ? (this.#openFinder ?? (await this.finder().catch(() => null))) : null;
		const product = finder?.productFor(patch.name ?? '') ?? null;
		if (product) this.#tools.prices.remember(product);
		const item = resolveItem(this.#tools.replica.view, id);
		if (item?.listId !== this.id) return false;
		const fields = isRenamed ? { ...patch, productId: product?.id ?? null } : patch;
		const args = { listId: this.id, id: item.id };
		const set: Mutation = { name: 'item.set', args: { ...args, patch: fields } };
		const isDeleted = item.deletedAt !== null;
		const label = `Changed "${item.name}"`;
		this.act(isDeleted ? [{ name: 'item.restore', args }, set] : [set], label);
		return true;
	}

	delete(id: string): void {
		const item = this.#item(id);
		if (item)
			this.act([{ name: 'item.delete', args: { listId: this.id, id } }], `Deleted "${item.name}"`);
	}

	/** Puts a row after another of its group; null puts it at the top of the list. */
	move(id: string, afterId: string | null): void {
		const item = this.#item(id);
		if (!item) return;
		this.act(
			[{ name: 'item.move', args: { listId: this.id, id, afterId } }],
			`Moved "${item.name}"`
		);
	}

	/** Takes everything that is in the cart off the list. */
	clearChecked(): void {
		const ids = [...this.items].filter((item) => item.checked).map((item) => item.id);
		if (ids.length === 0) return;
		const label = ids.length === 1 ? 'Cleared 1 item' : `Cleared ${ids.length} items`;
		const mutations: Mutation[] = [];
		for (let from = 0; from < ids.length; from += MAX_CLEARED)
			mutations.push({
				name: 'item.clearChecked',
				args: { listId: this.id, ids: ids.slice(from, from + MAX_CLEARED) }
			});
		this.act(mutations, label);
	}

	/** Does what a person did on this list, as one act that can be undone. */
	act(mutations: readonly Mutation[], label: string, quiet = false): void {
		this.#rows?.touch();
		this.#tools.replica.act(this.id, mutations, { label, quiet });
	}

	#item(id: string): Item | undefined {
		const item = this.#tools.replica.view.items.get(id);
		return item?.listId === this.id && item.deletedAt === null ? item : undefined;
	}

	#change(id: string, patch: ItemPatch, verb: string): void {
		const item = this.#item(id);
		if (!item) return;
		this.act(
			[{ name: 'item.set', args: { listId: this.id, id, patch } }],
			`${verb} "${item.name}"`
		);
	}
}
