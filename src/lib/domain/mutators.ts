import { MAX_QUANTITY_MILLI, normalizeName, PLAIN_ITEM, type Item } from './item.ts';
import { MAX_LIVE_ITEMS, PLAIN_LIST, type List } from './list.ts';
import { deleted, revived } from './life.ts';
import type { MutationArgs, MutationName } from './mutation-args.ts';
import { addPrice, setChoice, setPriceLife } from './mutators-household.ts';
import { positionAfter } from './order.ts';
import { LONG_POSITION, positionBetween } from './position.ts';
import type { Rows, RowsByTable, Table } from './row.ts';
import { stillHolds } from './still-holds.ts';
import {
	contested,
	hasSeen,
	stampFor,
	stampOf,
	isAllMine,
	isMine,
	wins,
	written,
	type MutationContext
} from './stamps.ts';

/** Why a mutation was refused for good; null when it was applied, also when that changed nothing. */
export type MutationError = 'list_gone' | 'limit';

type Mutator<N extends MutationName> = (
	rows: Rows,
	args: MutationArgs[N],
	context: MutationContext
) => MutationError | null;

/**
 * What each mutation does to rows: the one place that says it, for a device's view and for the server alike.
 *
 * A mutator is pure in everything but the rows it is given, and total: an unknown or collected id succeeds without
 * effect, because the device that sent it could not know. The rules are the table in `docs/sync.md`.
 */
const mutators: { readonly [N in MutationName]: Mutator<N> } = {
	'list.create'(rows, { listId, name }, context) {
		if (rows.get('lists', listId)) return null;
		const $ = stampOf(context);
		rows.put('lists', {
			id: listId,
			listId,
			rev: context.rev,
			stamps: { $ },
			name,
			deletedAt: null,
			...PLAIN_LIST
		});
		return null;
	},

	'list.set'(rows, { listId, patch, expect }, context) {
		return withList(rows, listId, (list) => {
			if (expect && !stillHolds(list, expect)) return;
			let next = list;
			for (const field of LIST_FIELDS) {
				const value = patch[field];
				if (value !== undefined) next = contested(next, { [field]: value }, field, context);
			}
			putIfNew(rows, 'lists', list, next);
		});
	},

	'list.rename'(rows, { listId, name, expect }, context) {
		return withList(rows, listId, (list) => {
			if (expect !== undefined && list.name !== expect) return;
			putIfNew(rows, 'lists', list, contested(list, { name }, 'name', context));
		});
	},

	// Nothing cascades: the items lie in the bin with their list, and adds into a binned list are accepted.
	'list.delete'(rows, { listId }, context) {
		return withList(rows, listId, (list) => {
			if (list.deletedAt === null)
				putIfNew(
					rows,
					'lists',
					list,
					contested(list, { deletedAt: context.at }, 'deletedAt', context)
				);
		});
	},

	'list.restore'(rows, { listId }, context) {
		return withList(rows, listId, (list) => {
			if (list.deletedAt !== null)
				putIfNew(rows, 'lists', list, contested(list, { deletedAt: null }, 'deletedAt', context));
		});
	},

	'item.add'(rows, args, context) {
		return withList(rows, args.listId, () => {
			if (rows.get('items', args.id)) return null;
			const added: Item = {
				id: args.id,
				listId: args.listId,
				rev: context.rev,
				stamps: { $: stampOf(context) },
				name: args.name,
				norm: normalizeName(args.name),
				quantity: args.quantity,
				note: args.note,
				checked: false,
				position: positionBetween(rows.lastPosition(args.listId), null),
				productId: args.productId,
				keepSeparate: args.keepSeparate,
				...PLAIN_ITEM,
				deletedAt: null,
				mergedInto: null
			};
			const { server } = context;
			const twin = server?.unseenTwin(rows, added, context);
			if (server && twin) {
				// Both noticed the same empty fridge: the larger amount, not the sum.
				rows.put('items', { ...added, deletedAt: context.at, mergedInto: twin.id });
				rows.put('items', {
					...twin,
					rev: context.rev,
					quantity: server.larger(twin.quantity, added.quantity),
					stamps: { ...twin.stamps, joined: stampOf(context) },
					note: twin.note || added.note,
					productId: twin.productId ?? added.productId
				});
				return null;
			}
			if (server && rows.liveCount(args.listId) >= MAX_LIVE_ITEMS) return 'limit';
			rows.put('items', added);
			return null;
		});
	},

	'item.set'(rows, { listId, id, patch, expect }, context) {
		return withItem(rows, listId, id, (item) => {
			if (expect && !stillHolds(item, expect)) return;
			let next = item;
			// Typed for a row that has become part of one its author has not seen: two amounts for one empty fridge.
			let fields = patch;
			if (patch.quantity && item.id !== id && !hasSeen(item.stamps.$, context)) {
				const { quantity: typed, ...rest } = patch;
				const quantity = context.server?.larger(item.quantity, typed) ?? typed;
				if (quantity !== item.quantity) next = written(next, { quantity }, 'quantity', context);
				fields = rest;
			}
			for (const field of PATCH_FIELDS) {
				const value = fields[field];
				if (value === undefined) continue;
				const hasWon = wins(next, field, context);
				next = contested(next, { [field]: value }, field, context);
				if (!hasWon) continue;
				if (field === 'name') next = { ...next, norm: normalizeName(next.name) };
				next = revived(next, field, context);
			}
			putIfNew(rows, 'items', item, next);
		});
	},

	// A step does not stamp the amount: two of them add up, and a typed number never loses to one.
	'item.step'(rows, { listId, id, milli, unit }, context) {
		return withItem(rows, listId, id, (item) => {
			const { quantity } = item;
			if (quantity.unit !== unit) return;
			const stepped = { milli: steppedMilli(quantity.milli, milli), unit };
			const next = written(item, { quantity: stepped }, 'step', context);
			rows.put('items', revived(next, 'step', context));
		});
	},

	'item.move'(rows, { listId, id, afterId, onlyMine }, context) {
		return withItem(rows, listId, id, (item) => {
			if (onlyMine && !isMine(item, 'position', context)) return;
			if (item.id === afterId || !wins(item, 'position', context)) return;
			const after = afterId === null ? null : (resolveItem(rows, afterId) ?? null);
			const position = positionAfter(rows, item, after);
			rows.put('items', written(item, { position }, 'position', context));
			if (position.length > LONG_POSITION) context.server?.renumber(rows, listId, context);
		});
	},

	// Takes back an add that became part of somebody else's row: theirs stays.
	'item.delete'(rows, { listId, id, onlyMine }, context) {
		if (rows.get('items', id)?.mergedInto) return null;
		return withItem(rows, listId, id, (item) => {
			if (onlyMine && !isAllMine(item, context)) return;
			if (item.deletedAt === null) putIfNew(rows, 'items', item, deleted(item, context));
		});
	},

	'item.restore'(rows, { listId, id, onlyMine }, context) {
		return withItem(rows, listId, id, (item) => {
			if (onlyMine && !isMine(item, 'deletedAt', context)) return;
			if (item.deletedAt !== null && item.mergedInto === null)
				putIfNew(rows, 'items', item, contested(item, { deletedAt: null }, 'deletedAt', context));
		});
	},

	'item.clearChecked'(rows, { listId, ids }, context) {
		return withList(rows, listId, () => {
			for (const id of ids) {
				const item = resolveItem(rows, id);
				if (!item?.checked || item.deletedAt !== null || item.listId !== listId) continue;
				const next = deleted(item, context);
				const cleared = stampFor(next, 'deletedAt');
				const isCleared = next.deletedAt !== null;
				const stamps = isCleared ? { ...next.stamps, cleared } : next.stamps;
				putIfNew(rows, 'items', item, next === item ? item : { ...next, stamps });
			}
			return null;
		});
	},

	'price.add': (rows, args, context) =>
		withList(rows, args.listId, () => addPrice(rows, args, context)),

	'price.delete': (rows, args, context) =>
		withList(rows, args.listId, () => setPriceLife(rows, args, context.at, context)),

	'price.restore': (rows, args, context) =>
		withList(rows, args.listId, () => setPriceLife(rows, args, null, context)),

	'choice.set': (rows, args, context) =>
		withList(rows, args.listId, () => setChoice(rows, args, context))
};

/**
 * Applies one mutation by name.
 * @returns why it was refused, or null.
 */
export function applyMutation<N extends MutationName>(
	rows: Rows,
	name: N,
	args: MutationArgs[N],
	context: MutationContext
): MutationError | null {
	return mutators[name](rows, args, context);
}

/** The line an id stands for: itself, or the one it was merged into. */
export function resolveItem(rows: Rows, id: string): Item | undefined {
	let item = rows.get('items', id);
	// A merge target may have been merged itself; eight deep is more devices than a household has.
	for (let hop = 0; item?.mergedInto && hop < 8; hop++) item = rows.get('items', item.mergedInto);
	return item;
}

/** The least that a step leaves, unless there was less before: one of the unit. */
const LEAST_MILLI = 1_000;

/** Where a step leads: never below one, never beyond what a line can hold; two up and two down lead back. */
export function steppedMilli(milli: number, step: number): number {
	const floor = Math.min(milli, LEAST_MILLI);
	return Math.min(Math.max(milli + step, floor), MAX_QUANTITY_MILLI);
}

const PATCH_FIELDS = [
	...(['name', 'quantity', 'note', 'checked', 'productId'] as const),
	...(['taxable', 'pieceGrams'] as const)
];
const LIST_FIELDS = ['budgetCents', 'taxBasisPoints', 'store'] as const;

function putIfNew<T extends Table>(
	rows: Rows,
	table: T,
	before: RowsByTable[T],
	after: RowsByTable[T]
): void {
	if (after !== before) rows.put(table, after);
}

function withList(
	rows: Rows,
	listId: string,
	act: (list: List) => MutationError | null | void
): MutationError | null {
	const list = rows.get('lists', listId);
	return list ? (act(list) ?? null) : 'list_gone';
}

function withItem(
	rows: Rows,
	listId: string,
	id: string,
	act: (item: Item) => void
): MutationError | null {
	return withList(rows, listId, () => {
		const item = resolveItem(rows, id);
		// An id of another list is as unknown as one that never was: it must not reach across.
		if (item?.listId === listId) act(item);
	});
}
