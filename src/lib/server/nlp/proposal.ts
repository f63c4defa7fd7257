import { foldWords, MAX_QUANTITY_MILLI } from '#lib/domain/item.ts';
import { parseDecimalMilli, type Unit } from '#lib/domain/quantity.ts';
import type { ReadItem, Span, SpanRole } from '#lib/domain/quick-add.ts';
import { parseUnit } from '#lib/domain/unit-words.ts';
import type { ProposedItem } from '#lib/protocol/parse.ts';
import type { ModelItem } from './answer.ts';
import { typedWords, wordsOfName, type TypedWord } from './typed-words.ts';
import type { UnsureLine } from './unsure-lines.ts';
import { isSure } from '#lib/domain/quick-add/sure.ts';

/** A thing the model named: the words of the line it is made of, and the rules' item it was read from. */
interface Found {
	readonly item: ModelItem;
	readonly words: readonly TypedWord[];
	readonly source: ReadItem;
}

/**
 * What the model read, made of nothing but the line's own words: names from it; amount, unit, action and note from the
 * rules wherever they have them, and what the rules are sure of as they read it.
 * @returns null when it cannot be used: the rules' reading stands
 */
export function proposalFrom(
	items: readonly ModelItem[],
	line: UnsureLine
): readonly ProposedItem[] | null {
	const words = typedWords(line.text);
	const wordsIn = (item: ReadItem, ...roles: readonly SpanRole[]) =>
		words.filter((word) => isWithin(word, item, roles, line.start));

	const amounts = new Set(
		line.items.flatMap((item) => wordsIn(item, 'quantity', 'unit', 'action'))
	);
	const noted = new Set(line.items.flatMap((item) => wordsIn(item, 'note')));
	const free = words.filter((word) => !amounts.has(word) && !noted.has(word));
	const taken = new Set<TypedWord>();
	const found: Found[] = [];
	for (const item of items) {
		const named = wordsOfName(item.name, words, taken)?.filter((word) => !amounts.has(word)) ?? [];
		const source = sourceOf(named);
		// One that is made of other names' words alone is said twice.
		if (source === undefined || named.every((word) => taken.has(word))) return null;
		for (const word of named) taken.add(word);
		found.push({ item, words: named, source });
	}
	const isCovered = (item: ReadItem) => found.some(({ source }) => source === item);
	if (!line.items.every((item) => isCovered(item) || !isSure(item))) return null;
	return found.map(propose);

	/** The rules' item with the most of these words in it. */
	function sourceOf(named: readonly TypedWord[]): ReadItem | undefined {
		const shared = (item: ReadItem) => {
			const own = wordsIn(item, 'name', 'note');
			return named.filter((word) => own.includes(word)).length;
		};
		const [best] = line.items
			.map((item) => ({ item, count: shared(item) }))
			.filter(({ count }) => count > 0)
			.sort((one, other) => other.count - one.count);
		return best?.item;
	}

	function propose({ item, words: named, source }: Found, at: number): ProposedItem {
		const ofSource = found.filter((other) => other.source === source);
		if (ofSource.length === 1 && isSure(source)) return withoutConfidence(source);
		const isFirst = ofSource[0] === found[at];
		const isSaid = isFirst && source.quantity !== null;
		return {
			action: source.action,
			name: textOf(named),
			quantity: isSaid ? source.quantity : quantityOf(item),
			quantityMax: isSaid ? source.quantityMax : null,
			unit: isSaid ? source.unit : ((isFirst ? source.unit : null) ?? unitOf(item)),
			note: isFirst ? noteOf(source) : '',
			spans: [...nameSpans(named), ...(isFirst ? source.spans.filter(isUnnamed) : [])].sort(
				(one, other) => one.start - other.start
			)
		};
	}

	/** Neighbors in the line make one. */
	function nameSpans(named: readonly TypedWord[]): Span[] {
		const spans: { role: 'name'; start: number; end: number }[] = [];
		for (const [at, word] of words.entries()) {
			if (!named.includes(word)) continue;
			const [start, end] = [line.start + word.start, line.start + word.end];
			const last = spans.at(-1);
			if (last && last.end === line.start + (words[at - 1]?.end ?? 0)) last.end = end;
			else spans.push({ role: 'name', start, end });
		}
		return spans;
	}

	/** Whether a stretch of the rules' reading is no name, and has no word in it that has become one. */
	function isUnnamed({ role, start, end }: Span): boolean {
		if (role === 'name') return false;
		const starts = [...taken].map((word) => line.start + word.start);
		return !starts.some((at) => start <= at && at < end);
	}

	/** The rules' note, without what has become a name, and with what no name took over. */
	function noteOf(source: ReadItem): string {
		const noted = wordsIn(source, 'note');
		const stillNoted = noted.filter((word) => !taken.has(word));
		const dropped = wordsIn(source, 'name').filter((word) => !taken.has(word));
		const kept = stillNoted.length === noted.length ? source.note : textOf(stillNoted);
		const isTalk = dropped.every(({ folded }) => folded.every((word) => JOINERS.has(word)));
		return [isTalk ? '' : textOf(dropped), kept].filter(Boolean).join(', ');
	}

	/** A number that was typed and that the rules have put nowhere. */
	function quantityOf({ quantity }: ModelItem): number | null {
		const milli = parseDecimalMilli(quantity);
		if (milli === null || milli > MAX_QUANTITY_MILLI) return null;
		const isTyped = foldWords(quantity).every((part) =>
			free.some(({ folded }) => folded.includes(part))
		);
		return isTyped ? milli / 1_000 : null;
	}

	function unitOf({ unit }: ModelItem): Unit | null {
		return free.some(({ text }) => parseUnit(text) === unit) ? unit : null;
	}
}

/** Whether it says something else than the rules do. */
export function isDifferent(
	proposed: readonly ProposedItem[],
	items: readonly ReadItem[]
): boolean {
	const keyOf = ({ action, name, quantity, quantityMax, unit }: ProposedItem) =>
		JSON.stringify([action, foldWords(name), quantity, quantityMax, unit]);
	return proposed.map(keyOf).join() !== items.map(keyOf).join();
}

/** Words between the things of a line. */
const JOINERS = new Set([
	'and',
	'plus',
	'also',
	'or',
	'with',
	'of',
	'the',
	'a',
	'an',
	'some',
	'then'
]);

function isWithin(
	{ start, end }: TypedWord,
	{ spans }: ReadItem,
	roles: readonly SpanRole[],
	lineStart: number
): boolean {
	return spans.some(
		(span) =>
			roles.includes(span.role) && span.start <= lineStart + start && lineStart + end <= span.end
	);
}

function withoutConfidence(item: ReadItem): ProposedItem {
	const { action, name, quantity, quantityMax, unit, note, spans } = item;
	return { action, name, quantity, quantityMax, unit, note, spans };
}

const textOf = (words: readonly TypedWord[]): string => words.map(({ text }) => text).join(' ');
