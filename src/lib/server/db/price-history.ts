import type { PriceHistory } from '#lib/protocol/price-history.ts';
import type { Sqlite } from './sqlite.ts';

export interface StoredHistory {
	/**
	 * What a product cost, oldest first, without samples; the newest of what would be more than a chart can show. Null
	 * for a product that is not known.
	 * @param now wall-clock ms
	 */
	read(productId: string, now: number): PriceHistory | null;
	/**
	 * Removes what need not be kept of the products after this one: samples, Walmart's prices from before
	 * `walmartSince`, and of weeks that were over before `wholeSince` all but the first, the last, the lowest and the
	 * highest price. Times are wall-clock ms.
	 * @returns the last product it looked at, or null when there are no more
	 */
	tidy(afterId: string, walmartSince: number, wholeSince: number): string | null;
}

const DAY_MS = 24 * 3_600_000;
const MOST_POINTS = 500;
/** So many products at a time, for nothing else goes on meanwhile. */
const TIDIED_AT_ONCE = 200;

/** The reads and the upkeep of `price_history`; `db/prices.ts` adds to it. */
export function createStoredHistory(sqlite: Sqlite): StoredHistory {
	const isKnown = sqlite
		.prepare<[string], 1>('SELECT 1 FROM walmart_products WHERE id = ?')
		.pluck();
	const points = sqlite.prepare<[string], PriceHistory['points'][number]>(
		`SELECT observed_at AS at, price_cents AS priceCents, source FROM price_history
		 WHERE product_id = ? AND source <> 'embedded' ORDER BY observed_at DESC LIMIT ${MOST_POINTS}`
	);
	const lastOf = sqlite
		.prepare<[string], string | null>(
			`SELECT max(id) FROM
			 (SELECT id FROM walmart_products WHERE id > ? ORDER BY id LIMIT ${TIDIED_AT_ONCE})`
		)
		.pluck();
	const dropOld = sqlite.prepare<[string, string, number]>(
		`DELETE FROM price_history WHERE product_id > ? AND product_id <= ?
		 AND (source = 'embedded' OR (source = 'walmart' AND observed_at < ?))`
	);
	const dropBetween = sqlite.prepare<{ after: string; last: string; before: number }>(DROP_BETWEEN);
	const tidy = sqlite.transaction((afterId: string, walmartSince: number, wholeSince: number) => {
		const last = lastOf.get(afterId) ?? null;
		if (last === null) return null;
		dropOld.run(afterId, last, walmartSince);
		dropBetween.run({ after: afterId, last, before: wholeSince });
		return last;
	});

	return {
		read(productId, now) {
			if (isKnown.get(productId) === undefined) return null;
			const found = points.all(productId).reverse();
			return { productId, points: found, lowest90: lowestSince(now - 90 * DAY_MS, found) };
		},
		tidy: (afterId, walmartSince, wholeSince) => tidy.immediate(afterId, walmartSince, wholeSince)
	};
}

/** The lowest price that held at any time since then, the one that stood already included; the latest of equals. */
function lowestSince(since: number, points: PriceHistory['points']): PriceHistory['lowest90'] {
	let lowest: PriceHistory['lowest90'] = null;
	for (const [at, point] of points.entries()) {
		const isOver = (points[at + 1]?.at ?? Infinity) <= since;
		const { priceCents } = point;
		if (isOver || priceCents === null) continue;
		if (lowest === null || priceCents <= lowest.priceCents) lowest = { priceCents, at: point.at };
	}
	return lowest;
}

const WEEK_MS = 7 * DAY_MS;

/** A week that is still growing is left alone: `:before` is moved back to the beginning of its week. */
const DROP_BETWEEN = `
	DELETE FROM price_history WHERE rowid IN (
		SELECT id FROM (
			SELECT rowid AS id,
				row_number() OVER (week ORDER BY observed_at) AS first,
				row_number() OVER (week ORDER BY observed_at DESC) AS last,
				row_number() OVER (week ORDER BY price_cents NULLS LAST, observed_at) AS lowest,
				row_number() OVER (week ORDER BY price_cents DESC NULLS LAST, observed_at) AS highest
			FROM price_history
			WHERE product_id > :after AND product_id <= :last AND observed_at < :before - :before % ${WEEK_MS}
			WINDOW week AS (PARTITION BY product_id, observed_at / ${WEEK_MS})
		) WHERE first > 1 AND last > 1 AND lowest > 1 AND highest > 1
	)`;
