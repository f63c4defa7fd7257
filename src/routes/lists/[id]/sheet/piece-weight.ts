import { MAX_PIECE_GRAMS } from '#lib/domain/item.ts';
import { parseDecimalMilli } from '#lib/domain/quantity.ts';

const GRAMS_PER_OUNCE = 28.349523125;

/** What the field shows for a weight: "4.2"; '' for none. */
export function gramsToOunces(grams: number | null): string {
	return grams === null ? '' : String(Math.round((grams / GRAMS_PER_OUNCE) * 10) / 10);
}

/** Whole grams of what was typed as ounces: null for an empty field, undefined for what is no such weight. */
export function ouncesToGrams(typed: string): number | null | undefined {
	if (typed.trim() === '') return null;
	const milli = parseDecimalMilli(typed);
	if (milli === null) return undefined;
	const grams = Math.round((milli / 1_000) * GRAMS_PER_OUNCE);
	return grams >= 1 && grams <= MAX_PIECE_GRAMS ? grams : undefined;
}
