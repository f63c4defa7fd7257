import type { ListPatch } from './list.ts';
import { formatMoney } from './money.ts';
import type { ItemPatch } from './mutation-args.ts';
import { ONE, spellQuantity } from './quantity.ts';
import type { Rows } from './row.ts';
import type { Mutation } from './undo.ts';

interface KnownNames {
	readonly itemName?: string | undefined;
	readonly listName?: string | undefined;
}

/** The same, or null for an edit that a disk has damaged so that it makes no sense. */
export function tryToDescribe(rows: Rows, edit: Mutation, known: KnownNames = {}): string | null {
	try {
		return describeMutation(rows, edit, known);
	} catch {
		return null;
	}
}

/**
 * What an edit was, for people: "Milk, 2 gallons" for something added, else a sentence without its end, such as
 * 'Renamed "Chips" to "Tortilla chips"'.
 * @param rows as they are without the edit
 * @param known what the row and the list were called; what is neither here nor known is an item, or a list
 */
export function describeMutation(
	rows: Rows,
	{ name, args }: Mutation,
	known: KnownNames = {}
): string {
	const list = () => listNamed(rows.get('lists', args.listId)?.name ?? known.listName);
	const item = (id: string) => quoted(rows.get('items', id)?.name ?? known.itemName, 'an item');
	switch (name) {
		case 'list.create':
			return `Made the list "${args.name}"`;
		case 'list.rename':
			return `Renamed ${list()} to "${args.name}"`;
		case 'list.set':
			return describeListPatch(list(), args.patch);
		case 'list.delete':
			return `Deleted ${list()}`;
		case 'list.restore':
			return `Brought back ${list()}`;
		case 'item.add':
			return args.quantity.milli === ONE.milli && args.quantity.unit === ONE.unit
				? args.name
				: `${args.name}, ${spellQuantity(args.quantity)}`;
		case 'item.set':
			return describePatch(item(args.id), args.patch);
		case 'item.step': {
			const amount = spellQuantity({ milli: Math.abs(args.milli), unit: args.unit });
			return `${amount} ${args.milli > 0 ? 'more' : 'less'} of ${item(args.id)}`;
		}
		case 'item.move':
			return `Moved ${item(args.id)}`;
		case 'item.delete':
			return `Deleted ${item(args.id)}`;
		case 'item.restore':
			return `Brought back ${item(args.id)}`;
		case 'item.clearChecked':
			return `Cleared ${args.ids.length === 1 ? '1 item' : `${args.ids.length} items`}`;
		case 'price.add':
			return `Noted ${formatMoney(args.priceCents)} for "${args.norm}"`;
		case 'price.delete':
			return 'Took back a price';
		case 'price.restore':
			return 'Brought back a price';
		case 'choice.set':
			return `Picked a product for "${args.norm}"`;
	}
}

function describeListPatch(list: string, { budgetCents, taxBasisPoints }: ListPatch): string {
	if (budgetCents === null) return `Removed the budget of ${list}`;
	if (budgetCents !== undefined) return `Set the budget of ${list} to ${formatMoney(budgetCents)}`;
	return `Changed the ${taxBasisPoints === undefined ? 'store' : 'tax rate'} of ${list}`;
}

function describePatch(item: string, { name, quantity, note, checked }: ItemPatch): string {
	if (name !== undefined) return `Renamed ${item} to "${name}"`;
	if (quantity !== undefined) return `Changed ${item} to ${spellQuantity(quantity)}`;
	if (note !== undefined)
		return note === '' ? `Removed the note of ${item}` : `Noted "${note}" on ${item}`;
	if (checked !== undefined) return `${checked ? 'Checked' : 'Unchecked'} ${item}`;
	return `Changed ${item}`;
}

const quoted = (name: string | undefined, otherwise: string): string =>
	name === undefined ? otherwise : `"${name}"`;

const listNamed = (name: string | undefined): string =>
	name === undefined ? 'a list' : `the list "${name}"`;
