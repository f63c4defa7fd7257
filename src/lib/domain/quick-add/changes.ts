import { readAmount } from './amount.ts';
import type { Clause } from './clauses.ts';
import { claimedAs, takeAmount, type Draft } from './draft.ts';
import { readItem } from './item.ts';
import { readItems } from './items.ts';
import { isPronoun } from './generic.ts';
import { readObject } from './objects.ts';
import { phraseList } from './phrases.ts';
import type { Token } from './tokens.ts';

/** "update pears to 3 pounds", "make the milk two", and "change butter to margarine", which swaps. */
export function readSet(clause: Clause, named: readonly Draft[], limit: number): readonly Draft[] {
	const words = withoutMeasureWords(readObject(clause, 'set').words);
	const to = words.findLastIndex(({ low }) => low === 'to');
	const amount = to < 0 ? null : readAmount(words.slice(to + 1));
	if (amount === null && isIncrease(clause)) return readIncrease(words);
	if (amount !== null) {
		const draft = isPronoun(words.slice(0, to))
			? named.at(-1)
			: readItem(withoutOldAmount(words.slice(0, to)), 'set');
		return [draft === undefined || draft === null ? amount : withAmount(draft, amount)];
	}
	if (to > 0) return readPair(words.slice(0, to), words.slice(to + 1));
	const draft = readItem(words, 'set');
	return draft !== null && draft.quantity !== null ? [draft] : readItems(words, 'add', limit);
}

/** "increase the figs by 2" adds two more. */
function readIncrease(words: readonly Token[]): readonly Draft[] {
	const by = words.findLastIndex(({ low }) => low === 'by');
	const draft = by < 1 ? null : readItem(words.slice(0, by), 'add');
	const amount = readAmount(words.slice(by + 1));
	return draft === null || amount === null ? [] : [withAmount(draft, amount)];
}

function isIncrease({ said, object }: Clause): boolean {
	return INCREASES.has(said[0]?.low ?? '') && object.some(({ low }) => low === 'by');
}

const INCREASES = new Set(['increase', 'raise', 'bump']);

/** "change eggs from 6 to 12", "set the milk quantity to 2": eggs and milk. */
function withoutOldAmount(words: readonly Token[]): readonly Token[] {
	const from = words.findLastIndex(({ low }) => low === 'from');
	const kept =
		from > 0 && readAmount(words.slice(from + 1)) !== null ? words.slice(0, from) : words;
	return MEASURES.has(kept.at(-1)?.low ?? '') ? kept.slice(0, -1) : kept;
}

const MEASURES = new Set(['quantity', 'amount', 'count', 'number', 'qty']);

/** "swap butter for margarine", "replace the ham with turkey", and "substitute margarine for butter" the other way. */
export function readSwap(clause: Clause): readonly Draft[] {
	const { words } = readObject(clause, 'swap');
	const link = words.findIndex(({ low }) => SWAP_LINKS.has(low));
	const isReversed = SUBSTITUTES.has(clause.said[0]?.low ?? '') && words[link]?.low === 'for';
	return isReversed
		? readPair(words.slice(link + 1), words.slice(0, link))
		: readPair(words.slice(0, link), words.slice(link + 1));
}

const SUBSTITUTES = new Set(['substitute', 'sub']);

const SWAP_LINKS = new Set(['for', 'with', 'to', 'by']);

/** "change the quantity of milk": the milk is meant. */
function withoutMeasureWords(words: readonly Token[]): readonly Token[] {
	return words.slice(MEASURE_WORDS.longestAt(words, 0)?.next ?? 0);
}

const MEASURE_WORDS = phraseList(
	'the quantity of|quantity of|the number of|number of|the amount of|amount of|the quantity for|quantity for'
);

function withAmount(draft: Draft, amount: Draft): Draft {
	for (const [token, role] of draft.roles)
		if (role === 'quantity' || role === 'unit') draft.roles.delete(token);
	takeAmount(draft, amount);
	return draft;
}

function readPair(old: readonly Token[], other: readonly Token[]): readonly Draft[] {
	const draft = readItem(old, 'swap');
	const better = readItem(other, 'swap');
	if (draft === null || better === null) return [];
	draft.swapFor = claimedAs(better, 'name');
	return [draft];
}
