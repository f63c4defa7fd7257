import { claim, takeAmount, type Draft } from './draft.ts';
import { isMeasureText } from './measure-text.ts';
import { startsNoteAfterComma } from './notes.ts';
import { skipPreparations } from './preparations.ts';
import type { Token } from './tokens.ts';
import { readAmountAlone } from './trailing-amount.ts';
import { readUnitAt } from './units.ts';

/**
 * Words in parentheses are a note already; here they become what they really are: an amount ("oats (2 cups)"), a
 * unit ("strawberries (cartons)") or a word in the middle of a name ("roma (plum) tomato").
 */
export function readAside(tokens: readonly Token[], from: number, to: number, draft: Draft): void {
	const amount = draft.quantity === null ? readAmountAlone(tokens.slice(from, to)) : null;
	if (amount !== null) takeAmount(draft, amount);
	else if (draft.quantity !== null && draft.unit === null) readUnit(tokens, from, to, draft);
	if (isInsideName(tokens, from, to)) claim(draft, tokens, from, to, 'name');
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

/** A few words without numbers, and more of the name behind them. */
function isInsideName(tokens: readonly Token[], from: number, to: number): boolean {
	const after = tokens[to + 1];
	if (after?.kind !== 'word' || to - from > LONGEST_SYNONYM || startsNoteAfterComma(tokens, to + 1))
		return false;
	const inside = tokens.slice(from, to);
	return (
		inside.every(({ kind }) => kind === 'word') &&
		skipPreparations(tokens, from) === from &&
		!isMeasureText(tokens, from, to)
	);
}

const LONGEST_SYNONYM = 3;
