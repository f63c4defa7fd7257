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
	const names = readNames(tokens, start);
	// After an amount the words are more likely one thing: "2 tsp pepper jelly".
	const isCounted = head.quantity !== null;
	const isList = !isCounted && (amongOthers || names.length > 2 || areAllPhrases(names));
	const ends = names.filter((name, index) => endsItem(tokens, name, names[index + 1], isList));
	// In a long list two names may be one thing; in a short one it is all or nothing.
	if (ends.length < 2 || (names.length < LONG_LIST && ends.length < names.length)) return whole;
	return ends.map(({ end }, index) => tokens.slice(ends[index - 1]?.end ?? 0, end));
}

const LONG_LIST = 4;

interface Name {
	readonly from: number;
	readonly end: number;
}

/** The known names that make up the words, one after the other; none when words are left over. */
function readNames(tokens: readonly Token[], start: number): Name[] {
	const names: Name[] = [];
	for (let from = start; from < tokens.length;) {
		const end = nameEnd(tokens, from) ?? describedNameEnd(tokens, from);
		if (end === null) return [];
		names.push({ from, end });
		from = end;
	}
	return names;
}

/** "sharp cheddar": one word that is no name, before one that is. */
function describedNameEnd(tokens: readonly Token[], at: number): number | null {
	const token = tokens[at];
	return token?.kind === 'word' && !LINKS.has(token.low) ? nameEnd(tokens, at + 1) : null;
}

const LINKS = new Set('and with for from of in on at to by without or'.split(' '));

/** Whether an item ends with this name, or goes on with the next one ("tomato" and "soup"). */
function endsItem(
	tokens: readonly Token[],
	{ from, end }: Name,
	next: Name | undefined,
	isList: boolean
): boolean {
	if (next === undefined) return true;
	const last = lowAt(tokens, end - 1);
	if (UNITS_AFTER_NOUN.has(lowAt(tokens, tokens.length - 1))) return false;
	if (lexicon().makers.longestAt(tokens, from)?.next === end) return false;
	// English puts what describes in the singular: after a plural something new begins ("bananas apples").
	if (isPlural(last)) return tokens[end - 1]?.text.includes("'s") !== true;
	if (!isList) return false;
	if (JOINING_HEADS.has(last) || !lexicon().modifiers.has(last)) return true;
	return !JOINING_HEADS.has(lowAt(tokens, end)) && (end - from > 1 || STAPLES.has(last));
}

/** "paper towels dish soap": two names of two words are hardly one thing. */
function areAllPhrases(names: readonly Name[]): boolean {
	return names.every(({ from, end }) => end - from > 1);
}

/** Words that people list by themselves, though they describe other things too: "milk", but "milk chocolate". */
const STAPLES = new Set(
	`milk bread butter cheese sugar flour salt pepper rice coffee tea juice water yogurt cereal pasta ham bacon beef
	pork chicken turkey fish tofu garlic ginger lettuce spinach broccoli celery asparagus cilantro parsley ketchup
	mustard mayo mayonnaise honey jam jelly soda beer wine ice soap shampoo toothpaste detergent bleach corn candy
	tuna salmon shrimp spaghetti oil cake charcoal`.split(/\s+/)
);
