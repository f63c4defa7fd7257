import { readMore, readSameAgain, readUpperEnd } from './amount-rest.ts';
import { claim, type Draft } from './draft.ts';
import { hasNameAfter, skipDash, skipOf } from './lookahead.ts';
import { isLength } from './measure-text.ts';
import { readNumberAt } from './numbers.ts';
import { readHolder, readPackSize, readSize } from './packs.ts';
import { lowAt, type Token } from './tokens.ts';
import { readUnitAt, startsAmountLikeName } from './units.ts';
import { BEFORE_UNIT, COUNTED_KINDS, SIZES, VAGUE_UNITS } from './words.ts';

/**
 * Reads the amount an item begins with: "2", "3 lbs", "2 x 400g tins", "a 5 lb bag of", "pinch of".
 * @returns the first token of the name.
 */
export function readHead(tokens: readonly Token[], from: number, draft: Draft): number {
	if (startsAmountLikeName(tokens, from)) return from;
	const number = readNumberAt(tokens, skipFactor(tokens, from));
	if (number === null) return readBareUnit(tokens, from, draft);
	if (number.next >= tokens.length || (number.value > 1 && describesKind(tokens, number.next)))
		return from;
	const piece = readPiece(tokens, from, number.next, draft);
	if (piece !== null) return piece;
	draft.quantity = number.value;
	draft.quantityMax = number.max;
	claim(draft, tokens, from, number.next, 'quantity');
	const size = readSize(tokens, skipTimes(tokens, number.next, draft), draft);
	const unit = draft.unit === null ? readUnit(tokens, size, draft) : size;
	const again = readSameAgain(tokens, unit, draft);
	const holder = size === number.next ? readHolder(tokens, from, again, draft) : again;
	return skipOf(tokens, readEach(tokens, readSameAgain(tokens, holder, draft), draft));
}

/** "1 tsp each salt and pepper": so much of every one. */
function readEach(tokens: readonly Token[], at: number, draft: Draft): number {
	if (lowAt(tokens, at) !== 'each' || !hasNameAfter(tokens, at + 1)) return at;
	draft.isOfEach = true;
	return lowAt(tokens, at + 1) === ':' ? at + 2 : at + 1;
}

/** "x2 bread" is two of it. */
function skipFactor(tokens: readonly Token[], at: number): number {
	const isFactor = TIMES.has(lowAt(tokens, at)) && tokens[at + 1]?.glued === true;
	return isFactor ? at + 1 : at;
}

const TIMES = new Set(['x', '×', '*']);

/** "5 bean chili", "3 in 1 oil": the number says which, not how many. */
function describesKind(tokens: readonly Token[], at: number): boolean {
	const afterDash = tokens[at]?.low === '-' ? at + 1 : at;
	if (/^in-\d+$/.test(lowAt(tokens, afterDash))) return true;
	if (lowAt(tokens, at) === 'in' && readNumberAt(tokens, at + 1) !== null) return true;
	return COUNTED_KINDS.has(lowAt(tokens, afterDash)) && tokens[afterDash + 1]?.kind === 'word';
}

/** "a 1-inch piece of ginger": one piece, and the number is its length. */
function readPiece(
	tokens: readonly Token[],
	from: number,
	at: number,
	draft: Draft
): number | null {
	const dimension = skipDash(tokens, at);
	if (!isLength(tokens[dimension])) return null;
	const unitFrom = readOtherLength(tokens, dimension + 1);
	const unit = readUnitAt(tokens, unitFrom);
	if (unit === null || !hasNameAfter(tokens, unit.next)) return null;
	claim(draft, tokens, from, unitFrom, 'note');
	claim(draft, tokens, unitFrom, unit.next, 'unit');
	draft.quantity = 1;
	draft.unit = unit.unit;
	return skipOf(tokens, readSameAgain(tokens, unit.next, draft));
}

/** "2.5cm/1in" says one length twice. */
function readOtherLength(tokens: readonly Token[], at: number): number {
	const number = lowAt(tokens, at) === '/' ? readNumberAt(tokens, at + 1) : null;
	const end = number === null ? at : skipDash(tokens, number.next);
	return isLength(tokens[end]) || lowAt(tokens, end) === 'in' ? end + 1 : at;
}

/** "box of straws" and "handful grapes" are one of them. */
function readBareUnit(tokens: readonly Token[], from: number, draft: Draft): number {
	const sizes = skipSizes(tokens, from);
	const unit = readUnitAt(tokens, sizes);
	const after = unit === null ? undefined : tokens[unit.next];
	if (unit === null || after === undefined) return from;
	const isSaid = after.low === 'of' && unit.next + 1 < tokens.length;
	if (!isSaid && !(VAGUE_UNITS.has(lowAt(tokens, sizes)) && after.kind === 'word')) return from;
	draft.quantity = 1;
	draft.unit = unit.unit;
	claim(draft, tokens, from, sizes, 'note');
	claim(draft, tokens, sizes, unit.next, 'unit');
	return skipOf(tokens, readMore(tokens, unit.next, draft));
}

/** "2 x 400g" and "2x cola". */
function skipTimes(tokens: readonly Token[], at: number, draft: Draft): number {
	if (!TIMES.has(lowAt(tokens, at)) || at + 1 >= tokens.length) return at;
	claim(draft, tokens, at, at + 1, 'quantity');
	return at + 1;
}

function readUnit(tokens: readonly Token[], from: number, draft: Draft): number {
	const dashed = skipAnyDash(tokens, from);
	if (isCountWord(tokens[dashed]) && dashed + 1 < tokens.length) {
		claim(draft, tokens, dashed, dashed + 1, 'quantity');
		return dashed + 1;
	}
	const at = skipSizes(tokens, dashed);
	const unit = readUnitAt(tokens, at);
	const namesSomething = unit !== null && hasNameAfter(tokens, unit.next);
	if (!namesSomething) return claimSizes(tokens, dashed, draft);
	claim(draft, tokens, dashed, at, 'note');
	claim(draft, tokens, at, unit.next, 'unit');
	draft.unit = unit.unit;
	readPackSize(tokens[at], draft);
	return claimSizes(tokens, readUpperEnd(tokens, readMore(tokens, unit.next, draft), draft), draft);
}

/** "12-oz", and the stray dash of "3–4 — tablespoons". */
function skipAnyDash(tokens: readonly Token[], at: number): number {
	const isStray = /^[-–—]$/.test(lowAt(tokens, at)) && readUnitAt(tokens, at + 1) !== null;
	return isStray ? at + 1 : skipDash(tokens, at);
}

function claimSizes(tokens: readonly Token[], from: number, draft: Draft): number {
	let at = from;
	for (;;) {
		const size = BEFORE_SIZE.has(lowAt(tokens, at)) && at + 1 < tokens.length ? at + 1 : at;
		if (!isSize(lowAt(tokens, size)) || !hasNameAfter(tokens, size + 1)) break;
		at = size + 1;
	}
	claim(draft, tokens, from, at, 'note');
	return at;
}

/** "extra large", "small to medium" */
const BEFORE_SIZE = new Set(['extra', 'to', 'or']);

/** "large", "thumb-sized" */
function isSize(low: string): boolean {
	return SIZES.has(low) || /.-sized?$/.test(low);
}

function skipSizes(tokens: readonly Token[], from: number): number {
	let at = from;
	while (at < from + 3 && (BEFORE_UNIT.has(lowAt(tokens, at)) || isSize(lowAt(tokens, at)))) {
		at += 1;
	}
	return at;
}

function isCountWord(token: Token | undefined): boolean {
	return token?.low === 'ct' || token?.low === 'count';
}
