import { claim, takeAmount, type Draft } from './draft.ts';
import { isMeasureText } from './measure-text.ts';
import { startsNoteAfterComma, startsTrailingNote } from './notes.ts';
import { skipPreparations } from './preparations.ts';
import { lowAt, type Token } from './tokens.ts';
import { readAmountAlone } from './trailing-amount.ts';
import { readUnitAt } from './units.ts';
import { describes, DETERMINERS } from './words.ts';

/**
 * Words in parentheses are a note already; here they become what they really are: an amount ("oats (2 cups)"), a
 * unit ("strawberries (cartons)") or a word in the middle of a name ("roma (plum) tomato").
 */
export function readAside(tokens: readonly Token[], from: number, to: number, draft: Draft): void {
	const amount = draft.quantity === null ? readAmountAlone(tokens.slice(from, to)) : null;
	if (amount !== null) takeAmount(draft, amount);
	else if (draft.quantity !== null && draft.unit === null) readUnit(tokens, from, to, draft);
	if (isInsideName(tokens, from, to)) claim(draft, tokens, from, to, 'name');
	else if (isSynonym(tokens, from, to)) claim(draft, tokens, from - 1, to + 1, 'name');
}

function readUnit(tokens: readonly Token[], from: number, to: number, draft: Draft): void {
	const unit = readUnitAt(tokens, from);
	const isAll =
		unit !== null &&
		(unit.next === to || (tokens[unit.next]?.low === 'of' && unit.next + 1 === to));
	if (!isAll) return;
	draft.unit = unit.unit;
	claim(draft, tokens, from, unit.next, 'unit');
}

/** "roma (plum) tomato": a few words, and more of the name behind them. */
function isInsideName(tokens: readonly Token[], from: number, to: number): boolean {
	const after = tokens[to + 1];
	return (
		after?.kind === 'word' &&
		!startsNoteAfterComma(tokens, to + 1) &&
		!startsTrailingNote(tokens, to + 1) &&
		isPlainWords(tokens, from, to)
	);
}

/** "scallions (green onions)": the same thing by another name. */
function isSynonym(tokens: readonly Token[], from: number, to: number): boolean {
	const first = tokens[from];
	const last = lowAt(tokens, to - 1);
	return (
		to - from > 1 &&
		isPlainWords(tokens, from, to) &&
		!DETERMINERS.has(first?.low ?? '') &&
		!startsNoteAfterComma(tokens, from) &&
		!startsTrailingNote(tokens, from) &&
		!/(?:ed|ing)$/.test(first?.low ?? '') &&
		!/(?:ed|ing|ly)$/.test(last) &&
		!describes(last) &&
		!tokens.slice(from, to).some(({ low }) => NOT_IN_NAMES.has(low))
	);
}

const NOT_IN_NAMES = new Set(
	`the a an one ones is are if or and of to for in on at with without from by not no optional brand style size
	follows page recipe temperature you your i we it them desired needed kind type`.split(/\s+/)
);

function isPlainWords(tokens: readonly Token[], from: number, to: number): boolean {
	return (
		to - from <= LONGEST_SYNONYM &&
		tokens.slice(from, to).every(({ kind, low }) => kind === 'word' && !/\d/.test(low)) &&
		skipPreparations(tokens, from) === from &&
		!isMeasureText(tokens, from, to)
	);
}

const LONGEST_SYNONYM = 3;
