import { claim, type Draft } from './draft.ts';
import { closingParenthesis, hasNameAfter, measureEnd } from './lookahead.ts';
import { isMeasureText } from './measure-text.ts';
import { readAndFractionAt, readNumberAt } from './numbers.ts';
import { lowAt, type Token } from './tokens.ts';
import { isMeasure, readUnitAt } from './units.ts';

/** "a pound and a half", "a dozen and a half", "a dozen cans". */
export function readMore(tokens: readonly Token[], at: number, draft: Draft): number {
	const fraction = readAndFractionAt(tokens, at);
	const endsAmount = fraction !== null && readUnitAt(tokens, fraction.next) === null;
	if (fraction !== null && endsAmount && draft.quantity !== null) {
		claim(draft, tokens, at, fraction.next, 'quantity');
		draft.quantity += fraction.value;
		return fraction.next;
	}
	const container = draft.unit === 'dozen' ? readUnitAt(tokens, at) : null;
	if (container === null || isMeasure(container.unit) || draft.quantity === null) return at;
	if (!hasNameAfter(tokens, container.next)) return at;
	claim(draft, tokens, at - 1, at, 'quantity');
	claim(draft, tokens, at, container.next, 'unit');
	draft.quantity *= 12;
	draft.unit = container.unit;
	return container.next;
}

/** "5 oz to 7 oz": the same unit again after the larger number. */
export function readUpperEnd(tokens: readonly Token[], at: number, draft: Draft): number {
	if (!UPPER_LINKS.has(lowAt(tokens, at)) || draft.quantity === null) return at;
	const number = readNumberAt(tokens, at + 1);
	const unit = number === null ? null : readUnitAt(tokens, number.next);
	if (number === null || unit === null || draft.unit === null) return at;
	if (unit.unit !== draft.unit) return readOtherEnd(tokens, at, unit.next, draft);
	if (number.value <= draft.quantity) return at;
	draft.quantityMax = number.value;
	claim(draft, tokens, at + 1, number.next, 'quantity');
	claim(draft, tokens, number.next, unit.next, 'unit');
	return unit.next;
}

/** "2 teaspoons to 2 tablespoons": a range no single unit holds; its lower end counts. */
function readOtherEnd(tokens: readonly Token[], at: number, end: number, draft: Draft): number {
	if (!hasNameAfter(tokens, end)) return at;
	claim(draft, tokens, at, end, 'note');
	return end;
}

const UPPER_LINKS = new Set(['-', '–', 'to']);

/** The same amount in other words, or the rest of it: "150g/5oz", "1 cup (175 g)", "1 cup plus 2 tbsp". */
export function readSameAgain(tokens: readonly Token[], from: number, draft: Draft): number {
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

function skipLink(tokens: readonly Token[], at: number): number {
	return LINKS.has(lowAt(tokens, at)) ? at + 1 : at;
}

const LINKS = new Set(['/', '+', ',', 'plus', 'and', 'or', '-', '–']);
