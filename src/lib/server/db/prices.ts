import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PriceObservation } from '#lib/domain/price.ts';
import type { Schema } from './schema.ts';
import type { Sqlite } from './sqlite.ts';

export interface StoredPrices {
	/** The last observation of each product that has one, with tier `sqlite`; no id twice. */
	read(productIds: readonly string[]): PriceObservation[];
	/**
	 * Keeps all of them or none. A price that was seen again unchanged keeps its `changedAt` and adds no
	 * history, and neither does a sample; the price of a product that `walmart_products` does not know is dropped.
	 */
	write(observations: readonly PriceObservation[]): void;
}

/** Prices are read on every lookup, so the statements are prepared once; Kysely prepares for every call. */
export function createStoredPrices(db: Kysely<Schema>, sqlite: Sqlite): StoredPrices {
	const readOne = sqlite.prepare<[string], PriceRow>(queryOne(db));
	const readMany = sqlite.prepare<[string], PriceRow>(queryMany(db));
	const addHistory = sqlite.prepare<PriceParameters>(ADD_HISTORY);
	const setPrice = sqlite.prepare<PriceParameters>(SET_PRICE);
	const writeAll = sqlite.transaction((observations: readonly PriceObservation[]) => {
		for (const parameters of observations.map(observationToParameters)) {
			addHistory.run(parameters);
			setPrice.run(parameters);
		}
	});
	return {
		read(productIds) {
			const [first, ...others] = productIds;
			if (first === undefined) return [];
			const rows = others.length ? readMany.all(JSON.stringify(productIds)) : readOne.all(first);
			return rows.map(rowToObservation);
		},
		write: (observations) => void writeAll.immediate(observations)
	};
}

function priceQuery(db: Kysely<Schema>) {
	return db
		.selectFrom('walmart_products')
		.select(['walmart_products.id', 'price_cents', 'unit_milli_cents', 'unit_per', 'availability'])
		.select((row) => [
			row.ref('source').$notNull().as('source'),
			row.ref('checked_at').$notNull().as('checked_at'),
			row.ref('changed_at').$notNull().as('changed_at')
		])
		.where('source', 'is not', null);
}

type PriceRow = Awaited<ReturnType<ReturnType<typeof priceQuery>['execute']>>[number];

function queryOne(db: Kysely<Schema>): string {
	return priceQuery(db).where('walmart_products.id', '=', '').compile().sql;
}

/**
 * The ids come as one JSON array, so that the statement is the same for every number of them. A join is a tenth
 * faster than `in`, which sorts them first.
 */
function queryMany(db: Kysely<Schema>): string {
	const ids = sql<{ value: string }>`json_each(${'[]'})`.as('wanted');
	return priceQuery(db).innerJoin(ids, 'wanted.value', 'walmart_products.id').compile().sql;
}

function rowToObservation(row: PriceRow): PriceObservation {
	const { unit_milli_cents: milliCents, unit_per: per } = row;
	return {
		productId: row.id,
		priceCents: row.price_cents,
		unitPrice: milliCents === null || per === null ? null : { milliCents, per },
		availability: row.availability,
		source: row.source,
		tier: 'sqlite',
		checkedAt: row.checked_at,
		changedAt: row.changed_at,
		stale: false
	};
}

type PriceParameters = ReturnType<typeof observationToParameters>;

/** Compared with what history says last, because a sample may have stood there meanwhile. */
const ADD_HISTORY = `
	insert into price_history (product_id, observed_at, price_cents, source)
	select id, :checkedAt, :priceCents, :source from walmart_products
	where id = :productId and :source <> 'embedded' and :priceCents is not (
		select price_cents from price_history
		where product_id = :productId and source <> 'embedded' order by observed_at desc limit 1)
	on conflict (product_id, observed_at) do update
		set price_cents = excluded.price_cents, source = excluded.source`;

const SET_PRICE = `
	update walmart_products set
		changed_at = case
			when source is null or price_cents is not :priceCents then :changedAt else changed_at end,
		price_cents = :priceCents, unit_milli_cents = :milliCents, unit_per = :per,
		availability = :availability, source = :source, checked_at = :checkedAt
	where id = :productId`;

function observationToParameters(observation: PriceObservation) {
	const { productId, priceCents, unitPrice, availability } = observation;
	const { source, checkedAt, changedAt } = observation;
	const milliCents = unitPrice?.milliCents ?? null;
	const per = unitPrice?.per ?? null;
	return { productId, priceCents, milliCents, per, availability, source, checkedAt, changedAt };
}
