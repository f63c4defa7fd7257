import { MAX_QUANTITY_MILLI } from './item.ts';
import { factsOf } from './units.ts';

/**
 * An amount knows its unit, and a unit knows its dimension. Amounts of different dimensions are never added
 * ("1 + 300 g" stays two parts), so `addQuantities` answers null instead of a number that means nothing.
 */

/** Thousandths of the unit: 2.5 lb is `{ milli: 2500, unit: 'lb' }`. Always a positive integer. */
export interface Quantity {
	readonly milli: number;
	/** null counts pieces: "3 avocados". */
	readonly unit: Unit | null;
}

export type MassUnit = 'mg' | 'g' | 'kg' | 'oz' | 'lb';
export type VolumeUnit =
	'ml' | 'cl' | 'dl' | 'l' | 'tsp' | 'tbsp' | 'fl oz' | 'cup' | 'pt' | 'qt' | 'gal';
/** Units that stand for a fixed number of pieces. */
export type CountUnit = 'dozen' | 'pair';
/** Containers and shapes: each is a dimension of its own, because a bag and a box never add up. */
export type ContainerUnit =
	| 'bag'
	| 'ball'
	| 'bar'
	| 'block'
	| 'bottle'
	| 'box'
	| 'bulb'
	| 'bunch'
	| 'can'
	| 'carton'
	| 'case'
	| 'clove'
	| 'container'
	| 'cube'
	| 'dash'
	| 'drop'
	| 'ear'
	| 'fillet'
	| 'handful'
	| 'head'
	| 'jar'
	| 'jug'
	| 'knob'
	| 'leaf'
	| 'link'
	| 'loaf'
	| 'package'
	| 'piece'
	| 'pinch'
	| 'rack'
	| 'recipe'
	| 'rib'
	| 'roll'
	| 'scoop'
	| 'sheet'
	| 'slice'
	| 'spear'
	| 'splash'
	| 'sprig'
	| 'square'
	| 'stalk'
	| 'stick'
	| 'strip'
	| 'tray'
	| 'tube'
	| 'wedge';
export type AreaUnit = 'sq ft';
export type Unit = MassUnit | VolumeUnit | CountUnit | ContainerUnit | AreaUnit;

/** One of a thing, when nobody said how many. */
export const ONE: Quantity = { milli: 1_000, unit: null };

/** Amounts can be added or compared exactly when their dimensions are equal. */
export function dimensionOf(unit: Unit | null): string {
	return unit === null ? 'count' : factsOf(unit).dimension;
}

/** Thousandths of `from` in thousandths of `to`, which may be fractional; null across dimensions. */
export function convertMilli(milli: number, from: Unit | null, to: Unit | null): number | null {
	if (from === to) return milli;
	if (dimensionOf(from) !== dimensionOf(to)) return null;
	const fromSize = sizeOf(from);
	const toSize = sizeOf(to);
	// Divide the larger size by the smaller: that ratio is mostly whole (16, 128, 1000), its inverse is not.
	return fromSize >= toSize ? milli * (fromSize / toSize) : milli / (toSize / fromSize);
}

/** The sum in the first one's unit, rounded to a thousandth of it; null across dimensions. */
export function addQuantities(a: Quantity, b: Quantity): Quantity | null {
	const added = convertMilli(b.milli, b.unit, a.unit);
	return added === null ? null : { milli: Math.round(a.milli + added), unit: a.unit };
}

/** As a row shows it: "2 gal", "2.5 lb", "3 boxes", "4". */
export function formatQuantity({ milli, unit }: Quantity): string {
	return withWord(milli, unit === null ? null : factsOf(unit).short);
}

/** As a screen reader says it: "2 gallons", "2.5 pounds", "1 dozen", "4". */
export function spellQuantity({ milli, unit }: Quantity): string {
	return withWord(milli, unit === null ? null : factsOf(unit).spoken);
}

/**
 * What somebody typed into an amount field, in thousandths: "2", "2.5", "1,5", "1,200", "1/2", "1 1/2", "1½".
 * Null when it is no amount above 0 and up to 999,999, or has more than three decimals. A fraction that has no end,
 * such as 1/3, is rounded to a thousandth.
 */
export function parseDecimalMilli(text: string): number | null {
	const typed = text
		.replace(/(\d)\s*(?=[¼-¾⅐-⅞])/g, '$1 ')
		.normalize('NFKC')
		.replaceAll('\u2044', '/')
		.trim();
	const milli = parseFraction(typed) ?? parseDecimal(typed);
	return milli !== null && milli > 0 && milli <= MAX_QUANTITY_MILLI ? milli : null;
}

function sizeOf(unit: Unit | null): number {
	return unit === null ? 1 : factsOf(unit).size;
}

function withWord(milli: number, words: readonly [string, string] | null): string {
	const amount = String(milli / 1_000);
	return words === null ? amount : `${amount} ${milli === 1_000 ? words[0] : words[1]}`;
}

function parseFraction(typed: string): number | null {
	const [, whole = '0', over, under] = /^(?:(\d+)\s+)?(\d+)\s*\/\s*(\d+)$/.exec(typed) ?? [];
	if (over === undefined || Number(under) === 0) return null;
	return Math.round((Number(whole) + Number(over) / Number(under)) * 1_000);
}

function parseDecimal(typed: string): number | null {
	// "1,200" is a thousand and more, as US English writes it; any other comma is somebody's decimal point.
	const grouped = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(typed);
	const plain = typed.replaceAll(',', grouped ? '' : '.');
	if (!/^(?:\d+\.?|\d*\.\d{1,3})$/.test(plain)) return null;
	return Math.round(Number(plain) * 1_000);
}
