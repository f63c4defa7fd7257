import { MAX_QUANTITY_MILLI } from './item.ts';
import { ONE, type Quantity } from './quantity.ts';
import { readLine } from './quick-add/line.ts';
import { draftToItem } from './quick-add/read-item.ts';
import { intentOf, nothingOfAll } from './quick-add/intent.ts';
import type { Nothing, ReadItem, Reading } from './quick-add/reading.ts';
import { readRows } from './quick-add/rows.ts';
import { readLines, type Token } from './quick-add/tokens.ts';

export type { Nothing, ReadItem, Reading, Span, SpanRole } from './quick-add/reading.ts';

/** UTF-16 units of a text that are read; longer pastes go through the bulk import, which reads line by line. */
export const MAX_TEXT_LENGTH = 100_000;
/** Items of one reading: more than a preview can show and a person can check. */
export const MAX_ITEMS = 200;

/**
 * Reads what somebody typed, said or pasted: "add 2 lbs ground beef and a dozen eggs". Each line is a sentence of its
 * own. Never throws, needs no network, and takes time linear in the length of the text.
 */
export function parse(text: string): Reading {
	const items: ReadItem[] = [];
	const reasons = new Set<Nothing | null>();
	for (const row of readAllRows(text.slice(0, MAX_TEXT_LENGTH))) {
		if (items.length > MAX_ITEMS) break;
		const { nothing, drafts } = readLine(row, MAX_ITEMS);
		reasons.add(nothing);
		items.push(...drafts.map(draftToItem));
	}
	return {
		intent: intentOf(reasons),
		nothing: nothingOfAll(reasons),
		items: items.slice(0, MAX_ITEMS),
		truncated: text.length > MAX_TEXT_LENGTH || items.length > MAX_ITEMS
	};
}

function* readAllRows(text: string): Generator<readonly Token[]> {
	for (const line of readLines(text)) yield* readRows(line);
}

/** What a row holds for an item read: one when nobody said how many, the larger end of a range. */
export function readingToQuantity({ quantity, quantityMax, unit }: ReadItem): Quantity {
	if (quantity === null) return { milli: ONE.milli, unit };
	const milli = Math.round(Math.max(quantity, quantityMax ?? 0) * 1_000);
	return { milli: Math.min(Math.max(milli, 1), MAX_QUANTITY_MILLI), unit };
}
