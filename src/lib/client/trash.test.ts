import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { TRASH_MS } from '#lib/domain/in-trash.ts';
import { ONE } from '#lib/domain/quantity.ts';
import type { Mutation } from '#lib/domain/undo.ts';
import { MemoryStorage } from '../../../tests/support/memory-storage.ts';
import { ReplicaDatabase } from './db.ts';
import { Journal } from './journal.ts';
import { Replica } from './replica.ts';
import { Trash } from './trash.svelte.ts';

const LIST = 'list-1';
const clock = { now: 0 };
let opened: Replica | null = null;
let counter = 0;

afterEach(async () => {
	await opened?.saved();
	opened?.close();
});

/** A list with these things on it, and its trash. */
async function start(...names: string[]) {
	clock.now = 1_000;
	const name = `trash-${counter++}`;
	const newId = () => `id-${counter++}`;
	const journal = new Journal(new MemoryStorage(), name, newId());
	const db = new ReplicaDatabase(name);
	const replica = await Replica.open({
		db,
		journal,
		now: () => clock.now,
		newId,
		persist: () => undefined
	});
	opened = replica;
	replica.act(LIST, [{ name: 'list.create', args: { listId: LIST, name: 'Groceries' } }]);
	replica.act(LIST, names.map(add));
	const trash = new Trash(replica, () => clock.now);
	const namesIn = (listId = LIST) => trash.itemsOf(listId).map((item) => item.name);
	return { replica, trash, namesIn };
}

const add = (name: string): Mutation => ({
	name: 'item.add',
	args: {
		listId: LIST,
		id: name,
		name,
		quantity: ONE,
		note: '',
		productId: null,
		keepSeparate: false
	}
});
const change = (name: 'item.delete' | 'item.restore', id: string): Mutation => ({
	name,
	args: { listId: LIST, id }
});

test('has what was deleted, newest first, and no longer what came back', async () => {
	const { replica, trash, namesIn } = await start('Milk', 'Eggs', 'Bread');
	expect(namesIn()).toEqual([]);
	for (const name of ['Eggs', 'Milk']) {
		clock.now += 1_000;
		replica.act(LIST, [change('item.delete', name)]);
	}
	expect(namesIn()).toEqual(['Milk', 'Eggs']);
	expect(trash.itemsOf(LIST)[0]).toMatchObject({ at: 3_000, clientId: replica.meta.clientId });
	replica.act(LIST, [change('item.restore', 'Milk')]);
	expect(namesIn()).toEqual(['Eggs']);
});

test('has what was cleared in one go in the order of the list, and says where it was', async () => {
	const names = ['Milk', 'Eggs', 'Bread', 'Butter'];
	const { replica, trash, namesIn } = await start(...names);
	const two = { milli: 2_000, unit: 'gal' } as const;
	const set = (patch: object): Mutation => ({
		name: 'item.set',
		args: { listId: LIST, id: 'Milk', patch }
	});
	replica.act(LIST, [set({ checked: true, quantity: two, note: 'the blue one' })]);
	replica.act(
		LIST,
		names.reverse().map((name) => change('item.delete', name))
	);
	expect(namesIn()).toEqual(['Milk', 'Eggs', 'Bread', 'Butter']);
	expect(trash.itemsOf(LIST).map(({ detail }) => detail)).toEqual([
		'In the cart · 2 gal · the blue one',
		'',
		'',
		''
	]);
});

test('has neither what another list lost, nor what became part of another row, nor what is gone for good', async () => {
	const { replica, namesIn } = await start('Milk', 'Oat milk', 'Eggs');
	const merged = replica.view.items.get('Oat milk');
	if (merged) replica.view.put('items', { ...merged, deletedAt: clock.now, mergedInto: 'Milk' });
	replica.act(LIST, [change('item.delete', 'Eggs')]);
	expect(namesIn('list-2')).toEqual([]);
	clock.now += TRASH_MS;
	expect(namesIn()).toEqual(['Eggs']);
	clock.now += 1;
	expect(namesIn()).toEqual([]);
});

test('puts an item back where it was, as an act that can be taken back', async () => {
	const { replica, trash, namesIn } = await start('Milk', 'Eggs');
	const set = { listId: LIST, id: 'Eggs', patch: { checked: true } };
	replica.act(LIST, [{ name: 'item.set', args: set }]);
	replica.act(LIST, [change('item.delete', 'Milk'), change('item.delete', 'Eggs')]);
	const places = trash.itemsOf(LIST).map((item) => `${item.name} ${trash.restoreItem(item)}`);
	expect(places).toEqual(['Milk on the list', 'Eggs in the cart']);
	expect([...replica.view.liveItems(LIST)]).toHaveLength(2);
	expect(replica.undo(LIST)).toBe('Restored "Eggs"');
	expect(namesIn()).toEqual(['Eggs']);
});

test('has the lists in the bin, with how much is on them', async () => {
	const { replica, trash } = await start('Milk');
	replica.act(LIST, [{ name: 'list.delete', args: { listId: LIST } }]);
	const bare: Mutation = { name: 'list.create', args: { listId: 'list-2', name: 'Cookout' } };
	replica.act('list-2', [bare]);
	clock.now += 1_000;
	replica.act('list-2', [{ name: 'list.delete', args: { listId: 'list-2' } }]);
	expect(trash.lists.map(({ name, detail }) => [name, detail])).toEqual([
		['Cookout', 'No items'],
		['Groceries', '1 item']
	]);
});
