import { formatMoney, spellMoney, type Cents } from './money.ts';
import type { Product } from './product.ts';
import { convertMilli, dimensionOf } from './quantity.ts';

export type PriceSource = 'embedded' | 'import' | 'walmart' | 'openprices' | 'manual' | 'receipt';
/** Where the answer was found; `device` is the phone's own last observation. */
export type PriceTier = 'memory' | 'redis' | 'sqlite' | 'source' | 'device';
export type Availability = 'available' | 'limited' | 'unavailable' | 'unknown';

/** What somebody saw a pack of a product cost, where and when. Unknown is null, never 0. */
export interface PriceObservation {
	readonly productId: string;
	readonly priceCents: Cents | null;
	readonly unitPrice: UnitPrice | null;
	readonly availability: Availability;
	readonly source: PriceSource;
	readonly tier: PriceTier;
	/** Wall-clock ms: last time somebody looked, even when nothing had changed. */
	readonly checkedAt: number;
	/** Wall-clock ms: last time the price itself became what it is. */
	readonly changedAt: number;
	/** The source could not be asked in time; the figure is the last one known. */
	readonly stale: boolean;
}

/** What of an observation says how much to believe it; prices of the household's own have it, too. */
export type SeenPrice = Omit<PriceObservation, 'productId' | 'unitPrice' | 'tier'>;

/** Cents for one `per` of the product, in thousandths of a cent so that 2.7¢ survives. */
export interface UnitPrice {
	readonly milliCents: number;
	readonly per: 'fl oz' | 'gal' | 'oz' | 'lb' | 'each' | 'sq ft';
}

/** How much a price is to be believed; each has a mark of its own. */
export type PriceState =
	'fresh' | 'ageing' | 'stale' | 'sample' | 'manual' | 'unavailable' | 'unknown';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const FRESH_MS = HOUR_MS;
/** What the server's database counts as stale, too. */
const AGEING_MS = 6 * HOUR_MS;

/** `nowMs` is wall-clock time, as `checkedAt` is. */
export function priceState(observation: SeenPrice | null, nowMs: number): PriceState {
	if (observation?.availability === 'unavailable') return 'unavailable';
	if (!observation || observation.priceCents === null) return 'unknown';
	const { source, stale } = observation;
	// Samples never change and own prices are facts of a day, so age says nothing about either.
	if (source === 'embedded') return 'sample';
	if (source === 'manual' || source === 'receipt') return 'manual';
	const ageMs = nowMs - observation.checkedAt;
	if (stale || ageMs > AGEING_MS) return 'stale';
	return ageMs < FRESH_MS ? 'fresh' : 'ageing';
}

/**
 * What stands under a price: "2 min", "5 h", "3 days old", "sample price", "you, Nov 20", "last $9.97"; "" for none.
 *
 * @param who saw a price of the household's own
 */
export function formatPriceAge(observation: SeenPrice | null, nowMs: number, who = 'you'): string {
	const state = priceState(observation, nowMs);
	if (!observation || state === 'unknown') return '';
	const { priceCents, checkedAt } = observation;
	if (state === 'unavailable') return priceCents === null ? '' : `last ${formatMoney(priceCents)}`;
	if (state === 'sample') return 'sample price';
	if (state === 'manual') return `${who}, ${dayOf(checkedAt, nowMs, 'short')}`;
	const { count, unit } = ageOf(observation, nowMs);
	if (unit === 'day') return `${plural(count, unit)} old`;
	return `${count} ${unit === 'minute' ? 'min' : 'h'}`;
}

/** The same for a screen reader, with a sentence for every state: "2 minutes old", "no price". */
export function spellPriceAge(observation: SeenPrice | null, nowMs: number, who = 'you'): string {
	const state = priceState(observation, nowMs);
	if (!observation || state === 'unknown') return 'no price';
	const { priceCents, checkedAt } = observation;
	if (state === 'unavailable')
		return priceCents === null ? 'not available' : `not available, last ${spellMoney(priceCents)}`;
	if (state === 'sample') return 'sample price';
	if (state === 'manual') return `set by ${who} ${dayOf(checkedAt, nowMs, 'long')}`;
	const { count, unit } = ageOf(observation, nowMs);
	return `${plural(count, unit)} old`;
}

/**
 * The price of one pack as a unit price, by what the thing is: drinks and other liquids per fluid ounce, produce and
 * meat per pound, other weights per pound from 1 lb on and per ounce below, counted goods each. Null without a price
 * or when the pack's size says nothing.
 */
export function unitPriceOf(cents: Cents | null, product: Product): UnitPrice | null {
	return unitPricePer(unitToCompareBy(product), cents, product);
}

/** The same per a unit that was chosen before; null also when the pack is not measured in it. */
export function unitPricePer(
	per: UnitPrice['per'],
	cents: Cents | null,
	{ packMilli, packUnit }: Product
): UnitPrice | null {
	if (cents === null || packMilli <= 0) return null;
	// Rolls, sheets and bunches are dimensions of their own, and one of them is "each", too.
	const milli =
		per === 'each'
			? (convertMilli(packMilli, packUnit, null) ?? packMilli)
			: convertMilli(packMilli, packUnit, per);
	return milli === null ? null : { milliCents: Math.round((cents / milli) * 1_000_000), per };
}

/** The unit of a product's price when it stands alone. */
export function unitToCompareBy(product: Product): UnitPrice['per'] {
	const { packMilli, packUnit } = product;
	switch (dimensionOf(packUnit)) {
		case 'volume':
			return 'fl oz';
		case 'area':
			return 'sq ft';
		case 'mass': {
			const ounces = (convertMilli(packMilli, packUnit, 'oz') ?? 0) / 1_000;
			return isSoldByThePound(product) || ounces >= OUNCES_PER_POUND ? 'lb' : 'oz';
		}
		default:
			return 'each';
	}
}

const OUNCES_PER_POUND = 16;

/** What people compare by the pound whatever the pack weighs: produce and meat, also out of the freezer. */
function isSoldByThePound({ soldBy, department, aisle }: Product): boolean {
	return (
		soldBy === 'weight' ||
		department === 'Produce' ||
		department === 'Meat & Seafood' ||
		aisle === 'Frozen Meat'
	);
}

/** At least a minute: a clock that runs ahead must not make a price come from the future. */
function ageOf(
	{ checkedAt }: SeenPrice,
	nowMs: number
): { count: number; unit: 'minute' | 'hour' | 'day' } {
	const ageMs = Math.max(MINUTE_MS, nowMs - checkedAt);
	if (ageMs < HOUR_MS) return { count: Math.floor(ageMs / MINUTE_MS), unit: 'minute' };
	if (ageMs < DAY_MS) return { count: Math.floor(ageMs / HOUR_MS), unit: 'hour' };
	return { count: Math.floor(ageMs / DAY_MS), unit: 'day' };
}

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** "Nov 20": the day in the device's time zone; the year only where it is another one. */
export const formatDay = (atMs: number, nowMs: number): string => dayOf(atMs, nowMs, 'short');

function dayOf(atMs: number, nowMs: number, month: 'short' | 'long'): string {
	const at = new Date(atMs);
	const isThisYear = at.getFullYear() === new Date(nowMs).getFullYear();
	return DAY_FORMATS[month][isThisYear ? 'near' : 'far'].format(at);
}

/** Making one takes longer than using it a thousand times. */
const DAY_FORMATS = {
	short: {
		near: new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric' }),
		far: new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', year: 'numeric' })
	},
	long: {
		near: new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric' }),
		far: new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', year: 'numeric' })
	}
};
