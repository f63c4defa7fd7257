import type { Item } from './item.ts';
import { convertMilli, dimensionOf, type Quantity } from './quantity.ts';
import type { Rows } from './row.ts';
import { hasSeen, type MutationContext } from './stamps.ts';

// How the same thing, added by two people who had not seen each other do it, becomes one line.

/** Only what the author had not seen may be merged: a second add after seeing the first is a second line. */
export function unseenTwin(rows: Rows, added: Item, context: MutationContext): Item | undefined {
	if (added.keepSeparate) return undefined;
	for (const item of rows.liveItemsNamed(added.listId, added.norm)) {
		if (item.checked || item.keepSeparate) continue;
		if (dimensionOf(item.quantity.unit) !== dimensionOf(added.quantity.unit)) continue;
		if (!hasSeen(item.stamps.$, context)) return item;
	}
	return undefined;
}

/** The larger of two amounts of one dimension, in the unit it was written in. */
export function larger(mine: Quantity, theirs: Quantity): Quantity {
	const comparable = convertMilli(theirs.milli, theirs.unit, mine.unit);
	return comparable !== null && comparable > mine.milli ? theirs : mine;
}
