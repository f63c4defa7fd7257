import { choiceId } from './choice.ts';
import type { Item } from './item.ts';
import type { MutationArgs, MutationName } from './mutation-args.ts';
import { resolveItem, steppedMilli } from './mutators.ts';
import type { Rows } from './row.ts';

/** A mutation as data: a name with its arguments. */
export type Mutation = {
	[N in MutationName]: { readonly name: N; readonly args: MutationArgs[N] };
}[MutationName];

const onlyMine = true;

/**
 * The mutations that take one back, read off the rows as they are before it is applied. They carry `expect` or
 * `onlyMine`, so that they undo only my own change and only while it is still mine. Empty when there is nothing to
 * take back.
 */
export function inverseOf(rows: Rows, mutation: Mutation): Mutation[] {
	const { listId } = mutation.args;
	switch (mutation.name) {
		case 'list.create':
			return [{ name: 'list.delete', args: { listId } }];
		case 'list.delete':
			return [{ name: 'list.restore', args: { listId } }];
		case 'list.restore':
			return [{ name: 'list.delete', args: { listId } }];
		case 'list.rename': {
			const list = rows.get('lists', listId);
			if (!list) return [];
			const { name: expect } = mutation.args;
			return [{ name: 'list.rename', args: { listId, name: list.name, expect } }];
		}
		case 'list.set': {
			const list = rows.get('lists', listId);
			if (!list) return [];
			const { patch } = mutation.args;
			return [{ name: 'list.set', args: { listId, patch: before(list, patch), expect: patch } }];
		}
		case 'price.add':
		case 'price.restore':
			return [{ name: 'price.delete', args: { listId, id: mutation.args.id, onlyMine } }];
		case 'price.delete':
			return [{ name: 'price.restore', args: { listId, id: mutation.args.id } }];
		case 'choice.set': {
			const { norm, productId: expect } = mutation.args;
			const productId = rows.get('choices', choiceId(listId, norm))?.productId ?? null;
			return [{ name: 'choice.set', args: { listId, norm, productId, expect } }];
		}
		case 'item.add':
			return [{ name: 'item.delete', args: { listId, id: mutation.args.id, onlyMine } }];
		// The row was others' before this device brought it back.
		case 'item.restore':
			return [{ name: 'item.delete', args: { listId, id: mutation.args.id } }];
		case 'item.clearChecked':
			return mutation.args.ids.map((id) => ({
				name: 'item.restore',
				args: { listId, id, onlyMine }
			}));
		default: {
			const item = resolveItem(rows, mutation.args.id);
			return item ? inverseOfItemChange(rows, item, mutation) : [];
		}
	}
}

type ItemChange = Extract<
	Mutation,
	{ name: 'item.set' | 'item.step' | 'item.move' | 'item.delete' }
>;

function inverseOfItemChange(rows: Rows, item: Item, mutation: ItemChange): Mutation[] {
	const { listId, id } = mutation.args;
	switch (mutation.name) {
		case 'item.delete':
			return [{ name: 'item.restore', args: { listId, id, onlyMine } }];
		case 'item.step': {
			const { milli, unit } = mutation.args;
			const back = item.quantity.milli - steppedMilli(item.quantity.milli, milli);
			return back === 0 ? [] : [{ name: 'item.step', args: { listId, id, milli: back, unit } }];
		}
		case 'item.set': {
			const { patch } = mutation.args;
			return [
				{ name: 'item.set', args: { listId, id, patch: before(item, patch), expect: patch } }
			];
		}
		case 'item.move':
			return [
				{ name: 'item.move', args: { listId, id, afterId: previousId(rows, item), onlyMine } }
			];
	}
}

/** The same fields as they are now. */
function before<P extends object>(row: P, patch: P): P {
	const fields = Object.keys(patch).map((field) => [field, row[field as keyof P]]);
	return Object.fromEntries(fields) as P;
}

/** The line just above one, in the order the screen shows; null for the first. */
function previousId(rows: Rows, item: Item): string | null {
	let previous: Item | undefined;
	for (const other of rows.liveItems(item.listId))
		if (other.position < item.position && (!previous || other.position > previous.position))
			previous = other;
	return previous?.id ?? null;
}
