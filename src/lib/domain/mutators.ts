import { MAX_QUANTITY_MILLI, normalizeName, type Item } from './item.ts';
import { MAX_LIVE_ITEMS, type List } from './list.ts';
import { larger, unseenTwin } from './merge.ts';
import { positionBetween } from './position.ts';
import type { Quantity, Unit } from './quantity.ts';
import type { Rows, Stamp } from './row.ts';
import { hasSeen, stampFor, stampOf, wins, written, type MutationContext } from './stamps.ts';

/**
 * What each mutation does to rows: the one place that says it, for a device's view and for the server alike.
 *
 * A mutator is pure in everything but the rows it is given, and total: an unknown or collected id succeeds without
 * effect, because the device that sent it could not know. The rules are the table in `docs/sync.md`.
 */
export interface MutationArgs {
	'list.create': { listId: string; name: string };
	'list.rename': { listId: string; name: string; expect?: string };
	'list.delete': { listId: string };
	'list.restore': { listId: string };
	'item.add': NewItem;
	'item.set': { listId: string; id: string; patch: ItemPatch; expect?: ItemPatch };
	/** Adds `milli` (may be negative) of `unit`; without effect once the line has another unit. */
	'item.step': { listId: string; id: string; milli: number; unit: Unit | null };
	/** Puts the line after another; `afterId` null puts it first. */
	'item.move': { listId: string; id: string; afterId: string | null };
	'item.delete': { listId: string; id: string };
	'item.restore': { listId: string; id: string };
	/** Deletes those of `ids` that are still checked. */
	'item.clearChecked': { listId: string; ids: readonly string[] };
}
export type MutationName = keyof MutationArgs;

export interface NewItem {
	readonly listId: string;
	readonly id: string;
	readonly name: string;
	readonly quantity: Quantity;
	readonly note: string;
	readonly productId: string | null;
	readonly keepSeparate: boolean;
}

/** The fields of a line that a person writes. Amount and unit are one field: half of each would be nonsense. */
export interface ItemPatch {
	readonly name?: string;
	readonly quantity?: Quantity;
	readonly note?: string;
	readonly checked?: boolean;
	readonly productId?: string | null;
}

/** Why a mutation was refused for good; null when it was applied, also when that changed nothing. */
export type MutationError = 'list_gone' | 'limit';

type Mutator<N extends MutationName> = (
	rows: Rows,
	args: MutationArgs[N],
	context: MutationContext
) => MutationError | null;

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
			deletedAt: null
		});
		return null;
	},

	'list.rename'(rows, { listId, name, expect }, context) {
		return withList(rows, listId, (list) => {
			if (expect !== undefined && list.name !== expect) return;
			if (wins(list, 'name', context)) rows.put('lists', written(list, { name }, 'name', context));
		});
	},

	// Nothing cascades: the items lie in the bin with their list, and adds into a binned list are accepted.
	'list.delete'(rows, { listId }, context) {
		return withList(rows, listId, (list) => {
			if (list.deletedAt === null && wins(list, 'deletedAt', context))
				rows.put('lists', written(list, { deletedAt: context.at }, 'deletedAt', context));
		});
	},

	'list.restore'(rows, { listId }, context) {
		return withList(rows, listId, (list) => {
			if (list.deletedAt !== null && wins(list, 'deletedAt', context))
				rows.put('lists', written(list, { deletedAt: null }, 'deletedAt', context));
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
				deletedAt: null,
				mergedInto: null
			};
			const twin = context.side === 'server' ? unseenTwin(rows, added, context) : undefined;
			if (twin) {
				// Both noticed the same empty fridge: the larger amount, not the sum.
				rows.put('items', { ...added, deletedAt: context.at, mergedInto: twin.id });
				rows.put('items', {
					...twin,
					rev: context.rev,
					quantity: larger(twin.quantity, added.quantity)
				});
				return null;
			}
			if (context.side === 'server' && rows.liveCount(args.listId) >= MAX_LIVE_ITEMS)
				return 'limit';
			rows.put('items', added);
			return null;
		});
	},

	'item.set'(rows, { listId, id, patch, expect }, context) {
		return withItem(rows, listId, id, (item) => {
			if (expect && !stillHolds(item, expect)) return;
			let next = item;
			for (const field of PATCH_FIELDS) {
				const value = patch[field];
				if (value === undefined || !wins(next, field, context)) continue;
				next = written(next, { [field]: value }, field, context);
				if (field === 'name') next = { ...next, norm: normalizeName(next.name) };
				next = revived(next, field, context);
			}
			if (next !== item) rows.put('items', next);
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

	'item.move'(rows, { listId, id, afterId }, context) {
		return withItem(rows, listId, id, (item) => {
			if (item.id === afterId || !wins(item, 'position', context)) return;
			const position = positionAfter(rows, item, afterId);
			rows.put('items', written(item, { position }, 'position', context));
		});
	},

	'item.delete'(rows, { listId, id }, context) {
		return withItem(rows, listId, id, (item) => {
			if (item.deletedAt !== null || hasLaterUnseenContent(item, context)) return;
			if (wins(item, 'deletedAt', context))
				rows.put('items', written(item, { deletedAt: context.at }, 'deletedAt', context));
		});
	},

	'item.restore'(rows, { listId, id }, context) {
		return withItem(rows, listId, id, (item) => {
			if (item.deletedAt !== null && item.mergedInto === null && wins(item, 'deletedAt', context))
				rows.put('items', written(item, { deletedAt: null }, 'deletedAt', context));
		});
	},

	'item.clearChecked'(rows, { listId, ids }, context) {
		return withList(rows, listId, () => {
			for (const id of ids) {
				const item = resolveItem(rows, id);
				if (!item?.checked || item.deletedAt !== null || item.listId !== listId) continue;
				if (hasLaterUnseenContent(item, context) || !wins(item, 'deletedAt', context)) continue;
				const deleted = written(item, { deletedAt: context.at }, 'deletedAt', context);
				const cleared = stampFor(deleted, 'deletedAt');
				rows.put('items', { ...deleted, stamps: { ...deleted.stamps, cleared } });
			}
			return null;
		});
	}
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

/** Where a step leads: never below one step, never beyond what a line can hold. */
export function steppedMilli(milli: number, step: number): number {
	const floor = Math.min(milli, Math.abs(step));
	return Math.min(Math.max(milli + step, floor), MAX_QUANTITY_MILLI);
}

const PATCH_FIELDS = ['name', 'quantity', 'note', 'checked', 'productId'] as const;
/** Fields whose later, unseen edit beats a delete: an extra line is cheaper than missing milk. */
const CONTENT_FIELDS: readonly string[] = ['name', 'quantity', 'note', 'productId', 'step'];

/** A deleted line comes back for a content edit, or an uncheck of a cleared one, whose author had not seen it go. */
function revived(item: Item, field: string, context: MutationContext): Item {
	if (item.deletedAt === null || item.mergedInto !== null) return item;
	const deleted = stampFor(item, 'deletedAt');
	if (hasSeen(deleted, context)) return item;
	const uncleared = field === 'checked' && !item.checked && isClear(item, deleted);
	const laterContent = CONTENT_FIELDS.includes(field) && context.at >= deleted[1];
	if (!uncleared && !laterContent) return item;
	return written(item, { deletedAt: null }, 'deletedAt', context);
}

/** Whether the delete was a "clear checked", which holds only while the line is checked. */
function isClear(item: Item, deleted: Stamp): boolean {
	const cleared = item.stamps['cleared'];
	return cleared !== undefined && cleared.every((part, i) => part === deleted[i]);
}

function hasLaterUnseenContent(item: Item, context: MutationContext): boolean {
	return CONTENT_FIELDS.some((field) => {
		const stamp = item.stamps[field];
		return stamp !== undefined && !hasSeen(stamp, context) && stamp[1] > context.at;
	});
}

function positionAfter(rows: Rows, moved: Item, afterId: string | null): string {
	const positions = [...rows.liveItems(moved.listId)]
		.filter((item) => item.id !== moved.id)
		.map((item) => item.position)
		.sort();
	const after = afterId === null ? undefined : resolveItem(rows, afterId);
	const before = after?.listId === moved.listId ? after.position : null;
	const next = positions.find((position) => before === null || position > before);
	return positionBetween(before, next ?? null);
}

function stillHolds(item: Item, expect: ItemPatch): boolean {
	return PATCH_FIELDS.every((field) => {
		const expected = expect[field];
		if (expected === undefined) return true;
		if (field !== 'quantity') return item[field] === expected;
		const quantity = expect.quantity;
		return item.quantity.milli === quantity?.milli && item.quantity.unit === quantity.unit;
	});
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
