import { confidenceOf } from './confidence.ts';
import { claimedAs, type Draft } from './draft.ts';
import type { ReadItem, Span } from './reading.ts';
import type { Token } from './tokens.ts';

/**
 * The item a draft has become: names and notes as typed and however long, because what does not fit is refused in
 * words and never cut; spans in order, a confidence.
 */
export function draftToItem(draft: Draft): ReadItem {
	const names = claimedAs(draft, 'name');
	return {
		action: draft.action,
		name: textOf(names),
		quantity: inThousandths(draft.quantity),
		quantityMax: inThousandths(draft.quantityMax),
		unit: draft.unit,
		note: textOf(claimedAs(draft, 'note')),
		...(draft.swapFor.length > 0 && { swapFor: textOf(draft.swapFor) }),
		spans: spansOf(draft),
		confidence: confidenceOf(draft, names)
	};
}

/** A third has no end; a list needs no more than three decimals of it. */
function inThousandths(value: number | null): number | null {
	return value === null ? null : Math.max(0.001, Math.round(value * 1_000) / 1_000);
}

/** Words as typed, one space where any stood between them. */
function textOf(tokens: readonly Token[]): string {
	let text = '';
	let previous = -1;
	for (const token of tokens) {
		const isGlued = token.glued && token.index === previous + 1;
		text += text === '' || isGlued ? token.text : ` ${token.text}`;
		previous = token.index;
	}
	return text;
}

/** Neighbors of one role make one span. */
function spansOf({ roles, swapFor }: Draft): Span[] {
	const claimed = [...roles, ...swapFor.map((token) => [token, 'name'] as const)];
	const spans: { role: Span['role']; start: number; end: number }[] = [];
	let previous = -1;
	for (const [token, role] of claimed.sort(([a], [b]) => a.index - b.index)) {
		const last = spans.at(-1);
		if (last?.role === role && token.index === previous + 1) last.end = token.end;
		else spans.push({ role, start: token.start, end: token.end });
		previous = token.index;
	}
	return spans;
}
