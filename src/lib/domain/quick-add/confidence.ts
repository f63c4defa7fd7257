import type { Draft } from './draft.ts';
import { isName, nameEnd } from './lexicon.ts';
import type { Token } from './tokens.ts';
import { unitOf } from './units.ts';
import { describes } from './words.ts';

/**
 * How sure the rules are of one item, from 0 to 1: about the share of such items that are right, measured on sentences
 * the rules were not written from. Every sign of a wrong reading is a factor below 1.
 */
export function confidenceOf(draft: Draft, names: readonly Token[]): number {
	const base = familiarity(names);
	const signs = base === KNOWN ? [] : signsOfMistake(draft, names);
	const product = [...draft.doubts, ...signs].reduce((all, doubt) => all * doubt, base);
	return Math.round(product * 100) / 100;
}

const KNOWN = 0.97;

/** A name the catalog knows is sure; one that ends in such a name, or an unknown one, is likely. */
function familiarity(names: readonly Token[]): number {
	if (names.some(({ kind }) => kind === 'quoted') || isName(names, 0, names.length)) return KNOWN;
	return endsInName(names) ? 0.93 : 0.9;
}

function endsInName(names: readonly Token[]): boolean {
	const first = Math.max(0, names.length - LONGEST_LOOK);
	for (let at = first; at < names.length; at += 1) {
		if (nameEnd(names, at) === names.length) return true;
	}
	return false;
}

/** Product names on a list rarely have more words. */
const LONGEST_LOOK = 6;

function signsOfMistake(draft: Draft, names: readonly Token[]): number[] {
	const signs: number[] = [];
	if (names.some(({ kind, glued }) => kind === 'mark' && !glued)) signs.push(0.75);
	if (names.some(({ kind }) => kind === 'number')) signs.push(0.6);
	if (names.some(({ low }) => SENTENCE_WORDS.has(low))) signs.push(0.5);
	else if (names.some(({ low }) => LINKING_WORDS.has(low))) signs.push(0.75);
	if (names.every(({ low }) => describes(low))) signs.push(0.6);
	// Only where a sentence was not understood are there so many words.
	if (names.length > LONGEST_NAME) signs.push(0.6);
	if (draft.quantity !== null && draft.unit === null && holdsUnit(names)) signs.push(0.8);
	return signs;
}

const LONGEST_NAME = 8;

/** Words of sentences, not of names. */
const SENTENCE_WORDS = new Set(
	`is are was were be been isnt arent that this these those my your our the i im you it they he she we if not what who
	how why when where does do did has have had about over again please`.split(/\s+/)
);
const LINKING_WORDS = new Set('to from with at on by into per each and'.split(' '));

/** "3 celery bits boxes": perhaps the unit was not found. */
function holdsUnit(names: readonly Token[]): boolean {
	return names.length > 1 && names.some((token) => token.kind === 'word' && unitOf(token) !== null);
}
