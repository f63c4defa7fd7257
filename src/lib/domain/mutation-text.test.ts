import { expect, test } from 'vitest';
import { createMemoryRows } from './memory-rows.ts';
import { describeMutation } from './mutation-text.ts';
import { ONE } from './quantity.ts';
import { replay } from './replay.ts';
import type { Mutation } from './undo.ts';

const LIST = 'list';
const rest = { note: '', productId: null, keepSeparate: false };
const add = (id: string, name: string, quantity = ONE): Mutation => ({
	name: 'item.add',
	args: { listId: LIST, id, name, quantity, ...rest }
});
const rows = createMemoryRows();
const create: Mutation = { name: 'list.create', args: { listId: LIST, name: 'BBQ' } };
for (const mutation of [create, add('chips', 'Chips')]) replay(rows, { ...mutation, at: 1 }, 'c');

const set = (id: string, patch: object): Mutation => ({
	name: 'item.set',
	args: { listId: LIST, id, patch }
});
const one = { listId: LIST, id: 'chips' };

test.each<[Mutation, string]>([
	[create, 'Made the list "BBQ"'],
	[
		{ name: 'list.rename', args: { listId: LIST, name: 'Picnic' } },
		'Renamed the list "BBQ" to "Picnic"'
	],
	[{ name: 'list.delete', args: { listId: LIST } }, 'Deleted the list "BBQ"'],
	[{ name: 'list.restore', args: { listId: 'gone' } }, 'Brought back a list'],
	[add('milk', 'Milk'), 'Milk'],
	[add('milk', 'Milk', { milli: 2_000, unit: 'gal' }), 'Milk, 2 gallons'],
	[set('chips', { name: 'Tortilla chips' }), 'Renamed "Chips" to "Tortilla chips"'],
	[set('gone', { name: 'Tortilla chips' }), 'Renamed an item to "Tortilla chips"'],
	[set('chips', { quantity: { milli: 3_000, unit: 'lb' } }), 'Changed "Chips" to 3 pounds'],
	[set('chips', { note: 'blue bag' }), 'Noted "blue bag" on "Chips"'],
	[set('chips', { note: '' }), 'Removed the note of "Chips"'],
	[set('chips', { checked: true }), 'Checked "Chips"'],
	[set('chips', { checked: false }), 'Unchecked "Chips"'],
	[set('chips', { productId: null }), 'Changed "Chips"'],
	[{ name: 'item.step', args: { ...one, milli: 1_000, unit: null } }, '1 more of "Chips"'],
	[{ name: 'item.step', args: { ...one, milli: -2_000, unit: 'lb' } }, '2 pounds less of "Chips"'],
	[{ name: 'item.move', args: { ...one, afterId: null } }, 'Moved "Chips"'],
	[{ name: 'item.delete', args: one }, 'Deleted "Chips"'],
	[{ name: 'item.restore', args: one }, 'Brought back "Chips"'],
	[{ name: 'item.clearChecked', args: { listId: LIST, ids: ['a', 'b'] } }, 'Cleared 2 items']
])('%o reads %s', (mutation, text) => {
	expect(describeMutation(rows, mutation)).toBe(text);
});
