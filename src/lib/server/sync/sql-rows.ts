import type { Item } from '#lib/domain/item.ts';
import type { List } from '#lib/domain/list.ts';
import type { Unit } from '#lib/domain/quantity.ts';
import type { Rows, RowsByTable, Stamps, Table } from '#lib/domain/row.ts';
import type { Sqlite } from '../db/sqlite.ts';

interface ListRecord {
	readonly id: string;
	readonly name: string;
	readonly deleted_at: number | null;
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
}

export function createSqlRows(sqlite: Sqlite): SqlRows {
	const getList = sqlite.prepare<[string], ListRecord>('SELECT * FROM grocery_lists WHERE id = ?');
	const getItem = sqlite.prepare<[string], ItemRecord>('SELECT * FROM grocery_items WHERE id = ?');
	const putList = sqlite.prepare<[ListRecord]>(
		`INSERT INTO grocery_lists (id, name, deleted_at, rev, stamps)
		 VALUES (@id, @name, @deleted_at, @rev, @stamps)
		 ON CONFLICT (id) DO UPDATE SET name = excluded.name, deleted_at = excluded.deleted_at,
		 rev = excluded.rev, stamps = excluded.stamps`
	);
	const putItem = sqlite.prepare<[ItemRecord]>(
		`INSERT INTO grocery_items (id, list_id, name, norm, quantity_milli, unit, note, checked, position,
		 product_id, keep_separate, deleted_at, merged_into, rev, stamps)
		 VALUES (@id, @list_id, @name, @norm, @quantity_milli, @unit, @note, @checked, @position,
		 @product_id, @keep_separate, @deleted_at, @merged_into, @rev, @stamps)
		 ON CONFLICT (id) DO UPDATE SET name = excluded.name, norm = excluded.norm,
		 quantity_milli = excluded.quantity_milli, unit = excluded.unit, note = excluded.note,
		 checked = excluded.checked, position = excluded.position, product_id = excluded.product_id,
		 keep_separate = excluded.keep_separate, deleted_at = excluded.deleted_at,
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

	return {
		get<T extends Table>(table: T, id: string): RowsByTable[T] | undefined {
			const found = table === 'lists' ? toList(getList.get(id)) : toItem(getItem.get(id));
			return found as RowsByTable[T] | undefined;
		},
		put<T extends Table>(table: T, row: RowsByTable[T]): void {
			if (table === 'lists') putList.run(fromList(row));
			else putItem.run(fromItem(row as Item));
		},
		liveItems: (listId) => liveItems.all(listId).map(itemOf),
		liveItemsNamed: (listId, norm) => liveItemsNamed.all(listId, norm).map(itemOf),
		liveCount: (listId) => liveCount.get(listId) ?? 0,
		lastPosition: (listId) => lastPosition.get(listId) ?? null,
		// Every key is above the empty one.
		nextPosition: (listId, above, exceptId) =>
			nextPosition.get(listId, above ?? '', exceptId) ?? null,
		itemsSince: (listId, rev, deletedAfter) =>
			(deletedAfter === null
				? itemsSince.all(listId, rev)
				: keptItemsSince.all(listId, rev, deletedAfter)
			).map(itemOf)
	};
}

const toList = (record: ListRecord | undefined): List | undefined =>
	record && {
		id: record.id,
		listId: record.id,
		name: record.name,
		deletedAt: record.deleted_at,
		rev: record.rev,
		stamps: JSON.parse(record.stamps) as Stamps
	};

const fromList = (list: List): ListRecord => ({
	id: list.id,
	name: list.name,
	deleted_at: list.deletedAt,
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
	deleted_at: item.deletedAt,
	merged_into: item.mergedInto,
	rev: item.rev,
	stamps: JSON.stringify(item.stamps)
});
