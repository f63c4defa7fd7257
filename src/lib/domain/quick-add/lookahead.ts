import { isArticle, readNumberAt } from './numbers.ts';
import type { Token } from './tokens.ts';
import { readUnitAt } from './units.ts';

/** Whether anything that can be a name, or the same amount in another unit, follows an amount. */
export function hasNameAfter(tokens: readonly Token[], at: number): boolean {
	const next = tokens[at];
	if (next === undefined) return false;
	if (next.low === ',') return isMeasureBeforeName(tokens, at + 1);
	if (next.kind === 'mark') return next.low !== ')' && at + 1 < tokens.length;
	return next.low !== 'of' || at + 1 < tokens.length;
}

/** "1 cup, 2 tbsp flour": one look ahead, never a chain of them. */
function isMeasureBeforeName(tokens: readonly Token[], at: number): boolean {
	const end = tokens[at]?.kind === 'number' ? readMeasure(tokens, at) : null;
	return end !== null && tokens[end] !== undefined && tokens[end].low !== ',';
}

/** The end of a measure ("5oz", "2 tbsp") that begins here and has a name behind it. */
export function measureEnd(tokens: readonly Token[], at: number): number | null {
	const end = readMeasure(tokens, at);
	return end !== null && hasNameAfter(tokens, end) ? end : null;
}

function readMeasure(tokens: readonly Token[], at: number): number | null {
	const number = isArticle(tokens[at]) ? null : readNumberAt(tokens, at);
	const unit = number === null ? null : readUnitAt(tokens, skipDash(tokens, number.next));
	return unit === null ? null : unit.next;
}

export function closingParenthesis(tokens: readonly Token[], at: number): number | null {
	if (tokens[at]?.low !== '(') return null;
	for (let close = at + 1; close < tokens.length && close < at + LONGEST_ASIDE; close += 1) {
		if (tokens[close]?.low === ')') return close;
	}
	return null;
}

/** A size in parentheses takes a few tokens; looking no further keeps reading linear. */
const LONGEST_ASIDE = 16;

export function skipDash(tokens: readonly Token[], at: number): number {
	return tokens[at]?.low === '-' && tokens[at]?.glued === true ? at + 1 : at;
}

export function skipOf(tokens: readonly Token[], at: number): number {
	return tokens[at]?.low === 'of' ? at + 1 : at;
}
