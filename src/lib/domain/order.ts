import type { Item } from './item.ts';
import { positionBetween } from './position.ts';
import type { Rows } from './row.ts';
import type { MutationContext } from './stamps.ts';

// The hand-made order of a list's lines.

/** A key that puts a line right after another, wherever that has gone meanwhile; null is before all. */
export function positionAfter(rows: Rows, moved: Item, after: Item | null): string {
	const before = after?.listId === moved.listId ? after.position : null;
	return positionBetween(before, rows.nextPosition(moved.listId, before, moved.id));
}

/** Gives a whole list short keys again, in the order that it has. It is nobody's act, so no stamp changes. */
export function renumber(rows: Rows, listId: string, { rev }: MutationContext): void {
	const inOrder = [...rows.liveItems(listId)].sort((a, b) =>
		a.position === b.position ? (a.id < b.id ? -1 : 1) : a.position < b.position ? -1 : 1
	);
	let position: string | null = null;
	for (const item of inOrder) {
		position = positionBetween(position, null);
		rows.put('items', { ...item, position, rev });
	}
}
