import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ONE } from '#lib/domain/quantity.ts';
import type { Mutation } from '#lib/domain/undo.ts';
import { MemoryStorage } from '../../../tests/support/memory-storage.ts';
import { ReplicaDatabase } from './db.ts';
import { Journal } from './journal.ts';
import { Replica } from './replica.ts';

const LIST = 'list-1';
let counter = 0;
const opened: Replica[] = [];
const storage = new MemoryStorage();

/** A tab: all tabs share the disk and localStorage. */
async function open(name: string, db = new ReplicaDatabase(name)): Promise<Replica> {
	const newId = () => `id-${counter++}`;
	const journal = new Journal(storage, name, newId());
	const replica = await Replica.open({
		db,
		journal,
		now: () => 1_000 + counter,
		newId,
		persist: () => undefined
	});
	opened.push(replica);
	return replica;
}

async function readOutbox(name: string) {
	const db = new ReplicaDatabase(name);
	const outbox = await db.outbox.orderBy('mid').toArray();
	db.close();
	return outbox;
}

function addItem(id: string, name: string): Mutation {
	const item = { quantity: ONE, note: '', productId: null, keepSeparate: false };
	return { name: 'item.add', args: { listId: LIST, id, name, ...item } };
}

const createList: Mutation = { name: 'list.create', args: { listId: LIST, name: 'Groceries' } };
const check = (id: string, checked: boolean): Mutation => ({
	name: 'item.set',
	args: { listId: LIST, id, patch: { checked } }
});
const namesOf = (replica: Replica): string[] =>
	[...replica.view.liveItems(LIST)].map((item) => item.name).sort();
const freshName = (): string => `test-${counter++}`;

afterEach(() => {
	for (const replica of opened.splice(0)) replica.close();
});

describe('a replica', () => {
	test('shows an edit in the same task, before anything is on the disk', async () => {
		const replica = await open(freshName());
		replica.act(LIST, [createList, addItem('a', 'Milk')]);
		expect(namesOf(replica)).toEqual(['Milk']);
		expect(replica.pending).toBe(2);
		await replica.saved();
	});

	test('shows after reopening what was done before, in the same state', async () => {
		const name = freshName();
		const first = await open(name);
		first.act(LIST, [createList, addItem('a', 'Milk'), addItem('b', 'Eggs')]);
		first.act(LIST, [check('a', true)]);
		await first.saved();
		first.close();
		const again = await open(name);
		expect(namesOf(again)).toEqual(['Eggs', 'Milk']);
		expect(again.view.items.get('a')?.checked).toBe(true);
		expect(again.pending).toBe(4);
	});

	test('numbers its mutations from 1 without a gap, in the order they were done', async () => {
		const name = freshName();
		const replica = await open(name);
		replica.act(LIST, [createList]);
		for (let i = 0; i < 50; i++) replica.act(LIST, [addItem(`i${i}`, `Item ${i}`)]);
		await replica.saved();
		const outbox = await readOutbox(name);
		expect(outbox.map((entry) => entry.mid)).toEqual(Array.from({ length: 51 }, (_, i) => i + 1));
		expect(outbox.map((entry) => entry.name)).toEqual([
			'list.create',
			...Array(50).fill('item.add')
		]);
	});

	test('never writes the base: rows come from answers only', async () => {
		const name = freshName();
		const replica = await open(name);
		replica.act(LIST, [createList, addItem('a', 'Milk')]);
		await replica.saved();
		const db = new ReplicaDatabase(name);
		expect(await db.lists.count()).toBe(0);
		expect(await db.items.count()).toBe(0);
		db.close();
	});

	test('takes back an act of several mutations as one', async () => {
		const replica = await open(freshName());
		replica.act(LIST, [createList]);
		replica.act(LIST, [addItem('a', 'Milk'), addItem('b', 'Eggs')], { label: 'Added 2 items' });
		expect(replica.undo(LIST)).toBe('Added 2 items');
		expect(namesOf(replica)).toEqual([]);
		await replica.saved();
	});

	test('can still take back after a reload, and only on the list where it was done', async () => {
		const name = freshName();
		const first = await open(name);
		first.act(LIST, [createList, addItem('a', 'Milk')]);
		first.act(LIST, [{ name: 'item.delete', args: { listId: LIST, id: 'a' } }], {
			label: 'Deleted "Milk"'
		});
		await first.saved();
		first.close();
		const again = await open(name);
		expect(again.undo('another list')).toBeNull();
		expect(again.undo(LIST)).toBe('Deleted "Milk"');
		expect(namesOf(again)).toEqual(['Milk']);
		await again.saved();
	});

	test('what was taken back just before a reload cannot be taken back again after it', async () => {
		const name = freshName();
		const replica = await open(name);
		replica.act(LIST, [createList, addItem('a', 'Milk')]);
		const step: Mutation = {
			name: 'item.step',
			args: { listId: LIST, id: 'a', milli: 2_000, unit: null }
		};
		replica.act(LIST, [step], { label: 'Changed "Milk"' });
		await replica.saved();
		replica.undo(LIST);
		// A reload cuts the transaction off; only the journal has it.
		replica.close();
		const again = await open(name);
		expect(again.view.items.get('a')?.quantity.milli).toBe(1_000);
		expect(again.undoEntries).toEqual([]);
	});

	test('does not undo a value that somebody changed since', async () => {
		const replica = await open(freshName());
		replica.act(LIST, [createList, addItem('a', 'Milk')]);
		const rename = (name: string): Mutation => ({
			name: 'item.set',
			args: { listId: LIST, id: 'a', patch: { name } }
		});
		replica.act(LIST, [rename('Oat milk')], { label: 'Changed' });
		replica.act(LIST, [rename('Soy milk')]);
		replica.undo(LIST);
		expect(namesOf(replica)).toEqual(['Soy milk']);
		await replica.saved();
	});

	test('keeps the twenty latest acts', async () => {
		const replica = await open(freshName());
		replica.act(LIST, [createList]);
		for (let i = 0; i < 25; i++)
			replica.act(LIST, [addItem(`i${i}`, `Item ${i}`)], { label: `Added ${i}` });
		expect(replica.undoEntries.map((entry) => entry.label)).toEqual(
			Array.from({ length: 20 }, (_, i) => `Added ${i + 5}`)
		);
		await replica.saved();
	});

	test('sees what another tab did, and neither numbers a mutation twice', async () => {
		const name = freshName();
		const one = await open(name);
		const two = await open(name);
		one.act(LIST, [createList, addItem('a', 'Milk')]);
		two.act(LIST, [addItem('b', 'Eggs')]);
		await Promise.all([one.saved(), two.saved()]);
		await vi.waitFor(() => {
			expect(namesOf(one)).toEqual(['Eggs', 'Milk']);
			expect(namesOf(two)).toEqual(['Eggs', 'Milk']);
		});
		const outbox = await readOutbox(name);
		expect(outbox.map((entry) => entry.mid)).toEqual([1, 2, 3]);
	});

	test('keeps an edit on the screen, counts it as not saved and saves it later when the disk refuses', async () => {
		const name = freshName();
		const db = new ReplicaDatabase(name);
		const replica = await open(name, db);
		const refusal = vi
			.spyOn(db, 'transaction')
			.mockRejectedValueOnce(new Error('QuotaExceededError'));
		replica.act(LIST, [createList, addItem('a', 'Milk')]);
		await vi.waitFor(() => expect(replica.unsavedCount).toBe(2));
		expect(namesOf(replica)).toEqual(['Milk']);
		refusal.mockRestore();
		await replica.saved();
		expect(replica.unsavedCount).toBe(0);
		expect(await db.outbox.count()).toBe(2);
	});

	test('finds an edit whose transaction a reload cut off, and saves it once', async () => {
		const name = freshName();
		const first = await open(name);
		first.act(LIST, [createList, addItem('a', 'Milk')]);
		await first.saved();
		const db = new ReplicaDatabase(name);
		const dying = await open(name, db);
		vi.spyOn(db, 'transaction').mockReturnValue(new Promise(() => undefined) as never);
		dying.act(LIST, [addItem('b', 'Eggs')]);
		db.close();

		const next = await open(name);
		expect(namesOf(next)).toEqual(['Eggs', 'Milk']);
		const again = await open(name);
		expect(namesOf(again)).toEqual(['Eggs', 'Milk']);
		const outbox = await readOutbox(name);
		expect(outbox.map(({ mid, name }) => [mid, name])).toEqual([
			[1, 'list.create'],
			[2, 'item.add'],
			[3, 'item.add']
		]);
	});

	test('does not save an edit twice when a page opens while its tab is still saving it', async () => {
		const name = freshName();
		const one = await open(name);
		one.act(LIST, [createList, addItem('a', 'Milk')]);
		const two = await open(name); // takes over what `one` has only just begun to save
		await Promise.all([one.saved(), two.saved()]);
		const muids = (await readOutbox(name)).map((entry) => entry.muid);
		expect(muids.length).toBe(2);
		expect(new Set(muids).size).toBe(2);
	});
});
