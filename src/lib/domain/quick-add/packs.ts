import { claim, type Draft } from './draft.ts';
import { closingParenthesis, hasNameAfter, skipDash } from './lookahead.ts';
import { isLength, isMeasureText } from './measure-text.ts';
import { isArticle, readNumberAt } from './numbers.ts';
import type { Token } from './tokens.ts';
import { isMeasure, KITCHEN, readUnitAt, type UnitRead } from './units.ts';

/** What one of the things counted holds or weighs: "(8 ounce)", "12-oz", "400g". */
export function readSize(tokens: readonly Token[], at: number, draft: Draft): number {
	const close = closingParenthesis(tokens, at);
	if (close !== null && isMeasureText(tokens, at + 1, close)) {
		claim(draft, tokens, at + 1, close, 'note');
		return close + 1;
	}
	const number = isArticle(tokens[at]) ? null : readNumberAt(tokens, at);
	if (number === null) return at;
	const measure = skipDash(tokens, number.next);
	if (isLength(tokens[measure]) && readUnitAt(tokens, measure + 1) !== null) {
		claim(draft, tokens, at, measure + 1, 'note');
		return measure + 1;
	}
	const unit = readUnitAt(tokens, measure);
	if (unit === null || unit.next >= tokens.length) return at;
	if (!isMeasure(unit.unit)) {
		claimPack(tokens, at, unit, draft);
		return skipDash(tokens, unit.next);
	}
	const end = readOtherSize(tokens, unit.next);
	claim(draft, tokens, at, end, 'note');
	return skipDash(tokens, end);
}

/** "400g/14oz" says one size twice. */
function readOtherSize(tokens: readonly Token[], at: number): number {
	const number = tokens[at]?.low === '/' ? readNumberAt(tokens, at + 1) : null;
	return (number === null ? null : readUnitAt(tokens, number.next))?.next ?? at;
}

/** "two 12 packs of soda": two packages, and 12 is what each holds. */
function claimPack(tokens: readonly Token[], from: number, unit: UnitRead, draft: Draft): void {
	claim(draft, tokens, from, unit.next - 1, 'note');
	claim(draft, tokens, unit.next - 1, unit.next, 'unit');
	draft.unit = unit.unit;
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

/** "a 5 lb bag of", "16 oz jar": one container, and the measure is its size. */
export function readHolder(
	tokens: readonly Token[],
	from: number,
	at: number,
	draft: Draft
): number {
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
