import { paidAt, type RowPrice } from './best-price.ts';
import type { Cents } from './money.ts';
import type { OwnPrice } from './own-price.ts';
import type { PriceSource } from './price.ts';

// Everything here compares the price of one: a deal for several is not counted. Samples never take part: nobody has
// seen them, and nobody paid them.

/** From one moment on a thing cost this much, as a source says it. */
export interface PricePoint {
	/** null: it had no price from then on. */
	readonly priceCents: Cents | null;
	/** Wall-clock ms. */
	readonly at: number;
	readonly source: PriceSource;
}

/** How a price stands to the one that was paid last. */
export interface ChangeSinceBought {
	/** Whole percent of what was paid: 31 is up, -12 is down, 0 is no change worth a word. */
	readonly percent: number;
	readonly fromCents: Cents;
	/** Wall-clock ms: when that was paid. */
	readonly since: number;
}

/**
 * "Up 31 % since you last bought it": the price that is shown against the newest own one before it. Null without
 * either. An own price is compared with what was paid on an earlier trip: what was typed at the shelf and what stood
 * on the receipt that evening are one purchase.
 *
 * @param own prices of the same thing, in any order (`ownPricesOf`)
 */
export function changeSinceBought(
	shown: RowPrice | null,
	own: Iterable<OwnPrice>
): ChangeSinceBought | null {
	if (!shown || shown.priceCents === null) return null;
	if (shown.availability === 'unavailable' || shown.source === 'embedded') return null;
	const before = shown.own ? shown.checkedAt - ONE_TRIP_MS : shown.checkedAt;
	let last: OwnPrice | null = null;
	for (const price of own) {
		if (price.deletedAt !== null || paidAt(price) > before || price.id === shown.own?.id) continue;
		if (!last || paidAt(price) > paidAt(last)) last = price;
	}
	if (!last) return null;
	const fromCents = last.priceCents;
	const percent = Math.round(((shown.priceCents - fromCents) / fromCents) * 100);
	return { percent, fromCents, since: paidAt(last) };
}

/** Longer than from the shelf to the kitchen table, shorter than to the next trip. */
const ONE_TRIP_MS = 12 * 3_600_000;

const DAY_MS = 24 * 3_600_000;
const LOWEST_OF_DAYS = 90;

/**
 * The lowest price of the last 90 days, or null when nothing is known of them; of equals the latest. A price from a
 * source holds until the next one, so what it was when the 90 days began counts, too.
 *
 * @param own prices of the same thing, in any order
 * @param live what sources said of it, in any order
 * @param nowMs wall-clock ms
 */
export function lowestOf90Days(
	own: Iterable<OwnPrice>,
	live: Iterable<PricePoint>,
	nowMs: number
): PricePoint | null {
	const begin = nowMs - LOWEST_OF_DAYS * DAY_MS;
	const points: PricePoint[] = [];
	let atBegin: PricePoint | null = null;
	for (const point of live) {
		if (point.source === 'embedded') continue;
		if (point.at >= begin) points.push(point);
		else if (!atBegin || point.at > atBegin.at) atBegin = point;
	}
	if (atBegin) points.push(atBegin);
	for (const price of own) {
		const { priceCents, source, deletedAt } = price;
		const at = paidAt(price);
		if (deletedAt === null && at >= begin) points.push({ priceCents, at, source });
	}
	return points.reduce<PricePoint | null>(lowerOf, null);
}

function lowerOf(lowest: PricePoint | null, point: PricePoint): PricePoint | null {
	if (point.priceCents === null) return lowest;
	if (!lowest || lowest.priceCents === null || point.priceCents < lowest.priceCents) return point;
	return point.priceCents === lowest.priceCents && point.at > lowest.at ? point : lowest;
}
