import type { Item } from './item.ts';
import type { Stamp } from './row.ts';
import {
	contested,
	hasSeen,
	stampFor,
	stampOf,
	withLoss,
	written,
	type MutationContext
} from './stamps.ts';

// What deletes a line, keeps it, or brings it back, when the people concerned had not seen each other's acts.

/** Fields whose later, unseen edit beats a delete: an extra line is cheaper than missing milk. */
const CONTENT_FIELDS: readonly string[] = ['name', 'quantity', 'note', 'productId', 'step'];

/** A deleted line comes back for a content edit, or an uncheck of a cleared one, whose author had not seen it go. */
export function revived(item: Item, field: string, context: MutationContext): Item {
	if (item.deletedAt === null || item.mergedInto !== null) return item;
	const deleted = stampFor(item, 'deletedAt');
	if (hasSeen(deleted, context)) return item;
	const uncleared = field === 'checked' && !item.checked && isClear(item, deleted);
	const laterContent = CONTENT_FIELDS.includes(field) && context.at >= deleted[1];
	if (!uncleared && !laterContent) return item;
	return withLoss(
		written(item, { deletedAt: null }, 'deletedAt', context),
		'deletedAt',
		deleted,
		context
	);
}

/** The item deleted; or kept, because somebody changed what it says later and unseen, or added it too. */
export function deleted(item: Item, context: MutationContext): Item {
	const { joined } = item.stamps;
	const isAlsoSomebodyElses = joined !== undefined && !hasSeen(joined, context);
	if (isAlsoSomebodyElses || hasLaterUnseenContent(item, context))
		return withLoss(item, 'deletedAt', stampOf(context), context);
	return contested(item, { deletedAt: context.at }, 'deletedAt', context);
}

function hasLaterUnseenContent(item: Item, context: MutationContext): boolean {
	return CONTENT_FIELDS.some((field) => {
		const stamp = item.stamps[field];
		return stamp !== undefined && !hasSeen(stamp, context) && stamp[1] > context.at;
	});
}

/** Whether the delete was a "clear checked", which holds only while the line is checked. */
function isClear(item: Item, deleted: Stamp): boolean {
	const cleared = item.stamps['cleared'];
	return cleared !== undefined && cleared.every((part, i) => part === deleted[i]);
}
