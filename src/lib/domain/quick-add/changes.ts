import { readAmount } from './amount.ts';
import type { Clause } from './clauses.ts';
import { takeAmount, type Draft } from './draft.ts';
import { readItem } from './item.ts';
import { readItems } from './items.ts';
import { isPronoun } from './generic.ts';
import { readObject } from './objects.ts';
import { phraseList } from './phrases.ts';
import type { ItemAction } from './reading.ts';
import type { Token } from './tokens.ts';

/** "update pears to 3 pounds", "make the milk two", and "change butter to margarine", which swaps. */
export function readSet(clause: Clause, named: readonly Draft[], limit: number): readonly Draft[] {
	const words = withoutMeasureWords(readObject(clause, 'set').words);
	const to = words.findLastIndex(({ low }) => low === 'to');
	const amount = to < 0 ? null : readAmount(words.slice(to + 1));
	if (amount !== null) {
		const draft = isPronoun(words.slice(0, to))
			? named.at(-1)
			: readItem(words.slice(0, to), 'set');
		return [draft === undefined || draft === null ? amount : withAmount(draft, amount)];
	}
	if (to > 0) return readPair(words, to, 'swap');
	const draft = readItem(words, 'set');
	return draft !== null && draft.quantity !== null ? [draft] : readItems(words, 'add', limit);
}

/** "swap butter for margarine", "replace the ham with turkey". */
export function readSwap(clause: Clause): readonly Draft[] {
	const { words } = readObject(clause, 'swap');
	return readPair(
		words,
		words.findIndex(({ low }) => SWAP_LINKS.has(low)),
		'swap'
	);
}

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

function readPair(words: readonly Token[], link: number, action: ItemAction): readonly Draft[] {
	const draft = readItem(words.slice(0, link), action);
	const other = readItem(words.slice(link + 1), action);
	if (draft === null || other === null) return [];
	draft.swapFor = [...other.roles].filter(([, role]) => role === 'name').map(([token]) => token);
	return [draft];
}
