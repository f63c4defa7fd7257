import { unitOfWord } from '../unit-words.ts';
import type { Unit } from '../quantity.ts';
import { lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

export interface UnitRead {
	readonly unit: Unit;
	readonly next: number;
}

/** The unit that begins at `at`: one word or two ("fl oz"), not one that begins a name ("pound cake"). */
export function readUnitAt(tokens: readonly Token[], at: number): UnitRead | null {
	const first = tokens[at];
	if (first === undefined || first.kind !== 'word' || isWholeName(tokens, at)) return null;
	const second = tokens[at + 1];
	const pair = second?.kind === 'word' ? unitOfWord(`${first.low} ${second.low}`) : undefined;
	if (pair !== undefined) return { unit: pair, next: at + 2 };
	const single = unitOf(first);
	return single === null ? null : { unit: single, next: at + 1 };
}

/** One word's unit. Cooks tell a tablespoon from a teaspoon by the case of its letter. */
export function unitOf(token: Token): Unit | null {
	const letter = token.text.replace('.', '');
	if (letter === 'T') return 'tbsp';
	if (letter === 't') return 'tsp';
	return unitOfWord(token.low) ?? null;
}

/** "2 pound cakes" are cakes, "2 pound cake flour" is flour by the pound. */
function isWholeName(tokens: readonly Token[], at: number): boolean {
	const found = lexicon().amountLike.longestAt(tokens, at);
	return found !== null && tokens[found.next]?.kind !== 'word';
}

export function startsAmountLikeName(tokens: readonly Token[], at: number): boolean {
	return lexicon().amountLike.longestAt(tokens, at) !== null;
}

/** A measure is weighed or poured; any other unit is a container or a shape, and can hold a measure itself. */
export function isMeasure(unit: Unit): boolean {
	return MEASURES.has(unit);
}

/** What cooks measure with, and no shop sells by. */
export const KITCHEN: ReadonlySet<Unit> = new Set<Unit>(['cup', 'tsp', 'tbsp']);

const MEASURES: ReadonlySet<Unit> = new Set<Unit>([
	'mg',
	'g',
	'kg',
	'oz',
	'lb',
	'ml',
	'cl',
	'dl',
	'l',
	'tsp',
	'tbsp',
	'fl oz',
	'cup',
	'pt',
	'qt',
	'gal',
	'sq ft'
]);
