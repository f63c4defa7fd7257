import { choiceEnd } from './alternatives.ts';
import { isPlural } from './fold.ts';
import { isName, lexicon, nameEnd } from './lexicon.ts';
import { startsNoteAfterComma, startsTrailingNote } from './notes.ts';
import { isArticle, readNumberAt } from './numbers.ts';
import { lowAt, type Token } from './tokens.ts';
import { skipPreparations } from './preparations.ts';
import { separatorEnd } from './separators.ts';
import { readTrailingAmount } from './trailing-amount.ts';
import { readUnitAt, startsAmountLikeName } from './units.ts';
import {
	ADJECTIVES,
	BEFORE_OTHER_NUMBERS,
	CLOSERS,
	COUNTED_KINDS,
	DETERMINERS,
	JOINING_HEADS
} from './words.ts';

/** What is known of the item that a cut would end. */
export interface PartState {
	readonly from: number;
	/** The first token after its amount. */
	readonly headEnd: number;
	readonly hasAmount: boolean;
	/** Tokens before this one belong together: an amount, a name that holds "and". */
	wholeUntil: number;
	/** It has a word that can stand for a thing, not only adjectives. */
	hasNoun: boolean;
	inNote: boolean;
	/** The note says what the item is for: "chips for the party". */
	inPurpose: boolean;
	inAside: boolean;
	/** "herbs, such as mint, dill or sage": what follows are examples. */
	inExamples: boolean;
}

/** Whether one item ends before the token and another begins at it, or after it when it is a separator. */
export function cutsAt(tokens: readonly Token[], at: number, state: PartState): boolean {
	const token = tokens[at];
	if (token === undefined || token.kind === 'quoted') return false;
	if (ALWAYS.has(token.low)) return true;
	if (token.low === ',') return cutsAtComma(tokens, at, state);
	const next = separatorEnd(tokens, at);
	if (next !== null) return cutsAtAnd(tokens, at, next, state);
	return (
		state.hasNoun &&
		!state.inNote &&
		startsNextAmount(tokens, at) &&
		!isAmountOfBefore(tokens, at, state)
	);
}

/** Marks that never stand inside a name or a note. */
const ALWAYS = new Set([';', '|', '•', '·', '●', '▪', '◦', '‣']);

function cutsAtComma(tokens: readonly Token[], at: number, state: PartState): boolean {
	const next = separatorEnd(tokens, at + 1) ?? at + 1;
	if (!namesSomething(tokens, at, next, state)) return false;
	const choice = state.hasAmount && !state.inNote ? choiceEnd(tokens, at) : null;
	if (choice !== null) {
		state.wholeUntil = choice;
		return false;
	}
	if (state.inExamples && !startsAmount(tokens, next)) return false;
	if (startsNoteAfterComma(tokens, at + 1)) {
		state.inNote = true;
		state.inExamples = startsExamples(tokens, at + 1);
	} else if (startsAmount(tokens, next) && !isAmountOfBefore(tokens, at, state)) return true;
	else if (isLoneNumber(tokens, next) || startsNoteAfterComma(tokens, next)) state.inNote = true;
	else return true;
	return false;
}

/** "such as" and "like" are followed by names that nobody asked for. */
export function startsExamples(tokens: readonly Token[], at: number): boolean {
	const low = lowAt(tokens, at);
	return low === 'like' || (low === 'such' && lowAt(tokens, at + 1) === 'as');
}

function cutsAtAnd(tokens: readonly Token[], at: number, next: number, state: PartState): boolean {
	if (next >= tokens.length || tokens[next]?.low === '/') return false;
	if (startsNoteAfterAnd(tokens, next) || startsTrailingNote(tokens, at)) {
		state.inNote = true;
		return false;
	}
	if (startsAmount(tokens, next)) return state.hasNoun;
	if (state.inNote) return state.inPurpose && startsKnownName(tokens, next);
	if (!namesSomething(tokens, at, next, state)) return false;
	const joinedEnd = sharedHeadEnd(tokens, at, state);
	if (joinedEnd === null) return true;
	state.wholeUntil = joinedEnd;
	return false;
}

/** "chips for the party and soda": a known name behind a purpose is an item again. */
function startsKnownName(tokens: readonly Token[], at: number): boolean {
	const end = nameEnd(tokens, at);
	return end !== null && tokens[end]?.kind !== 'word';
}

function startsNoteAfterAnd(tokens: readonly Token[], at: number): boolean {
	const low = tokens[at]?.low;
	return low === 'more' || low === 'extra' || low === 'additional'
		? startsTrailingNote(tokens, at - 1)
		: skipPreparations(tokens, at) === tokens.length;
}

/** The words so far name a thing: a noun, or an adjective that is one too ("orange, milk"). */
function namesSomething(
	tokens: readonly Token[],
	at: number,
	next: number,
	state: PartState
): boolean {
	if (state.hasNoun) return true;
	return isName(tokens, state.headEnd, at) && !ADJECTIVES.has(lowAt(tokens, next));
}

/** An amount that something follows: "2 eggs", "a loaf of rye"; not "1 inch thick", not a number at the end. */
function startsAmount(tokens: readonly Token[], at: number): boolean {
	if (startsAmountLikeName(tokens, at)) return true;
	const number = readNumberAt(tokens, at);
	if (number === null) return false;
	const unit = readUnitAt(tokens, number.next);
	const after = tokens[unit?.next ?? number.next];
	return after !== undefined && after.low !== ',' && !isDimension(tokens, number.next);
}

/** "flour, 10 lb bag": said last and meant for what came before. */
function isAmountOfBefore(tokens: readonly Token[], at: number, state: PartState): boolean {
	return !state.hasAmount && readTrailingAmount(tokens, at) !== null;
}

function isDimension(tokens: readonly Token[], at: number): boolean {
	const dashed = tokens[at]?.low === '-' ? at + 1 : at;
	return DIMENSIONS.has(lowAt(tokens, dashed));
}

const DIMENSIONS = new Set(['inch', 'inches', 'cm', 'mm', 'percent']);

/** "milk, 2": said last and meant for what came before. */
function isLoneNumber(tokens: readonly Token[], at: number): boolean {
	return !isArticle(tokens[at]) && readNumberAt(tokens, at) !== null;
}

/** Without a comma: "3 apples 2 pears", "milk a loaf of bread". */
function startsNextAmount(tokens: readonly Token[], at: number): boolean {
	const number = readNumberAt(tokens, at);
	if (number === null || BEFORE_OTHER_NUMBERS.has(lowAt(tokens, at - 1))) return false;
	if (COUNTED_KINDS.has(lowAt(tokens, number.next)) || isDimension(tokens, number.next))
		return false;
	const unit = readUnitAt(tokens, number.next);
	if (isArticle(tokens[at]) && unit === null) return false;
	const after = tokens[unit?.next ?? number.next];
	return (
		after?.kind === 'word' &&
		after.low !== 'x' &&
		!startsTrailingNote(tokens, unit?.next ?? number.next)
	);
}

/** "ham and cheese sandwich" is one thing, "milk and potato chips" two: the second pair is not itself a name. */
function sharedHeadEnd(tokens: readonly Token[], at: number, state: PartState): number | null {
	const left = tokens[at - 1];
	if (DETERMINERS.has(lowAt(tokens, at + 1))) return null;
	if (left === undefined || isPlural(left.low) || at - state.headEnd > 3) return null;
	let end = at + 1;
	while (end < at + LONGEST_SHARED && isInside(tokens, end)) end += 1;
	if (end - at <= 2) return null;
	const hasHead = JOINING_HEADS.has(lowAt(tokens, end - 1));
	const isFlavor = endsFlavor(tokens, at, end);
	if (hasHead && isFlavor) return end;
	return (hasHead || isFlavor) && !isName(tokens, at + 1, end) ? end : null;
}

function isInside(tokens: readonly Token[], at: number): boolean {
	return (
		tokens[at]?.kind === 'word' &&
		separatorEnd(tokens, at) === null &&
		!startsTrailingNote(tokens, at) &&
		!CLOSERS.has(lowAt(tokens, at))
	);
}

/** "cheese and onion" in "cheese and onion crisps", with the word after it before `end`. */
function endsFlavor(tokens: readonly Token[], at: number, end: number): boolean {
	for (let from = at - 1; from >= Math.max(0, at - 3); from -= 1) {
		const flavor = lexicon().flavors.longestAt(tokens, from);
		if (flavor !== null && flavor.next > at + 1 && flavor.next < end) return true;
	}
	return false;
}

const LONGEST_SHARED = 6;
