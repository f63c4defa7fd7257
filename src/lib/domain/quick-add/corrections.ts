import { readAmount } from './amount.ts';
import type { Clause } from './clauses.ts';
import { type Draft } from './draft.ts';
import { readItem } from './item.ts';
import { isPronoun } from './generic.ts';
import { readOpening } from './openings.ts';
import type { SpanRole } from './reading.ts';

/**
 * Rewrites the last item: "no wait, two", "actually oat milk". With nothing before it, "make it two" means the row
 * touched last: a set without a name.
 * @returns false when the words are a request of their own.
 */
export function correctLast({ said, object: words }: Clause, drafts: Draft[]): boolean {
	const object = words.slice(words.findIndex(({ kind }) => kind !== 'mark'));
	const last = drafts.at(-1);
	const amount = readAmount(object);
	if (last === undefined) {
		const set = amount ?? (said[0]?.low === 'make' ? readItem(object, 'set') : null);
		if (set !== null) drafts.push(set);
		return set !== null;
	}
	if (object.length > 0 && readOpening(object, 0).verb !== null) return false;
	if (amount !== null) replaceAmount(last, amount);
	else if (!isPronoun(object)) replaceName(last, object);
	return true;
}

function replaceName(last: Draft, words: Clause['object']): void {
	const better = readItem(words, last.action);
	if (better === null) return;
	forget(last, ['name', 'note']);
	if (better.quantity === null) copyRoles(better, last);
	else replaceAmount(last, better);
}

/** "a gallon of milk, make it two": the unit stays unless another one was said. */
function replaceAmount(last: Draft, better: Draft): void {
	forget(last, better.unit === null ? ['quantity'] : ['quantity', 'unit']);
	last.quantity = better.quantity;
	last.quantityMax = better.quantityMax;
	last.unit = better.unit ?? last.unit;
	copyRoles(better, last);
}

function copyRoles(from: Draft, to: Draft): void {
	for (const [token, role] of from.roles) to.roles.set(token, role);
}

function forget({ roles }: Draft, forgotten: readonly SpanRole[]): void {
	for (const [token, role] of roles) if (forgotten.includes(role)) roles.delete(token);
}
