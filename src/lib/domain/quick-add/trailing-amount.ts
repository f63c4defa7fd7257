import { claim, createDraft, type Draft } from './draft.ts';
import { readHead } from './head.ts';
import { startsTrailingNote } from './notes.ts';
import { isArticle, readNumberAt } from './numbers.ts';
import { lowAt, type Token } from './tokens.ts';
import { BEFORE_OTHER_NUMBERS } from './words.ts';

/** An amount said after the name, and the token behind it. */
export interface TrailingAmount {
	readonly amount: Draft;
	readonly next: number;
}

/**
 * "cola 2 l", "lemons x2", "plums 2x", "eggs: 6", "flour, 10 lb bag": an amount with no name of its own. It is read as
 * any amount is, with a stand-in for the name.
 */
export function readTrailingAmount(tokens: readonly Token[], from: number): TrailingAmount | null {
	const at = skipPause(tokens, from);
	if (BEFORE_OTHER_NUMBERS.has(lowAt(tokens, at - 1)) && !TIMES.has(lowAt(tokens, at))) return null;
	if (tokens[at] === undefined || isArticle(tokens[at])) return null;
	const end = findEnd(tokens, at);
	const amount = readAmountAlone(tokens.slice(at, end));
	return amount && { amount, next: lowAt(tokens, end) === ']' ? end + 1 : end };
}

/** Words that say an amount and nothing else; null for any others. */
export function readAmountAlone(words: readonly Token[]): Draft | null {
	const from = TIMES.has(lowAt(words, 0)) ? 1 : 0;
	if (readNumberAt(words, from) === null) return null;
	const amount = createDraft('add');
	claim(amount, words, 0, from, 'quantity');
	const next = readHead([...words, STAND_IN], from, amount);
	const isAll = next === words.length && amount.quantity !== null && !amount.roles.has(STAND_IN);
	return isAll ? amount : null;
}

function skipPause(tokens: readonly Token[], at: number): number {
	return PAUSES.has(lowAt(tokens, at)) ? at + 1 : at;
}

const PAUSES = new Set([',', '-', '–', '—', ':', '[', '…']);
const TIMES = new Set(['x', '×', '*']);

/** Where the amount must end: at a pause, a parenthesis or a note. */
function findEnd(tokens: readonly Token[], at: number): number {
	let end = at + 1;
	while (end < tokens.length && end < at + LONGEST_AMOUNT) {
		if (ENDS.has(lowAt(tokens, end)) || startsTrailingNote(tokens, end)) break;
		end += 1;
	}
	return end;
}

/** "6 x 330 ml bottles" and a little more; a bound keeps reading linear. */
const LONGEST_AMOUNT = 8;
const ENDS = new Set([',', '(', ')', ']', ';']);

const STAND_IN: Token = {
	kind: 'word',
	text: '',
	low: '',
	keys: [''],
	value: Number.NaN,
	index: -1,
	start: 0,
	end: 0,
	glued: false
};
