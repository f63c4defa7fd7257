import { spellQuantity } from '#lib/domain/quantity.ts';
import type { Mutation } from '#lib/domain/undo.ts';
import { newId } from './identity.ts';
import type { ReadCard, ReadText } from './reader.ts';

/** What Enter does: the cards' mutations as one act, or why there is none. */
export type AddAct =
	| { readonly kind: 'refused'; readonly reason: string }
	| {
			readonly kind: 'done';
			readonly mutations: readonly Mutation[];
			/** What the snackbar says. */
			readonly label: string;
			/** Nothing but new rows, which show for themselves. */
			readonly isPlain: boolean;
			/** What a screen reader hears. */
			readonly spoken: string;
			readonly cards: readonly ReadCard[];
	  };

const TOO_MUCH = 'This is more than one go takes. Add it in parts of at most 200 items.';

/** Turns what was read into an act on a list; nothing of a text that has a problem is done. */
export function toAct(
	{ reading, cards }: ReadText,
	listId: string,
	isSeparate: (key: string) => boolean
): AddAct {
	const problem = cards.map((card) => card.problem).find((sentence) => sentence !== '');
	if (reading.truncated) return { kind: 'refused', reason: TOO_MUCH };
	if (problem !== undefined) return { kind: 'refused', reason: problem };
	const done = cards.filter((card) => card.plan.kind !== 'nothing');
	if (done.length === 0) return { kind: 'refused', reason: refusalOf(cards) };
	return {
		kind: 'done',
		mutations: done.map((card) => mutationFor(card, listId, isSeparate(card.key))),
		label: labelOf(done),
		isPlain: done.every((card) => card.plan.kind === 'new'),
		spoken: spoken(done),
		cards: done
	};
}

function refusalOf(cards: readonly ReadCard[]): string {
	if (cards.length === 0) return 'There is nothing to read here.';
	return cards.length === 1
		? `"${cards[0]?.name ?? ''}" is not on the list.`
		: 'None of these is on the list.';
}

function mutationFor(card: ReadCard, listId: string, keepSeparate: boolean): Mutation {
	const { plan, quantity, note, name } = card;
	switch (plan.kind) {
		case 'raise': {
			const { milli, unit } = plan.by;
			return { name: 'item.step', args: { listId, id: plan.item.id, milli, unit } };
		}
		case 'back': {
			const patch = { checked: false, quantity: plan.becomes };
			return { name: 'item.set', args: { listId, id: plan.item.id, patch } };
		}
		case 'remove':
			return { name: 'item.delete', args: { listId, id: plan.item.id } };
		case 'change':
			return { name: 'item.set', args: { listId, id: plan.item.id, patch: plan.patch } };
		default: {
			const productId = card.product?.id ?? null;
			const item = { name, quantity, note, productId, keepSeparate };
			return { name: 'item.add', args: { listId, id: newId(), ...item } };
		}
	}
}

function labelOf(cards: readonly ReadCard[]): string {
	const [first] = cards;
	if (cards.length !== 1 || !first) return `Added ${cards.length} items`;
	switch (first.plan.kind) {
		case 'raise':
			return `"${first.plan.item.name}" is now ${spellQuantity(first.plan.becomes)}`;
		case 'back':
			return `"${first.plan.item.name}" is back on the list`;
		case 'remove':
			return `Deleted "${first.plan.item.name}"`;
		case 'change':
			return `Changed "${first.plan.item.name}"`;
		default:
			return `Added "${first.name}"`;
	}
}

/** What a screen reader hears: the names, and how many beyond three. */
function spoken(cards: readonly ReadCard[]): string {
	if (cards.length === 1) return `${labelOf(cards)}.`;
	const names = cards.slice(0, 3).map((card) => card.name);
	const more = cards.length > 3 ? ` and ${cards.length - 3} more` : '';
	return `Added ${names.join(', ')}${more}.`;
}
