import { phraseList } from './phrases.ts';
import { lowAt, type Token } from './tokens.ts';

/** Where a list or a store is named: "to my shopping list", "the grocery list for the week", "from walmart". */
export interface ListMention {
	readonly next: number;
	/** The word before it that says what happens: "on", "to", "off", "from"; null for "my list" alone. */
	readonly preposition: string | null;
}

/** A mention of the list that begins at `at`, with its preposition if it has one. */
export function readListAt(tokens: readonly Token[], at: number): ListMention | null {
	const preposition = readPreposition(tokens, at);
	const from = preposition === null ? at : preposition.next;
	const end =
		readListNoun(tokens, from) ??
		(preposition === null ? null : readPlace(tokens, from, preposition.word));
	if (end === null) return null;
	return { next: readListTail(tokens, end), preposition: preposition?.word ?? null };
}

interface Preposition {
	readonly word: string;
	readonly next: number;
}

function readPreposition(tokens: readonly Token[], at: number): Preposition | null {
	const word = lowAt(tokens, at);
	const next = lowAt(tokens, at + 1);
	if (word === 'back' && PREPOSITIONS.has(next)) return { word: next, next: at + 2 };
	if (!PREPOSITIONS.has(word)) return null;
	const isDouble = next === 'of' || next === 'from' || next === 'to' || next === 'on';
	return { word, next: isDouble ? at + 2 : at + 1 };
}

const PREPOSITIONS = new Set('to on onto in into from off out for at of within with'.split(' '));

/** "my shopping list", "all lists", "the to buy list", "list"; up to four words before the noun. */
function readListNoun(tokens: readonly Token[], from: number): number | null {
	const hasDeterminer = LIST_DETERMINERS.has(lowAt(tokens, from));
	let at = hasDeterminer ? from + 1 : from;
	const limit = at + LONGEST_LIST_NAME;
	for (; at <= limit; at += 1) {
		const token = tokens[at];
		if (token?.kind !== 'word') return null;
		if (LIST_NOUNS.has(token.low)) return at + 1;
		if (!isListWord(tokens, at, hasDeterminer)) return null;
	}
	return null;
}

const LONGEST_LIST_NAME = 4;
const LIST_DETERMINERS = new Set('my the our this that a an your all any every another'.split(' '));
const LIST_NOUNS = new Set('list lists cart basket trolley checklist'.split(' '));
const LIST_KINDS = new Set(
	`shopping grocery groceries grocerys store supermarket market food kitchen pantry weekly family purchase buying buy
	pick up todo to-buy to-do new current whole entire party walmart target costco household christmas`.split(
		/\s+/
	)
);

/** After "my" any word may be a list's name ("my costco list"); without it only a word that says so. */
function isListWord(tokens: readonly Token[], at: number, hasDeterminer: boolean): boolean {
	const low = lowAt(tokens, at);
	if (low === 'to') return TO_BUY.has(lowAt(tokens, at + 1));
	return LIST_KINDS.has(low) || (hasDeterminer && !STOPS.has(low));
}

const TO_BUY = new Set(['buy', 'do', 'get', 'purchase', 'shop']);
const STOPS = new Set(
	'and or but is are of on onto in into to out at from off for with please add remove put if it list'.split(
		' '
	)
);

/** "remove it from groceries", "get cheese from the store", "put it on there". */
function readPlace(tokens: readonly Token[], from: number, preposition: string): number | null {
	const isThat = isEnd(tokens[from + 1]);
	const at = LIST_DETERMINERS.has(lowAt(tokens, from)) && !isThat ? from + 1 : from;
	const low = lowAt(tokens, at);
	if (PLACES.has(low) && tokens[at + 1]?.kind !== 'word') return at + 1;
	if (STORES.has(low) && preposition !== 'of') return at + 1;
	if (preposition === 'with') return null;
	const isPronoun = POINTERS.has(low) || low === 'that' || low === 'this';
	if (preposition === 'for' || preposition === 'of' || !isPronoun) return null;
	if (POINTERS.has(low)) return at + 1;
	return isEnd(tokens[at + 1]) ? at + 1 : null;
}

function isEnd(token: Token | undefined): boolean {
	return token === undefined || token.kind === 'mark';
}

const PLACES = new Set('grocery groceries shopping'.split(' '));
const STORES = new Set('store shop supermarket market walmart'.split(' '));
const POINTERS = new Set('it there that them here'.split(' '));

/** "for shopping", "for the store", "app", "right now". */
function readListTail(tokens: readonly Token[], from: number): number {
	let at = from;
	if (tokens[at]?.low === 'app') at += 1;
	at = LIST_CONTENTS.longestAt(tokens, at)?.next ?? at;
	const after =
		tokens[at]?.low === 'for' && LIST_DETERMINERS.has(lowAt(tokens, at + 1)) ? at + 2 : at + 1;
	if (tokens[at]?.low === 'for' && LIST_PURPOSES.has(lowAt(tokens, after))) at = after + 1;
	return at;
}

const LIST_CONTENTS = phraseList(
	'of things|of things to buy|of things to get|of stuff|of stuff to buy|of items|of items to buy|of groceries|right now'
);

const LIST_PURPOSES = new Set('shopping groceries grocery store today tomorrow week'.split(' '));
