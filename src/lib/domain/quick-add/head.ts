import { claim, type Draft } from './draft.ts';
import { isMeasureText } from './measure-text.ts';
import { isArticle, readAndFractionAt, readNumberAt } from './numbers.ts';
import type { Token } from './tokens.ts';
import { isMeasure, readUnitAt, startsAmountLikeName, type UnitRead } from './units.ts';
import { BEFORE_UNIT, COUNTED_KINDS, SIZES, VAGUE_UNITS } from './words.ts';

/**
 * Reads the amount an item begins with: "2", "3 lbs", "2 x 400g tins", "a 5 lb bag of", "pinch of".
 * @returns the first token of the name.
 */
export function readHead(tokens: readonly Token[], from: number, draft: Draft): number {
	if (startsAmountLikeName(tokens, from)) return from;
	const number = readNumberAt(tokens, from);
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
	const container = size === number.next ? readHolder(tokens, from, unit, draft) : unit;
	return skipOf(tokens, readSameAgain(tokens, container, draft));
}

/** "3 bean salad": the number says which, not how many. */
function describesKind(tokens: readonly Token[], at: number): boolean {
	const afterDash = tokens[at]?.low === '-' ? at + 1 : at;
	return COUNTED_KINDS.has(tokens[afterDash]?.low ?? '') && tokens[afterDash + 1]?.kind === 'word';
}

/** "a 1-inch piece of ginger": one piece, and the number is its length. */
function readPiece(
	tokens: readonly Token[],
	from: number,
	at: number,
	draft: Draft
): number | null {
	const dimension = skipDash(tokens, at);
	if (!DIMENSIONS.has(tokens[dimension]?.low ?? '')) return null;
	const unit = readUnitAt(tokens, dimension + 1);
	if (unit === null || !hasNameAfter(tokens, unit.next)) return null;
	claim(draft, tokens, from, dimension + 1, 'note');
	claim(draft, tokens, dimension + 1, unit.next, 'unit');
	draft.quantity = 1;
	draft.unit = unit.unit;
	return skipOf(tokens, readSameAgain(tokens, unit.next, draft));
}

const DIMENSIONS = new Set(['inch', 'inches', 'cm', 'mm']);

/** "box of tissues" and "handful grapes" are one of them. */
function readBareUnit(tokens: readonly Token[], from: number, draft: Draft): number {
	const sizes = skipSizes(tokens, from);
	const unit = readUnitAt(tokens, sizes);
	const after = unit === null ? undefined : tokens[unit.next];
	if (unit === null || after === undefined) return from;
	const isSaid = after.low === 'of' && unit.next + 1 < tokens.length;
	if (!isSaid && !(VAGUE_UNITS.has(tokens[sizes]?.low ?? '') && after.kind === 'word')) return from;
	draft.quantity = 1;
	draft.unit = unit.unit;
	claim(draft, tokens, from, sizes, 'note');
	claim(draft, tokens, sizes, unit.next, 'unit');
	return skipOf(tokens, readMore(tokens, unit.next, draft));
}

/** "2 x 400g" and "2x milk". */
function skipTimes(tokens: readonly Token[], at: number, draft: Draft): number {
	const low = tokens[at]?.low;
	if ((low !== 'x' && low !== '×') || at + 1 >= tokens.length) return at;
	claim(draft, tokens, at, at + 1, 'quantity');
	return at + 1;
}

/** What one of the things counted holds or weighs: "(8 ounce)", "12-oz", "400g". */
function readSize(tokens: readonly Token[], at: number, draft: Draft): number {
	const close = closingParenthesis(tokens, at);
	if (close !== null && isMeasureText(tokens, at + 1, close)) {
		claim(draft, tokens, at + 1, close, 'note');
		return close + 1;
	}
	const number = isArticle(tokens[at]) ? null : readNumberAt(tokens, at);
	const unit = number === null ? null : readUnitAt(tokens, skipDash(tokens, number.next));
	if (unit === null || unit.next >= tokens.length) return at;
	if (isMeasure(unit.unit)) claim(draft, tokens, at, unit.next, 'note');
	else claimPack(tokens, at, unit, draft);
	return skipDash(tokens, unit.next);
}

/** "two 12 packs of soda": two packages, and 12 is what each holds. */
function claimPack(tokens: readonly Token[], from: number, unit: UnitRead, draft: Draft): void {
	claim(draft, tokens, from, unit.next - 1, 'note');
	claim(draft, tokens, unit.next - 1, unit.next, 'unit');
	draft.unit = unit.unit;
}

function readUnit(tokens: readonly Token[], from: number, draft: Draft): number {
	const dashed = skipDash(tokens, from);
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

/** "12 pack of soda" is one package; "2 packs of rice" are two. */
export function readPackSize(unit: Token | undefined, draft: Draft): void {
	const isSingular = unit?.low === 'pack' || unit?.low === 'pk';
	if (!isSingular || draft.quantity === null || draft.quantity < SMALLEST_PACK) return;
	draft.quantity = 1;
	draft.quantityMax = null;
	for (const [token, role] of draft.roles) if (role === 'quantity') draft.roles.set(token, 'note');
}

/** People who want two of a thing say "2 pack" now and then; nobody says "6 pack" and means six. */
const SMALLEST_PACK = 3;

/** "a pound and a half", "a dozen and a half", "a dozen cans". */
function readMore(tokens: readonly Token[], at: number, draft: Draft): number {
	const fraction = readAndFractionAt(tokens, at);
	const endsAmount = fraction !== null && readUnitAt(tokens, fraction.next) === null;
	if (fraction !== null && endsAmount && draft.quantity !== null) {
		claim(draft, tokens, at, fraction.next, 'quantity');
		draft.quantity += fraction.value;
		return fraction.next;
	}
	const container = draft.unit === 'dozen' ? readUnitAt(tokens, at) : null;
	if (container === null || isMeasure(container.unit) || draft.quantity === null) return at;
	claim(draft, tokens, at - 1, at, 'quantity');
	claim(draft, tokens, at, container.next, 'unit');
	draft.quantity *= 12;
	draft.unit = container.unit;
	return container.next;
}

/** "5 oz to 7 oz": the same unit again after the larger number. */
function readUpperEnd(tokens: readonly Token[], at: number, draft: Draft): number {
	if (!UPPER_LINKS.has(tokens[at]?.low ?? '') || draft.quantity === null) return at;
	const number = readNumberAt(tokens, at + 1);
	const unit = number === null ? null : readUnitAt(tokens, number.next);
	if (number === null || unit?.unit !== draft.unit || number.value <= draft.quantity) return at;
	draft.quantityMax = number.value;
	claim(draft, tokens, at + 1, number.next, 'quantity');
	claim(draft, tokens, number.next, unit.next, 'unit');
	return unit.next;
}

const UPPER_LINKS = new Set(['-', '–', 'to']);

/** "a 5 lb bag of", "16 oz jar": one container, and the measure is its size. */
function readHolder(tokens: readonly Token[], from: number, at: number, draft: Draft): number {
	if (draft.unit === null || !isMeasure(draft.unit) || KITCHEN.has(draft.unit)) return at;
	const dashed = skipDash(tokens, at);
	const holder = readUnitAt(tokens, dashed);
	if (holder === null || !HOLDERS.has(holder.unit) || !hasNameAfter(tokens, holder.next)) return at;
	claim(draft, tokens, from, at, 'note');
	claim(draft, tokens, dashed, holder.next, 'unit');
	draft.quantity = 1;
	draft.quantityMax = null;
	draft.unit = holder.unit;
	return holder.next;
}

const HOLDERS: ReadonlySet<string> = new Set(
	'bag bar block bottle box can carton case container jar jug loaf package piece roll tray tube'.split(
		' '
	)
);
const KITCHEN: ReadonlySet<string> = new Set(['cup', 'tsp', 'tbsp']);

/** The same amount in other words, or the rest of it: "150g/5oz", "1 cup (175 g)", "1 cup plus 2 tbsp". */
function readSameAgain(tokens: readonly Token[], from: number, draft: Draft): number {
	if (draft.unit === null) return from;
	let at = from;
	for (;;) {
		const close = closingParenthesis(tokens, at);
		const inner = close === null ? skipLink(tokens, at) : at + 1;
		const end = close ?? measureEnd(tokens, inner);
		if (end === null || !isMeasureText(tokens, inner, end)) return at;
		claim(draft, tokens, inner, end, 'note');
		at = close === null ? end : end + 1;
	}
}

function measureEnd(tokens: readonly Token[], at: number): number | null {
	const number = isArticle(tokens[at]) ? null : readNumberAt(tokens, at);
	const unit = number === null ? null : readUnitAt(tokens, skipDash(tokens, number.next));
	return unit !== null && hasNameAfter(tokens, unit.next) ? unit.next : null;
}

function skipLink(tokens: readonly Token[], at: number): number {
	return LINKS.has(tokens[at]?.low ?? '') ? at + 1 : at;
}

const LINKS = new Set(['/', '+', ',', 'plus', 'and', 'or', '-', '–']);

function closingParenthesis(tokens: readonly Token[], at: number): number | null {
	if (tokens[at]?.low !== '(') return null;
	for (let close = at + 1; close < tokens.length && close < at + LONGEST_ASIDE; close += 1) {
		if (tokens[close]?.low === ')') return close;
	}
	return null;
}

/** A size in parentheses takes a few tokens; looking no further keeps reading linear. */
const LONGEST_ASIDE = 16;

function claimSizes(tokens: readonly Token[], from: number, draft: Draft): number {
	let at = from;
	for (;;) {
		const size = tokens[at]?.low === 'extra' ? at + 1 : at;
		if (!SIZES.has(tokens[size]?.low ?? '') || !hasNameAfter(tokens, size + 1)) break;
		at = size + 1;
	}
	claim(draft, tokens, from, at, 'note');
	return at;
}

function skipSizes(tokens: readonly Token[], from: number): number {
	let at = from;
	while (
		at < from + 3 &&
		(BEFORE_UNIT.has(tokens[at]?.low ?? '') || SIZES.has(tokens[at]?.low ?? ''))
	) {
		at += 1;
	}
	return at;
}

function hasNameAfter(tokens: readonly Token[], at: number): boolean {
	const next = tokens[at];
	if (next === undefined) return false;
	if (next.low === ',')
		return tokens[at + 1]?.kind === 'number' && measureEnd(tokens, at + 1) !== null;
	if (next.kind === 'mark') return next.low !== ')' && at + 1 < tokens.length;
	return next.low !== 'of' || at + 1 < tokens.length;
}

function isCountWord(token: Token | undefined): boolean {
	return token?.low === 'ct' || token?.low === 'count';
}

function skipDash(tokens: readonly Token[], at: number): number {
	return tokens[at]?.low === '-' && tokens[at]?.glued === true ? at + 1 : at;
}

function skipOf(tokens: readonly Token[], at: number): number {
	return tokens[at]?.low === 'of' ? at + 1 : at;
}
