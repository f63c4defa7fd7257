import type { Item } from '#lib/domain/item.ts';
import type { List } from '#lib/domain/list.ts';
import type { ItemPatch } from '#lib/domain/mutators.ts';
import type { Mutation } from '#lib/domain/undo.ts';
import { loadCatalog } from './catalog.ts';
import { arrangeGroups, Group } from './groups.svelte.ts';
import { ItemRow } from './item-row.svelte.ts';
import type { Prices } from './prices.svelte.ts';
import type { Replica, ReplicaChange } from './replica.ts';
import { Settling } from './settling.ts';
import { LiveTotals } from './totals.svelte.ts';

export interface OpenListTools {
	readonly replica: Replica;
	readonly prices: Prices;
	readonly newId: () => string;
	readonly now: () => number;
}

/** How often relative ages on the screen are looked at again. */
const AGE_TICK_MS = 30_000;
/** How long an added row keeps its tint. */
const NEW_ROW_MS = 1_200;

/** One list as the screen shows it: rows in groups, what is in the cart, and the totals. */
export class OpenList {
	readonly id: string;
	readonly cart = new Group({ id: 'cart', label: 'In cart', icon: 'cart' });
	#list = $state.raw<List | undefined>();
	#groups = $state.raw<readonly Group[]>([]);
	#rowCount = $state(0);
	readonly #totals = new LiveTotals();
	readonly #rows = new Map<string, ItemRow>();
	readonly #settling: Settling;
	readonly #tools: OpenListTools;
	readonly #clock: { now: number };

	constructor(id: string, tools: OpenListTools) {
		this.id = id;
		this.#tools = tools;
		const clock = $state({ now: tools.now() });
		this.#clock = clock;
		setInterval(() => (clock.now = tools.now()), AGE_TICK_MS);
		this.#settling = new Settling(tools.now, () => this.#arrange());
		tools.replica.subscribe((change) => this.#onRows(change));
		tools.prices.subscribe((productIds) => this.#onPrices(productIds));
		this.#load();
	}

	/** undefined when this device does not hold it. A list in the bin is still here, with `deletedAt`. */
	get list(): List | undefined {
		return this.#list;
	}

	/** Departments in the order of a walk through the store; ticked rows stay in theirs for a moment. */
	get groups(): readonly Group[] {
		return this.#groups;
	}

	get totals() {
		return this.#totals.current;
	}

	get openCount(): number {
		const { itemCount, checkedCount } = this.#totals.current;
		return itemCount - checkedCount;
	}

	get isEmpty(): boolean {
		return this.#rowCount === 0;
	}

	row(id: string): ItemRow | undefined {
		return this.#rows.get(id);
	}

	/** Live items, as quick add sees them. */
	get items(): Iterable<Item> {
		return this.#tools.replica.view.liveItems(this.id);
	}

	check(id: string, checked: boolean): void {
		this.#change(id, { checked }, checked ? 'Checked' : 'Unchecked');
	}

	/** One more or one less of the row's unit; never below one step. */
	step(id: string, direction: 1 | -1): void {
		const item = this.#rows.get(id)?.item;
		if (!item) return;
		const { unit } = item.quantity;
		const args = { listId: this.id, id, milli: direction * 1_000, unit };
		this.act([{ name: 'item.step', args }], `Changed "${item.name}"`);
	}

	/** Writes what the sheet changed; a new name is matched to a product anew. */
	async edit(id: string, patch: ItemPatch): Promise<void> {
		const item = this.#rows.get(id)?.item;
		if (!item || Object.keys(patch).length === 0) return;
		if (patch.name === undefined || patch.name === item.name)
			return this.#change(id, patch, 'Changed');
		const product = (await loadCatalog())?.match(patch.name) ?? null;
		if (product) this.#tools.prices.remember(product);
		this.#change(id, { ...patch, productId: product?.id ?? null }, 'Changed');
	}

	delete(id: string): void {
		const item = this.#rows.get(id)?.item;
		if (item)
			this.act([{ name: 'item.delete', args: { listId: this.id, id } }], `Deleted "${item.name}"`);
	}

	/** Puts a row after another of its group; null puts it at the top of the list. */
	move(id: string, afterId: string | null): void {
		const item = this.#rows.get(id)?.item;
		if (!item) return;
		this.act(
			[{ name: 'item.move', args: { listId: this.id, id, afterId } }],
			`Moved "${item.name}"`
		);
	}

	/** Takes everything that is in the cart off the list. */
	clearChecked(): void {
		const ids = [...this.#rows.values()].filter((row) => row.item.checked).map((row) => row.id);
		if (ids.length === 0) return;
		const label = ids.length === 1 ? 'Cleared 1 item' : `Cleared ${ids.length} items`;
		this.act([{ name: 'item.clearChecked', args: { listId: this.id, ids } }], label);
	}

	/** Does what a person did on this list, as one act that can be undone. */
	act(mutations: readonly Mutation[], label: string, quiet = false): void {
		this.#settling.touch();
		this.#tools.replica.act(this.id, mutations, { label, quiet });
	}

	#change(id: string, patch: ItemPatch, verb: string): void {
		const item = this.#rows.get(id)?.item;
		if (!item) return;
		this.act(
			[{ name: 'item.set', args: { listId: this.id, id, patch } }],
			`${verb} "${item.name}"`
		);
	}

	#load(): void {
		const { view } = this.#tools.replica;
		this.#list = view.lists.get(this.id);
		for (const item of view.liveItems(this.id)) {
			const row = this.#hold(item);
			if (item.checked) this.#settling.settleNow(row.id);
		}
		this.#arrange();
		void this.#loadPrices([...this.#rows.values()]);
	}

	#onRows(change: ReplicaChange): void {
		const { view } = this.#tools.replica;
		if (change.lists.has(this.id)) this.#list = view.lists.get(this.id);
		let moved = false;
		const added: ItemRow[] = [];
		for (const id of change.items) {
			const item = view.items.get(id);
			const row = this.#rows.get(id);
			if (item?.listId !== this.id && !row) continue;
			if (!item || item.deletedAt !== null) moved = this.#drop(id) || moved;
			else if (!row) added.push(this.#hold(item));
			else moved = this.#update(row, item) || moved;
		}
		if (added.length > 0) this.#flash(added);
		if (moved || added.length > 0) this.#arrange();
	}

	/** @returns whether the row now belongs elsewhere on the screen. */
	#update(row: ItemRow, item: Item): boolean {
		const before = row.item;
		row.item = item;
		if (before.checked !== item.checked) this.#settling.onCheck(item.id, item.checked);
		if (before.productId !== item.productId) {
			row.known = this.#tools.prices.get(item.productId);
			void this.#loadPrices([row]);
		}
		this.#count(row);
		return before.position !== item.position || before.productId !== item.productId;
	}

	#hold(item: Item): ItemRow {
		const row = new ItemRow(item, this.#tools.prices.get(item.productId), this.#clock);
		this.#rows.set(item.id, row);
		this.#rowCount = this.#rows.size;
		this.#totals.set(row.id, row.totalEntry);
		return row;
	}

	#drop(id: string): boolean {
		this.#settling.forget(id);
		this.#totals.delete(id);
		const dropped = this.#rows.delete(id);
		this.#rowCount = this.#rows.size;
		return dropped;
	}

	#flash(rows: readonly ItemRow[]): void {
		for (const row of rows) row.isNew = true;
		setTimeout(() => rows.forEach((row) => (row.isNew = false)), NEW_ROW_MS);
		void this.#loadPrices(rows);
	}

	async #loadPrices(rows: readonly ItemRow[]): Promise<void> {
		const ids = rows.map((row) => row.item.productId).filter((id) => id !== null);
		await this.#tools.prices.load([...new Set(ids)]);
	}

	#onPrices(productIds: ReadonlySet<string>): void {
		let moved = false;
		for (const row of this.#rows.values()) {
			const { productId } = row.item;
			if (productId === null || !productIds.has(productId)) continue;
			// The department comes with the product, so the first word of it may move the row.
			moved ||= row.known === null;
			row.known = this.#tools.prices.get(productId);
			this.#count(row);
		}
		if (moved) this.#arrange();
	}

	#count(row: ItemRow): void {
		this.#totals.set(row.id, row.totalEntry);
		row.groupTotals?.set(row.id, row.totalEntry);
	}

	#arrange(): void {
		this.#groups = arrangeGroups(this.#rows.values(), this.#groups, this.cart, (id) =>
			this.#settling.isSettled(id)
		);
	}
}
