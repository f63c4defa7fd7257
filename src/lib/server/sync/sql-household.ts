import { choiceId, type Choice } from '#lib/domain/choice.ts';
import type { OwnPrice, OwnPriceSource } from '#lib/domain/own-price.ts';
import type { Stamps } from '#lib/domain/row.ts';
import type { Sqlite } from '../db/sqlite.ts';

interface OwnPriceRecord {
	readonly id: string;
	readonly list_id: string;
	readonly product_id: string | null;
	readonly norm: string;
	readonly price_cents: number;
	readonly multi_count: number | null;
	readonly multi_cents: number | null;
	readonly store: string;
	readonly source: OwnPriceSource;
	readonly deleted_at: number | null;
	readonly rev: number;
	readonly stamps: string;
}

interface ChoiceRecord {
	readonly list_id: string;
	readonly norm: string;
	readonly product_id: string | null;
	readonly rev: number;
	readonly stamps: string;
}

/** One of these tables, as mutators and answers use it. */
export interface RowTable<R> {
	readonly get: (id: string) => R | undefined;
	readonly put: (row: R) => void;
	/** Those of a list that changed after a revision. */
	readonly since: (listId: string, rev: number) => R[];
	readonly count: (listId: string) => number;
}

/** What the household paid. */
export function createOwnPriceTable(sqlite: Sqlite): RowTable<OwnPrice> {
	const get = sqlite.prepare<[string], OwnPriceRecord>('SELECT * FROM own_prices WHERE id = ?');
	const put = sqlite.prepare<[OwnPriceRecord]>(
		`INSERT INTO own_prices (id, list_id, product_id, norm, price_cents, multi_count, multi_cents, store,
		 source, deleted_at, rev, stamps)
		 VALUES (@id, @list_id, @product_id, @norm, @price_cents, @multi_count, @multi_cents, @store,
		 @source, @deleted_at, @rev, @stamps)
		 ON CONFLICT (id) DO UPDATE SET deleted_at = excluded.deleted_at, rev = excluded.rev,
		 stamps = excluded.stamps`
	);
	const since = sqlite.prepare<[string, number], OwnPriceRecord>(
		'SELECT * FROM own_prices WHERE list_id = ? AND rev > ?'
	);
	const count = sqlite
		.prepare<[string], number>(
			'SELECT count(*) FROM own_prices WHERE list_id = ? AND deleted_at IS NULL'
		)
		.pluck();
	return {
		get(id) {
			const record = get.get(id);
			return record && toOwnPrice(record);
		},
		put: (row) => void put.run(fromOwnPrice(row)),
		since: (listId, rev) => since.all(listId, rev).map(toOwnPrice),
		count: (listId) => count.get(listId) ?? 0
	};
}

/** Which products it picked. */
export function createChoiceTable(sqlite: Sqlite): RowTable<Choice> {
	const get = sqlite.prepare<[string, string], ChoiceRecord>(
		'SELECT * FROM choices WHERE list_id = ? AND norm = ?'
	);
	const put = sqlite.prepare<[ChoiceRecord]>(
		`INSERT INTO choices (list_id, norm, product_id, rev, stamps)
		 VALUES (@list_id, @norm, @product_id, @rev, @stamps)
		 ON CONFLICT (list_id, norm) DO UPDATE SET product_id = excluded.product_id,
		 rev = excluded.rev, stamps = excluded.stamps`
	);
	const since = sqlite.prepare<[string, number], ChoiceRecord>(
		'SELECT * FROM choices WHERE list_id = ? AND rev > ?'
	);
	const count = sqlite
		.prepare<[string], number>('SELECT count(*) FROM choices WHERE list_id = ?')
		.pluck();
	return {
		get(id) {
			const slash = id.indexOf('/');
			const record = get.get(id.slice(0, slash), id.slice(slash + 1));
			return record && toChoice(record);
		},
		put: (row) => void put.run(fromChoice(row)),
		since: (listId, rev) => since.all(listId, rev).map(toChoice),
		count: (listId) => count.get(listId) ?? 0
	};
}

const toOwnPrice = (record: OwnPriceRecord): OwnPrice => ({
	id: record.id,
	listId: record.list_id,
	productId: record.product_id,
	norm: record.norm,
	priceCents: record.price_cents,
	multiBuy:
		record.multi_count === null || record.multi_cents === null
			? null
			: { count: record.multi_count, cents: record.multi_cents },
	store: record.store,
	source: record.source,
	deletedAt: record.deleted_at,
	rev: record.rev,
	stamps: JSON.parse(record.stamps) as Stamps
});

const fromOwnPrice = (price: OwnPrice): OwnPriceRecord => ({
	id: price.id,
	list_id: price.listId,
	product_id: price.productId,
	norm: price.norm,
	price_cents: price.priceCents,
	multi_count: price.multiBuy?.count ?? null,
	multi_cents: price.multiBuy?.cents ?? null,
	store: price.store,
	source: price.source,
	deleted_at: price.deletedAt,
	rev: price.rev,
	stamps: JSON.stringify(price.stamps)
});

const toChoice = (record: ChoiceRecord): Choice => ({
	id: choiceId(record.list_id, record.norm),
	listId: record.list_id,
	norm: record.norm,
	productId: record.product_id,
	rev: record.rev,
	stamps: JSON.parse(record.stamps) as Stamps
});

const fromChoice = (choice: Choice): ChoiceRecord => ({
	list_id: choice.listId,
	norm: choice.norm,
	product_id: choice.productId,
	rev: choice.rev,
	stamps: JSON.stringify(choice.stamps)
});
