import type { Priced, RowPrice } from '#lib/domain/best-price.ts';
import type { Item } from '#lib/domain/item.ts';
import { spellMoney } from '#lib/domain/money.ts';
import type { OwnPrice } from '#lib/domain/own-price.ts';
import { Finger } from './finger.ts';
import { arrangeGroups, Group } from './groups.svelte.ts';
import { ItemRow, type PaidPrice } from './item-row.svelte.ts';
import type { OpenListTools } from './items.svelte.ts';
import { learnProducts } from './learn-products.ts';
import { OwnPrices } from './own-prices.ts';
import { sawPrice } from './price-news.ts';
import type { ReplicaChange } from './replica.ts';
import { Settling } from './settling.ts';
import { LiveTotals } from './totals.svelte.ts';

/** How often relative ages on the screen are looked at again. */
const AGE_TICK_MS = 30_000;
/** How long an added row keeps its tint. */
const NEW_ROW_MS = 1_200;

/** The rows of one list in their groups, what is in the cart, and the totals. */
export class ListRows {
	readonly cart = new Group({ id: 'cart', label: 'In cart', icon: 'cart' });
	#groups = $state.raw<readonly Group[]>([]);
	readonly #totals = new LiveTotals();
	readonly #rows = new Map<string, ItemRow>();
	readonly #ownPrices: OwnPrices;
	/** Counts changes of own prices, so that whoever has read them reads again. */
	#ownChanges = $state(0);
	readonly #settling: Settling;
	/** What is on the list; while it is down no row moves. */
	readonly finger = new Finger(() => this.#arrange());
	readonly #listId: string;
	readonly #tools: OpenListTools;
	readonly #clock: { now: number };

	constructor(listId: string, tools: OpenListTools) {
		this.#listId = listId;
		this.#tools = tools;
		const clock = $state({ now: tools.now() });
		this.#clock = clock;
		setInterval(() => {
			clock.now = tools.now();
			this.#learn();
		}, AGE_TICK_MS);
		this.#ownPrices = new OwnPrices(tools.replica, listId);
		this.#settling = new Settling(tools.now, () => this.finger.move());
		tools.prices.subscribe((productIds) => this.#onPrices(productIds));
		this.#load();
	}

	/** Departments in the order of a walk through the store; ticked rows stay in theirs for a moment. */
	get groups(): readonly Group[] {
		return this.#groups;
	}

	get totals() {
		return this.#totals.current;
	}

	/** "Left 63 dollars 10.", with tax. */
	get leftInWords(): string {
		const { leftCents, leftTaxCents, leftApproximate } = this.totals;
		return `Left ${leftApproximate ? 'about ' : ''}${spellMoney(leftCents + leftTaxCents)}.`;
	}

	/**
	 * Whether a price on the list is a sample, as the server says; null while it has not said any. What stands in until
	 * it answers does not count, or the notice of samples would come and go with every added row.
	 */
	get hasSamples(): boolean | null {
		const said = [...this.#groups, this.cart]
			.flatMap((group) => group.rows)
			.flatMap(({ price }) => (price && price.checkedAt > 0 ? [price.source] : []));
		return said.length === 0 ? null : said.includes('embedded');
	}

	row(id: string): ItemRow | undefined {
		return this.#rows.get(id);
	}

	/** The rows that stand with this one, in order; none in the cart, which is ordered by time. */
	beside(row: ItemRow): readonly ItemRow[] {
		return this.#groups.find((group) => group.rows.includes(row))?.rows ?? [];
	}

	/** All that the household noted of a thing at this list's store, newest first. */
	paidOf(thing: Priced): readonly PaidPrice[] {
		void this.#ownChanges;
		return this.#ownPrices.allOf(thing).map((own) => this.#toPaid(own));
	}

	/** A finger is busy: nothing moves before it rests. */
	touch(): void {
		this.#settling.touch();
	}

	/** Somebody has seen what became of the row's price. */
	saw({ item }: ItemRow): void {
		if (item.productId !== null) sawPrice(this.#tools.prices, item.productId);
	}

	/** Takes what changed in the replica. */
	update(change: ReplicaChange): void {
		const { view } = this.#tools.replica;
		if (change.lists.has(this.#listId)) this.#takeTax();
		if (this.#ownPrices.update(change)) {
			this.#ownChanges++;
			for (const row of this.#rows.values()) this.#takePaid(row);
		}
		let moved = false;
		const added: ItemRow[] = [];
		for (const id of change.items) {
			const item = view.items.get(id);
			const row = this.#rows.get(id);
			if (item?.listId !== this.#listId && !row) continue;
			if (!item || item.deletedAt !== null) moved = this.#drop(id) || moved;
			else if (!row) added.push(this.#hold(item));
			else moved = this.#update(row, item) || moved;
		}
		if (added.length > 0) this.#flash(added);
		if (moved || added.length > 0) this.finger.move();
	}

	#load(): void {
		this.#takeTax();
		for (const item of this.#tools.replica.view.liveItems(this.#listId)) {
			const row = this.#hold(item);
			if (item.checked) this.#settling.settleNow(row.id);
		}
		this.#arrange();
		void this.#loadPrices([...this.#rows.values()]);
	}

	/** @returns whether the row now belongs elsewhere on the screen. */
	#update(row: ItemRow, item: Item): boolean {
		const before = row.item;
		row.item = item;
		if (before.checked !== item.checked) this.#settling.onCheck(item.id, item.checked);
		if (before.productId !== item.productId || before.norm !== item.norm)
			row.paid = this.#paidFor(item);
		if (before.productId !== item.productId) {
			row.known = this.#tools.prices.get(item.productId);
			void this.#loadPrices([row]);
		}
		this.#count(row);
		return before.position !== item.position || before.productId !== item.productId;
	}

	#hold(item: Item): ItemRow {
		const row = new ItemRow(item, this.#tools.prices.get(item.productId), this.#clock);
		row.paid = this.#paidFor(item);
		this.#rows.set(item.id, row);
		this.#totals.set(row.id, row.totalEntry);
		return row;
	}

	#paidFor(item: Item): PaidPrice | null {
		const own = this.#ownPrices.of(item);
		return own && this.#toPaid(own);
	}

	#toPaid(own: OwnPrice): PaidPrice {
		return { own, who: this.#tools.people.callClient(own.stamps.$[2]) ?? 'you' };
	}

	#takePaid(row: ItemRow): void {
		const paid = this.#paidFor(row.item);
		if (paid?.own === row.paid?.own) return;
		row.paid = paid;
		this.#count(row);
	}

	#takeTax(): void {
		const list = this.#tools.replica.view.lists.get(this.#listId);
		this.#totals.taxAt(list?.taxBasisPoints ?? 0);
	}

	#drop(id: string): boolean {
		this.#settling.forget(id);
		this.#totals.delete(id);
		return this.#rows.delete(id);
	}

	#flash(rows: readonly ItemRow[]): void {
		for (const row of rows) row.isNew = true;
		setTimeout(() => rows.forEach((row) => (row.isNew = false)), NEW_ROW_MS);
		void this.#loadPrices(rows);
	}

	async #loadPrices(rows: readonly ItemRow[]): Promise<void> {
		const ids = rows.map((row) => row.item.productId).filter((id) => id !== null);
		await this.#tools.prices.load([...new Set(ids)]);
		this.#learn();
	}

	/** What others picked and nobody here knows is asked of the server, again at each look at the ages. */
	#learn(): void {
		const ids = [...this.#rows.values()].flatMap(({ item, known }) =>
			known === null && item.productId !== null ? [item.productId] : []
		);
		if (ids.length > 0 && navigator.onLine)
			void learnProducts(this.#tools.prices, [...new Set(ids)]);
	}

	#onPrices(productIds: ReadonlySet<string>): void {
		let moved = false;
		for (const row of this.#rows.values()) {
			const { productId } = row.item;
			if (productId === null || !productIds.has(productId)) continue;
			// The department comes with the product, so the first word of it may move the row.
			moved ||= row.known === null;
			const before = row.price;
			row.known = this.#tools.prices.get(productId);
			if (isAnother(row.price, before)) row.turns++;
			this.#count(row);
		}
		if (moved) this.finger.move();
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

/** Whether a price that somebody saw is another one now; what stood in for one not asked for yet, nobody has to notice. */
function isAnother(now: RowPrice | null, before: RowPrice | null): boolean {
	if (!now || !before || before.checkedAt === 0) return false;
	if (now.priceCents === null || before.priceCents === null) return false;
	return now.priceCents !== before.priceCents;
}
