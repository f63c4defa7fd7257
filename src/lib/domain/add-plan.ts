import { MAX_QUANTITY_MILLI, normalizeName, type Item } from './item.ts';
import { convertMilli, ONE, type Quantity } from './quantity.ts';

/** What adding one thing does to a list. */
export type AddPlan =
	| { readonly kind: 'new' }
	/** It is on the list: its amount goes up by `by`, which is in the row's own unit. */
	| {
			readonly kind: 'raise';
			readonly item: Item;
			readonly by: Quantity;
			readonly becomes: Quantity;
	  }
	/** It is in the cart: it comes back, with the amount that was typed, else with its own. */
	| { readonly kind: 'back'; readonly item: Item; readonly becomes: Quantity };

/** One thing that was read from the add bar; `quantity` null when no amount was said, which means one. */
export interface AddReading {
	readonly name: string;
	readonly quantity: Quantity | null;
}

/**
 * The row that an add becomes part of, if there is one: the same name, and amounts that add up. An open row comes
 * before a checked one. Rows that were asked to stay separate, and an add that asks for it, are left alone.
 */
export function planAdd(
	items: Iterable<Item>,
	reading: AddReading,
	keepSeparate: boolean
): AddPlan {
	const quantity = reading.quantity ?? ONE;
	const item = keepSeparate ? undefined : findRow(items, normalizeName(reading.name), quantity);
	if (!item) return { kind: 'new' };
	const { milli, unit } = item.quantity;
	if (item.checked) return { kind: 'back', item, becomes: reading.quantity ?? item.quantity };
	// Without an amount it is one more of what stands there: "eggs" beside a dozen is another dozen.
	const added = reading.quantity ? (convertMilli(quantity.milli, quantity.unit, unit) ?? 0) : 1_000;
	const by = Math.min(Math.max(1, Math.round(added)), MAX_QUANTITY_MILLI - milli);
	return { kind: 'raise', item, by: { milli: by, unit }, becomes: { milli: milli + by, unit } };
}

function findRow(items: Iterable<Item>, norm: string, quantity: Quantity): Item | undefined {
	let found: Item | undefined;
	for (const item of items) {
		if (item.norm !== norm || item.keepSeparate || item.deletedAt !== null) continue;
		if (convertMilli(quantity.milli, quantity.unit, item.quantity.unit) === null) continue;
		if (!found || comesBefore(item, found)) found = item;
	}
	return found;
}

function comesBefore(a: Item, b: Item): boolean {
	if (a.checked !== b.checked) return !a.checked;
	if (a.position !== b.position) return a.position < b.position;
	return a.id < b.id;
}
