import type { ReadItem } from '#lib/domain/quick-add.ts';
import { isSure } from '#lib/domain/quick-add/sure.ts';

/** A line of a text, as typed, with what the rules read in it. */
export interface UnsureLine {
	readonly text: string;
	/** Where it begins in the text, in UTF-16 units. */
	readonly start: number;
	/** In order; one of them at least is unsure. */
	readonly items: readonly ReadItem[];
}

/** "Make it two" and "swap butter for margarine" are more than names, and the model reads names. */
const NAMES_ONLY: ReadonlySet<ReadItem['action']> = new Set(['add', 'remove', 'check']);

/**
 * The lines that a model may be asked about. Never one without an item: whether a text asks for anything, the rules
 * decide alone.
 */
export function unsureLines(text: string, items: readonly ReadItem[]): UnsureLine[] {
	if (items.every(isSure)) return [];
	const rest = [...items];
	const lines: UnsureLine[] = [];
	for (const { 0: line, index: start } of text.matchAll(/[^\n\r\u0085\u2028\u2029]+/g)) {
		const end = start + line.length;
		const next = rest.findIndex((item) => startOf(item) >= end);
		const here = rest.splice(0, next === -1 ? rest.length : next);
		if (here.every(isSure) || !here.every(isNameOnly)) continue;
		lines.push({ text: line, start, items: here });
	}
	return lines;
}

const startOf = ({ spans }: ReadItem): number => spans[0]?.start ?? -1;
const isNameOnly = ({ action, name }: ReadItem): boolean => name !== '' && NAMES_ONLY.has(action);
