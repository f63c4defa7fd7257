import { isPlural } from './fold.ts';
import { createDraft } from './draft.ts';
import { readHead } from './head.ts';
import { isName, lexicon, nameEnd } from './lexicon.ts';
import { lowAt, type Token } from './tokens.ts';
import { JOINING_HEADS, UNITS_AFTER_NOUN } from './words.ts';

/**
 * Speech has no commas: "milk eggs and bread". Words are cut where every one of them belongs to a known name and the
 * names cannot be one thing together. `amongOthers` says that the sentence listed other items too.
 */
export function splitSpeech(
	tokens: readonly Token[],
	amongOthers: boolean
): readonly (readonly Token[])[] {
	const whole = [tokens];
	if (tokens.length < 2 || tokens.some(({ kind }) => kind !== 'word' && kind !== 'number'))
		return whole;
	const head = createDraft('add');
	const start = readHead(tokens, 0, head);
	if (isName(tokens, start, tokens.length)) return whole;
	const ends = nameEnds(tokens, start);
	// After an amount the words are more likely one thing: "2 tsp pepper jelly".
	const isList = head.quantity === null && (amongOthers || ends.length > 2);
	if (
		ends.length < 2 ||
		!ends.every((end, index) => standsAlone(tokens, ends[index - 1] ?? start, end, isList))
	) {
		return whole;
	}
	return ends.map((end, index) => tokens.slice(ends[index - 1] ?? 0, end));
}

/** Where each of the known names that make up the words ends; empty when words are left over. */
function nameEnds(tokens: readonly Token[], start: number): number[] {
	const ends: number[] = [];
	for (let at = start; at < tokens.length;) {
		const end = nameEnd(tokens, at) ?? describedNameEnd(tokens, at);
		if (end === null) return [];
		ends.push((at = end));
	}
	return ends;
}

/** "sharp cheddar": one word that is no name, before one that is. */
function describedNameEnd(tokens: readonly Token[], at: number): number | null {
	const token = tokens[at];
	return token?.kind === 'word' && !LINKS.has(token.low) ? nameEnd(tokens, at + 1) : null;
}

const LINKS = new Set('with for from of in on at to by without or'.split(' '));

/** English puts what describes in the singular: after a plural something new begins ("bananas apples"). */
function standsAlone(
	tokens: readonly Token[],
	from: number,
	end: number,
	isList: boolean
): boolean {
	if (end === tokens.length) return true;
	const last = lowAt(tokens, end - 1);
	if (UNITS_AFTER_NOUN.has(lowAt(tokens, tokens.length - 1))) return false;
	if (lexicon().makers.longestAt(tokens, from)?.next === end) return false;
	if (isPlural(last)) return tokens[end - 1]?.text.includes("'s") !== true;
	const isThing = STAPLES.has(last) || isPhrase(tokens, from, end);
	return isList && isThing && !JOINING_HEADS.has(lowAt(tokens, end));
}

/** "chicken breast" is a name of its own, and not only "chicken" with a word before it. */
function isPhrase(tokens: readonly Token[], from: number, end: number): boolean {
	return end - from > 1 && lexicon().names.longestAt(tokens, from, end)?.next === end;
}

/** Singular words that people list by themselves, and that rarely describe the word after them. */
const STAPLES = new Set(
	`milk bread butter cheese sugar flour salt pepper rice coffee tea juice water yogurt cereal pasta ham bacon beef
	pork chicken turkey fish tofu garlic ginger lettuce spinach broccoli celery asparagus cilantro parsley ketchup
	mustard mayo mayonnaise honey jam jelly soda beer wine ice soap shampoo toothpaste detergent bleach`.split(
		/\s+/
	)
);
