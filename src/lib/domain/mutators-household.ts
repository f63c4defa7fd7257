import { choiceId, MAX_CHOICES } from './choice.ts';
import type { MutationArgs } from './mutation-args.ts';
import { MAX_OWN_PRICES } from './own-price.ts';
import type { Rows } from './row.ts';
import { contested, isAllMine, stampOf, type MutationContext } from './stamps.ts';

// What the mutations of prices and choices do to rows, on a list that is there. Each answers whether a list holds more of
// them than it may.

type Outcome = 'limit' | null;

export function addPrice(
	rows: Rows,
	args: MutationArgs['price.add'],
	context: MutationContext
): Outcome {
	if (rows.get('ownPrices', args.id)) return null;
	if (context.server && rows.count('ownPrices', args.listId) >= MAX_OWN_PRICES) return 'limit';
	const stamps = { $: stampOf(context) };
	rows.put('ownPrices', { ...args, rev: context.rev, stamps, deletedAt: null });
	return null;
}

/** @param deletedAt null brings it back */
export function setPriceLife(
	rows: Rows,
	{ listId, id, onlyMine }: MutationArgs['price.delete'],
	deletedAt: number | null,
	context: MutationContext
): Outcome {
	const price = rows.get('ownPrices', id);
	if (price?.listId !== listId || (price.deletedAt === null) === (deletedAt === null)) return null;
	if (onlyMine && !isAllMine(price, context)) return null;
	const next = contested(price, { deletedAt }, 'deletedAt', context);
	if (next !== price) rows.put('ownPrices', next);
	return null;
}

export function setChoice(
	rows: Rows,
	{ listId, norm, productId, expect }: MutationArgs['choice.set'],
	context: MutationContext
): Outcome {
	const id = choiceId(listId, norm);
	const choice = rows.get('choices', id);
	if (expect !== undefined && (choice?.productId ?? null) !== expect) return null;
	if (choice) {
		const next = contested(choice, { productId }, 'productId', context);
		if (next !== choice) rows.put('choices', next);
		return null;
	}
	if (context.server && rows.count('choices', listId) >= MAX_CHOICES) return 'limit';
	const stamps = { $: stampOf(context) };
	rows.put('choices', { id, listId, rev: context.rev, stamps, norm, productId });
	return null;
}
