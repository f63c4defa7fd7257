import type { Unit } from '../quantity.ts';
import { claim, createDraft, type Draft } from './draft.ts';
import { readNumberAt } from './numbers.ts';
import type { Token } from './tokens.ts';
import { readUnitAt } from './units.ts';

/** An amount that stands for itself: "two", "5 pounds", "three of them"; null when the words say anything more. */
export function readAmount(tokens: readonly Token[]): Draft | null {
	const from = tokens[0]?.low === 'to' ? 1 : 0;
	const number = readNumberAt(tokens, from);
	if (number === null) return null;
	const unit = readUnitAt(tokens, number.next);
	const next = unit?.next ?? number.next;
	if (!tokens.slice(next, next + LONGEST_REST + 1).every(({ low }) => REST.has(low))) return null;
	if (tokens.length - next > LONGEST_REST) return null;
	return createAmount(tokens, from, number.next, next, { ...number, unit: unit?.unit ?? null });
}

const LONGEST_REST = 4;
const REST = new Set('of them those it that please instead , . ! though'.split(' '));

function createAmount(
	tokens: readonly Token[],
	from: number,
	unitFrom: number,
	to: number,
	{ value, max, unit }: { value: number; max: number | null; unit: Unit | null }
): Draft {
	const draft = createDraft('set');
	draft.quantity = value;
	draft.quantityMax = max;
	draft.unit = unit;
	claim(draft, tokens, from, unitFrom, 'quantity');
	claim(draft, tokens, unitFrom, to, 'unit');
	return draft;
}
