import type { Choice } from '#lib/domain/choice.ts';
import type { Item } from '#lib/domain/item.ts';
import type { List } from '#lib/domain/list.ts';
import type { OwnPrice } from '#lib/domain/own-price.ts';
import type { Unit } from '#lib/domain/quantity.ts';
import type { Rows, RowsByTable, Stamps, Table } from '#lib/domain/row.ts';
import type { Sqlite } from '../db/sqlite.ts';
import { createChoiceTable, createOwnPriceTable } from './sql-household.ts';

interface ListRecord {
	readonly id: string;
	readonly name: string;
	readonly deleted_at: number | null;
	readonly budget_cents: number | null;
	readonly tax_basis_points: number;
	readonly store: string;
	readonly rev: number;
	readonly stamps: string;
}

interface ItemRecord {
	readonly id: string;
	readonly list_id: string;
	readonly name: string;
	readonly norm: string;
	readonly quantity_milli: number;
	readonly unit: string | null;
	readonly note: string;
	readonly checked: 0 | 1;
	readonly position: string;
	readonly product_id: string | null;
	readonly keep_separate: 0 | 1;
	readonly taxable: 0 | 1 | null;
	readonly piece_grams: number | null;
	readonly deleted_at: number | null;
	readonly merged_into: string | null;
	readonly rev: number;
	readonly stamps: string;
}

/** The rows that mutators work on, in SQLite. It opens no transaction: its caller holds the write lock. */
export interface SqlRows extends Rows {
	/**
	 * Rows of a list that changed after a revision. When asked, without tombstones that were deleted before a moment;
	 * but an id that stands for another row always comes along.
	 */
	itemsSince(listId: string, rev: number, deletedAfter: number | null): Item[];
	ownPricesSince(listId: string, rev: number): OwnPrice[];
	choicesSince(listId: string, rev: number): Choice[];
}

export function createSqlRows(sqlite: Sqlite): SqlRows {
	const getList = sqlite.prepare<[string], ListRecord>('SELECT * FROM grocery_lists WHERE id = ?');
	const getItem = sqlite.prepare<[string], ItemRecord>('SELECT * FROM grocery_items WHERE id = ?');
	const putList = sqlite.prepare<[ListRecord]>(
		`INSERT INTO grocery_lists (id, name, deleted_at, budget_cents, tax_basis_points, store, rev, stamps)
		 VALUES (@id, @name, @deleted_at, @budget_cents, @tax_basis_points, @store, @rev, @stamps)
		 ON CONFLICT (id) DO UPDATE SET name = excluded.name, deleted_at = excluded.deleted_at,
		 budget_cents = excluded.budget_cents, tax_basis_points = excluded.tax_basis_points,
		 store = excluded.store, rev = excluded.rev, stamps = excluded.stamps`
	);
	const putItem = sqlite.prepare<[ItemRecord]>(
		`INSERT INTO grocery_items (id, list_id, name, norm, quantity_milli, unit, note, checked, position,
		 product_id, keep_separate, taxable, piece_grams, deleted_at, merged_into, rev, stamps)
		 VALUES (@id, @list_id, @name, @norm, @quantity_milli, @unit, @note, @checked, @position,
		 @product_id, @keep_separate, @taxable, @piece_grams, @deleted_at, @merged_into, @rev, @stamps)
		 ON CONFLICT (id) DO UPDATE SET name = excluded.name, norm = excluded.norm,
		 quantity_milli = excluded.quantity_milli, unit = excluded.unit, note = excluded.note,
		 checked = excluded.checked, position = excluded.position, product_id = excluded.product_id,
		 keep_separate = excluded.keep_separate, taxable = excluded.taxable,
		 piece_grams = excluded.piece_grams, deleted_at = excluded.deleted_at,
		 merged_into = excluded.merged_into, rev = excluded.rev, stamps = excluded.stamps`
	);
	const live = 'FROM grocery_items WHERE list_id = ? AND deleted_at IS NULL';
	const liveItems = sqlite.prepare<[string], ItemRecord>(`SELECT * ${live}`);
	const liveItemsNamed = sqlite.prepare<[string, string], ItemRecord>(
		`SELECT * ${live} AND norm = ?`
	);
	const liveCount = sqlite.prepare<[string], number>(`SELECT count(*) ${live}`).pluck();
	const lastPosition = sqlite
		.prepare<[string], string | null>(`SELECT max(position) ${live}`)
		.pluck();
	const nextPosition = sqlite
		.prepare<[string, string, string], string | null>(
			`SELECT min(position) ${live} AND position > ? AND id <> ?`
		)
		.pluck();
	const since = 'SELECT * FROM grocery_items WHERE list_id = ? AND rev > ?';
	const itemsSince = sqlite.prepare<[string, number], ItemRecord>(since);
	const keptItemsSince = sqlite.prepare<[string, number, number], ItemRecord>(
		`${since} AND (deleted_at IS NULL OR deleted_at > ? OR merged_into IS NOT NULL)`
	);

	const household = { ownPrices: createOwnPriceTable(sqlite), choices: createChoiceTable(sqlite) };
	const read: { [T in Table]: (id: string) => RowsByTable[T] | undefined } = {
		lists: (id) => toList(getList.get(id)),
		items: (id) => toItem(getItem.get(id)),
		ownPrices: household.ownPrices.get,
		choices: household.choices.get
	};
	const write: { [T in Table]: (row: RowsByTable[T]) => void } = {
		lists: (list) => void putList.run(fromList(list)),
		items: (item) => void putItem.run(fromItem(item)),
		ownPrices: household.ownPrices.put,
		choices: household.choices.put
	};

	return {
		get<T extends Table>(table: T, id: string): RowsByTable[T] | undefined {
			return read[table](id);
		},
		put<T extends Table>(table: T, row: RowsByTable[T]): void {
			write[table](row as never);
		},
		liveItems: (listId) => liveItems.all(listId).map(itemOf),
		liveItemsNamed: (listId, norm) => liveItemsNamed.all(listId, norm).map(itemOf),
		liveCount: (listId) => liveCount.get(listId) ?? 0,
		count: (table, listId) => household[table].count(listId),
		lastPosition: (listId) => lastPosition.get(listId) ?? null,
		// Every key is above the empty one.
		nextPosition: (listId, above, exceptId) =>
			nextPosition.get(listId, above ?? '', exceptId) ?? null,
		itemsSince: (listId, rev, deletedAfter) =>
			(deletedAfter === null
				? itemsSince.all(listId, rev)
				: keptItemsSince.all(listId, rev, deletedAfter)
			).map(itemOf),
		ownPricesSince: household.ownPrices.since,
		choicesSince: household.choices.since
	};
}

const toList = (record: ListRecord | undefined): List | undefined =>
	record && {
		id: record.id,
		listId: record.id,
		name: record.name,
		deletedAt: record.deleted_at,
		budgetCents: record.budget_cents,
		taxBasisPoints: record.tax_basis_points,
		store: record.store,
		rev: record.rev,
		stamps: JSON.parse(record.stamps) as Stamps
	};

const fromList = (list: List): ListRecord => ({
	id: list.id,
	name: list.name,
	deleted_at: list.deletedAt,
	budget_cents: list.budgetCents,
	tax_basis_points: list.taxBasisPoints,
	store: list.store,
	rev: list.rev,
	stamps: JSON.stringify(list.stamps)
});

const toItem = (record: ItemRecord | undefined): Item | undefined => record && itemOf(record);

const itemOf = (record: ItemRecord): Item => ({
	id: record.id,
	listId: record.list_id,
	name: record.name,
	norm: record.norm,
	quantity: { milli: record.quantity_milli, unit: record.unit as Unit | null },
	note: record.note,
	checked: record.checked === 1,
	position: record.position,
	productId: record.product_id,
	keepSeparate: record.keep_separate === 1,
	taxable: record.taxable === null ? null : record.taxable === 1,
	pieceGrams: record.piece_grams,
	deletedAt: record.deleted_at,
	mergedInto: record.merged_into,
	rev: record.rev,
	stamps: JSON.parse(record.stamps) as Stamps
});

const fromItem = (item: Item): ItemRecord => ({
	id: item.id,
	list_id: item.listId,
	name: item.name,
	norm: item.norm,
	quantity_milli: item.quantity.milli,
	unit: item.quantity.unit,
	note: item.note,
	checked: item.checked ? 1 : 0,
	position: item.position,
	product_id: item.productId,
	keep_separate: item.keepSeparate ? 1 : 0,
	taxable: item.taxable === null ? null : item.taxable ? 1 : 0,
	piece_grams: item.pieceGrams,
	deleted_at: item.deletedAt,
	merged_into: item.mergedInto,
	rev: item.rev,
	stamps: JSON.stringify(item.stamps)
});
