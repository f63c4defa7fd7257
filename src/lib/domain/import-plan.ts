import { planAdd, type AddPlan } from './add-plan.ts';
import { normalizeName, PLAIN_ITEM, type Item } from './item.ts';
import { formatQuantity, ONE, type Quantity } from './quantity.ts';
import { PENDING_REV } from './row.ts';
import type { Mutation } from './undo.ts';

/** One thing that a line names. */
export interface ImportItem {
	/** Never ''. */
	readonly name: string;
	/** null when nobody said how many, which means one. */
	readonly quantity: Quantity | null;
	readonly note: string;
	readonly productId: string | null;
}

/** A line that is to be added. */
export interface ChosenLine {
	readonly number: number;
	readonly items: readonly ImportItem[];
}

/** What one item of a line comes to. */
export interface ItemFate {
	/** `there`: this very import has put it there before. */
	readonly kind: 'new' | 'raise' | 'back' | 'there';
	/** What happens, where that is more than a new row; '' otherwise. */
	readonly words: string;
}

export interface ImportPlan {
	/** By the line's number, in the order of its items. */
	readonly fates: ReadonlyMap<number, readonly ItemFate[]>;
	/** One for each row that it changes, however many lines do. */
	readonly mutations: readonly Mutation[];
	/** Items that are added. */
	readonly itemCount: number;
	/** Rows that the list gains. */
	readonly newCount: number;
}

/**
 * What adding these lines does to a list. The second line with milk raises what the first one adds. Every new row has
 * an id made of the import's and its place, so that doing all of it once more adds none of them again.
 * @param existing the list's live items
 */
export function planImport(
	lines: readonly ChosenLine[],
	{ importId, listId, existing }: { importId: string; listId: string; existing: Iterable<Item> }
): ImportPlan {
	const rows = new RowsByName(existing);
	const fates = new Map<number, ItemFate[]>();
	/** By the row's id. */
	const written = new Map<string, Mutation>();
	let [itemCount, newCount] = [0, 0];

	function add(item: ImportItem, id: string): ItemFate {
		if (rows.has(id)) return { kind: 'there', words: 'Added already' };
		itemCount++;
		const { name, note, productId } = item;
		const plan = planAdd(rows.named(name), item, false);
		if (plan.kind === 'new') {
			const added = { name, quantity: item.quantity ?? ONE, note, productId, keepSeparate: false };
			written.set(id, { name: 'item.add', args: { listId, id, ...added } });
			rows.put({ ...PLAIN_ROW, ...added, id, listId, norm: normalizeName(name) });
			newCount++;
			return { kind: 'new', words: '' };
		}
		const row = plan.item;
		rows.put({ ...row, checked: false, quantity: plan.becomes });
		if (plan.kind === 'back') {
			const patch = { checked: false, quantity: plan.becomes };
			written.set(row.id, { name: 'item.set', args: { listId, id: row.id, patch } });
			return { kind: 'back', words: 'In the cart. Goes back on the list' };
		}
		const before = written.get(row.id);
		written.set(row.id, raise(before, plan, listId));
		const where = before?.name === 'item.add' ? 'Named above too' : 'On the list';
		return { kind: 'raise', words: `${where}. Becomes ${formatQuantity(plan.becomes)}` };
	}

	for (const { number, items } of lines)
		fates.set(
			number,
			items.map((item, at) => add(item, `${importId}-${number}-${at}`))
		);
	return { fates, mutations: [...written.values()], itemCount, newCount };
}

/** What this import does to a row so far, and more of it. */
function raise(before: Mutation | undefined, plan: Raise, listId: string): Mutation {
	const { item, by, becomes } = plan;
	if (before?.name === 'item.add')
		return { ...before, args: { ...before.args, quantity: becomes } };
	if (before?.name === 'item.set') {
		const patch = { ...before.args.patch, quantity: becomes };
		return { ...before, args: { ...before.args, patch } };
	}
	const milli = by.milli + (before?.name === 'item.step' ? before.args.milli : 0);
	return { name: 'item.step', args: { listId, id: item.id, milli, unit: by.unit } };
}

type Raise = Extract<AddPlan, { kind: 'raise' }>;

const PLAIN_ROW = {
	...PLAIN_ITEM,
	rev: PENDING_REV,
	stamps: { $: [PENDING_REV, 0, ''] as const },
	checked: false,
	position: '',
	deletedAt: null,
	mergedInto: null
};

/** Ten thousand lines look each other up, so rows are found by what they are called. */
class RowsByName {
	readonly #ids = new Set<string>();
	readonly #rows = new Map<string, Item[]>();

	constructor(items: Iterable<Item>) {
		for (const item of items) this.put(item);
	}

	has(id: string): boolean {
		return this.#ids.has(id);
	}

	named(name: string): readonly Item[] {
		return this.#rows.get(normalizeName(name)) ?? [];
	}

	put(item: Item): void {
		const others = this.#rows.get(item.norm)?.filter(({ id }) => id !== item.id) ?? [];
		this.#rows.set(item.norm, [...others, item]);
		this.#ids.add(item.id);
	}
}
