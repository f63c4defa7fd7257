import type { Choice } from './choice.ts';
import type { Item } from './item.ts';
import type { List } from './list.ts';
import { larger } from './merge.ts';
import { resolveItem } from './mutators.ts';
import type { OwnPrice } from './own-price.ts';
import type { AnyRow, Rows, RowsByTable, Stamp, Stamps, Table } from './row.ts';
import { LOST, stampFor } from './stamps.ts';

// After a restore the phones of the household know more than their server. Each offers the rows it held, and this is
// how they become one again: field by field, the later act stands, whoever offers first.

interface Salvage {
	/** What every row that changes gets. */
	readonly rev: number;
	/** Wall-clock ms: no act is later than now, whatever an offered stamp says. */
	readonly now: number;
}

/** Fields that stand for themselves. */
const LIST_FIELDS = ['name', 'deletedAt', 'budgetCents', 'taxBasisPoints', 'store'] as const;
const ITEM_FIELDS = [
	...(['name', 'note', 'checked', 'productId', 'position', 'deletedAt'] as const),
	...(['taxable', 'pieceGrams'] as const)
];
/** Whatever changes an amount: a typed one, a step, a second row that became part of this one. */
const AMOUNT_STAMPS = ['quantity', 'step', 'joined'] as const;
/** A stamp that says how a field came about, and goes with it. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
	name: [`${LOST}name`],
	note: [`${LOST}note`],
	checked: [`${LOST}checked`],
	productId: [`${LOST}productId`],
	deletedAt: [`${LOST}deletedAt`, 'cleared']
};

/** Takes an offered list in; doing so again changes nothing. @returns whether it changed anything */
export function salvageList(rows: Rows, offered: List, salvage: Salvage): boolean {
	return salvageRow(rows, 'lists', offered, LIST_FIELDS, salvage);
}

/** The same for what somebody paid. */
export const salvageOwnPrice = (rows: Rows, offered: OwnPrice, salvage: Salvage): boolean =>
	salvageRow(rows, 'ownPrices', offered, ['deletedAt'], salvage);

/** The same for a product that was picked. */
export const salvageChoice = (rows: Rows, offered: Choice, salvage: Salvage): boolean =>
	salvageRow(rows, 'choices', offered, ['productId'], salvage);

function salvageRow<T extends Exclude<Table, 'items'>>(
	rows: Rows,
	table: T,
	offered: RowsByTable[T],
	fields: readonly (string & keyof RowsByTable[T])[],
	salvage: Salvage
): boolean {
	const current = rows.get(table, offered.id);
	// An id of another list must not reach across.
	if (current && current.listId !== offered.listId) return false;
	const next = current ? withLater(current, offered, fields, salvage) : asNew(offered, salvage);
	if (next === current) return false;
	rows.put(table, next);
	return true;
}

/** The same for an item. A tombstone stands against it, unless the item was restored after it. */
export function salvageItem(rows: Rows, offered: Item, salvage: Salvage): boolean {
	const current = rows.get('items', offered.id);
	const next = current ? merged(rows, current, offered, salvage) : asNew(offered, salvage);
	if (next === current) return false;
	rows.put('items', next);
	return true;
}

function merged(rows: Rows, current: Item, offered: Item, salvage: Salvage): Item {
	// An id of another list must not reach across; and what has become part of another row is that row now.
	if (current.listId !== offered.listId || current.mergedInto !== null) return current;
	let next = withLater(current, offered, ITEM_FIELDS, salvage);
	if (next.name !== current.name) next = { ...next, norm: offered.norm };
	if (hasLaterAmount(offered, current, salvage)) {
		const { quantity } = offered;
		next = { ...next, quantity, rev: salvage.rev };
		next = { ...next, stamps: stampsWith(next, offered, AMOUNT_STAMPS, salvage) };
	}
	return withMerge(rows, next, offered, salvage);
}

/** Two rows that were one stay one, unless the other has become part of this one meanwhile. */
function withMerge(rows: Rows, item: Item, offered: Item, { rev }: Salvage): Item {
	const { mergedInto, deletedAt } = offered;
	if (mergedInto === null) return item;
	if (resolveItem(rows, mergedInto)?.id === item.id) return item;
	return { ...item, mergedInto, deletedAt, rev };
}

function withLater<R extends AnyRow>(
	current: R,
	offered: R,
	fields: readonly (string & keyof R)[],
	salvage: Salvage
): R {
	const later = fields.filter((field) => isLater(current, offered, field, salvage));
	if (later.length === 0) return current;
	const values = Object.fromEntries(later.map((field) => [field, offered[field]]));
	const names = later.flatMap((field) => [field, ...(COMPANIONS[field] ?? [])]);
	// A field without a stamp of its own has the creation's.
	const created = later.map((field) => [field, stampOf(offered.stamps.$, salvage)] as const);
	const stamps = {
		...Object.fromEntries(created),
		...stampsWith(current, offered, names, salvage)
	};
	return { ...current, ...values, rev: salvage.rev, stamps };
}

/** Whether the offered value of a field came later. To have been made is no act: it beats nothing in the same moment. */
function isLater(current: AnyRow, offered: AnyRow, field: string, { now }: Salvage): boolean {
	const isActed = offered.stamps[field] !== undefined;
	// A row that was merely made says nothing against somebody's delete.
	if (field === 'deletedAt' && !isActed) return false;
	const [theirs, ours] = [Math.min(stampFor(offered, field)[1], now), stampFor(current, field)[1]];
	return theirs === ours ? isActed && current.stamps[field] === undefined : theirs > ours;
}

/** Steps of one moment are told apart by what they led to: an extra one is cheaper than missing milk. */
function hasLaterAmount(offered: Item, current: Item, { now }: Salvage): boolean {
	const [theirs, ours] = [Math.min(amountAt(offered), now), amountAt(current)];
	return theirs === ours
		? larger(current.quantity, offered.quantity) === offered.quantity
		: theirs > ours;
}

const amountAt = ({ stamps }: Item): number =>
	Math.max(stamps.$[1], ...AMOUNT_STAMPS.map((name) => stamps[name]?.[1] ?? 0));

/** The row's stamps, those of these names as the offered row has them. */
function stampsWith(
	row: AnyRow,
	offered: AnyRow,
	names: readonly string[],
	salvage: Salvage
): Stamps {
	const taken = names.flatMap((name) => {
		const stamp = offered.stamps[name];
		return stamp ? [[name, stampOf(stamp, salvage)] as const] : [];
	});
	return { ...row.stamps, ...Object.fromEntries(taken) };
}

function asNew<R extends AnyRow>(offered: R, salvage: Salvage): R {
	const stamps = stampsWith(offered, offered, Object.keys(offered.stamps), salvage);
	return { ...offered, rev: salvage.rev, stamps };
}

/** Of this timeline: nobody's cursor has reached it. */
const stampOf = ([, at, clientId]: Stamp, { rev, now }: Salvage): Stamp => [
	rev,
	Math.min(at, now),
	clientId
];
