import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PLAIN_ITEM, type Item } from '#lib/domain/item.ts';
import { PLAIN_LIST, type List } from '#lib/domain/list.ts';
import type { Member } from '#lib/domain/member.ts';
import { ONE } from '#lib/domain/quantity.ts';
import type { Mutation } from '#lib/domain/undo.ts';
import type { SyncAnswer, SyncRequest } from '#lib/protocol/sync.ts';
import { rowsOf } from '../../../tests/support/answer-rows.ts';
import { MemoryStorage } from '../../../tests/support/memory-storage.ts';
import { ReplicaDatabase } from './db.ts';
import { Journal } from './journal.ts';
import { toEntries } from './refusals.ts';
import { Replica, type ReplicaChange } from './replica.ts';

const LIST = 'list-1';
const storage = new MemoryStorage();
const opened: Replica[] = [];
let counter = 0;

async function open(name: string): Promise<Replica> {
	const newId = () => `id-${counter++}`;
	const journal = new Journal(storage, name, newId());
	const db = new ReplicaDatabase(name);
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

const freshName = (): string => `exchange-${counter++}`;
const stampsAt = (rev: number) => ({ $: [rev, 500, 'server'] as const });

function listRow(rev: number): List {
	return {
		id: LIST,
		listId: LIST,
		rev,
		stamps: stampsAt(rev),
		name: 'Groceries',
		deletedAt: null,
		...PLAIN_LIST
	};
}

function itemRow(id: string, name: string, rev: number): Item {
	return {
		id,
		listId: LIST,
		rev,
		stamps: stampsAt(rev),
		name,
		norm: name.toLowerCase(),
		quantity: ONE,
		note: '',
		checked: false,
		position: `a${id}`,
		productId: null,
		keepSeparate: false,
		...PLAIN_ITEM,
		deletedAt: null,
		mergedInto: null
	};
}

const memberRow = (userId: string, rev: number): Member => ({
	id: `${LIST}.${userId}`,
	listId: LIST,
	rev,
	stamps: stampsAt(rev),
	userId,
	name: userId,
	role: 'editor',
	active: true
});

/** An answer to a request, as a server that has nothing new would give it. */
function answerTo(request: SyncRequest, more: Partial<SyncAnswer> = {}): SyncAnswer {
	return {
		epoch: 'epoch-1',
		base: request.cursor,
		cursor: request.cursor + 1,
		reset: false,
		lmid: request.muts.at(-1)?.mid ?? request.acked,
		proof: 'proof',
		rows: rowsOf(),
		authors: {},
		gone: [],
		rejects: [],
		salvaged: false,
		...more
	};
}

/** A replica whose base holds a list with milk and eggs, at cursor 1. */
async function openSynced(name = freshName()): Promise<Replica> {
	const replica = await open(name);
	const request = await replica.request();
	const items = [itemRow('milk', 'Milk', 1), itemRow('eggs', 'Eggs', 1)];
	const rows = rowsOf({ lists: [listRow(1)], items, members: [memberRow('ann', 1)] });
	await replica.apply(
		request,
		answerTo(request, { reset: true, rows, authors: { server: 'ann' } })
	);
	return replica;
}

const check = (id: string): Mutation => ({
	name: 'item.set',
	args: { listId: LIST, id, patch: { checked: true } }
});
const addItem = (id: string, note = ''): Mutation => ({
	name: 'item.add',
	args: { listId: LIST, id, name: id, quantity: ONE, note, productId: null, keepSeparate: false }
});
const namesOf = (replica: Replica): string[] =>
	[...replica.view.liveItems(LIST)].map((item) => item.name).sort();

afterEach(() => {
	for (const replica of opened.splice(0)) replica.close();
});

describe('a request', () => {
	test('carries the lowest entries of the disk, also those that another tab saved', async () => {
		const name = freshName();
		const one = await openSynced(name);
		const two = await open(name);
		two.act(LIST, [check('eggs')]);
		await two.saved();
		one.act(LIST, [check('milk')]);
		await one.saved();
		const { muts } = await one.request();
		expect(muts.map(({ mid, args }) => [mid, (args as { id: string }).id])).toEqual([
			[1, 'eggs'],
			[2, 'milk']
		]);
	});

	test('leaves out what is not on the disk yet', async () => {
		const replica = await openSynced();
		vi.spyOn(Dexie.prototype, 'transaction').mockReturnValueOnce(new Promise(() => undefined));
		replica.act(LIST, [check('milk')]);
		await Promise.resolve();
		expect((await replica.request()).muts).toEqual([]);
		expect(replica.pending).toBe(1);
		vi.restoreAllMocks();
	});

	test('carries at most 100 mutations, and at most 64 KB of them', async () => {
		const replica = await openSynced();
		replica.act(
			LIST,
			Array.from({ length: 150 }, (_, i) => addItem(`i${i}`))
		);
		await replica.saved();
		expect((await replica.request()).muts.length).toBe(100);

		const large = await openSynced();
		large.act(
			LIST,
			Array.from({ length: 100 }, (_, i) => addItem(`i${i}`, 'ü'.repeat(1_000)))
		);
		await large.saved();
		const { muts } = await large.request();
		expect(muts.length).toBeGreaterThan(1);
		expect(Buffer.byteLength(JSON.stringify(muts))).toBeLessThanOrEqual(64 * 1024);
	});
});

describe('an answer', () => {
	test('is on the screen and on the disk, with people and authors', async () => {
		const name = freshName();
		const replica = await openSynced(name);
		expect(namesOf(replica)).toEqual(['Eggs', 'Milk']);
		const again = await open(name);
		expect(namesOf(again)).toEqual(['Eggs', 'Milk']);
		expect([...again.members.values()].map(({ userId }) => userId)).toEqual(['ann']);
		expect(again.meta).toMatchObject({ cursor: 1, epoch: 'epoch-1', authors: { server: 'ann' } });
	});

	test('names exactly the rows that changed', async () => {
		const replica = await openSynced();
		const changes: ReplicaChange[] = [];
		replica.subscribe((change) => changes.push(change));
		const request = await replica.request();
		const items = [itemRow('milk', 'Oat milk', 2), itemRow('bread', 'Bread', 2)];
		await replica.apply(request, answerTo(request, { rows: rowsOf({ items }) }));
		expect(changes.map(({ items, lists }) => [[...items].sort(), [...lists]])).toEqual([
			[['bread', 'milk'], []]
		]);
	});

	test('leaves what was done meanwhile on the screen and in the outbox', async () => {
		const replica = await openSynced();
		replica.act(LIST, [check('milk')]);
		await replica.saved();
		const request = await replica.request();
		replica.act(LIST, [check('eggs')]);
		const items = [{ ...itemRow('milk', 'Milk', 2), checked: true }];
		const applying = replica.apply(request, answerTo(request, { rows: rowsOf({ items }) }));
		replica.act(LIST, [addItem('bread')]);
		await applying;
		expect(replica.view.items.get('eggs')?.checked).toBe(true);
		expect(namesOf(replica)).toEqual(['Eggs', 'Milk', 'bread']);
		await replica.saved();
		const { muts } = await replica.request();
		expect(muts.map(({ mid }) => mid)).toEqual([2, 3]);
		expect(replica.pending).toBe(2);
	});

	test('that comes twice changes nothing the second time', async () => {
		const replica = await openSynced();
		const request = await replica.request();
		const items = [itemRow('bread', 'Bread', 2)];
		const answer = answerTo(request, { rows: rowsOf({ items }) });
		expect(await replica.apply(request, answer)).toBe(true);
		expect(await replica.apply(request, answer)).toBe(false);
		expect(replica.meta.cursor).toBe(2);
	});

	test('takes a lost list off the screen, items and people included', async () => {
		const replica = await openSynced();
		const request = await replica.request();
		await replica.apply(request, answerTo(request, { gone: [LIST] }));
		expect(replica.view.lists.size + replica.view.items.size + replica.members.size).toBe(0);
	});

	test('that another tab applied shows here too', async () => {
		const name = freshName();
		const one = await openSynced(name);
		const two = await open(name);
		const request = await one.request();
		const items = [itemRow('bread', 'Bread', 2)];
		await one.apply(request, answerTo(request, { rows: rowsOf({ items }) }));
		await vi.waitFor(() => expect(namesOf(two)).toEqual(['Bread', 'Eggs', 'Milk']));
		expect(two.meta.cursor).toBe(2);
	});

	test('is applied in full when another tab saved an edit just before', async () => {
		const name = freshName();
		const one = await openSynced(name);
		const two = await open(name);
		const request = await one.request();
		two.act(LIST, [check('eggs')]);
		await two.saved();
		const items = [itemRow('bread', 'Bread', 2)];
		await one.apply(request, answerTo(request, { rows: rowsOf({ items }) }));
		expect(namesOf(one)).toEqual(['Bread', 'Eggs', 'Milk']);
		expect(one.view.items.get('eggs')?.checked).toBe(true);
		expect(one.pending).toBe(1);
	});
});

describe('a refused edit', () => {
	async function openRefused(name = freshName()): Promise<Replica> {
		const replica = await openSynced(name);
		replica.act(LIST, [addItem('bread')]);
		await replica.saved();
		const request = await replica.request();
		const [sent] = request.muts;
		const reject = { mid: sent?.mid ?? 0, muid: sent?.muid ?? '', code: 'limit', message: 'Full.' };
		await replica.apply(request, answerTo(request, { rejects: [reject as never] }));
		return replica;
	}

	test('leaves the screen and is among the dead, with the reason, also after a reload', async () => {
		const name = freshName();
		const replica = await openRefused(name);
		expect(namesOf(replica)).toEqual(['Eggs', 'Milk']);
		const again = await open(name);
		for (const { dead, view } of [replica, again])
			expect(toEntries(dead, view)).toMatchObject([
				{ title: 'bread', reason: '“Groceries”: Full.', text: 'bread. “Groceries”: Full.' }
			]);
	});

	test('says what it was about, though the list went with the same answer', async () => {
		const replica = await openSynced();
		replica.act(LIST, [check('milk')]);
		await replica.saved();
		const request = await replica.request();
		const [sent] = request.muts;
		const reject = { mid: 1, muid: sent?.muid ?? '', code: 'forbidden', message: 'Gone.' } as const;
		await replica.apply(request, answerTo(request, { rejects: [reject], gone: [LIST] }));
		expect(toEntries(replica.dead, replica.view)).toMatchObject([
			{ title: 'Checked "Milk"', reason: '“Groceries”: Gone.' }
		]);
	});

	test('that is retried is a new entry, known as far as now, and no longer dead in any tab', async () => {
		const name = freshName();
		const replica = await openRefused(name);
		const other = await open(name);
		const before = replica.dead[0];
		replica.retry(before?.muid ?? '');
		expect(namesOf(replica)).toEqual(['Eggs', 'Milk', 'bread']);
		await replica.saved();
		const { muts } = await replica.request();
		expect(muts).toMatchObject([{ mid: 2, base: 2, epoch: 'epoch-1', name: 'item.add' }]);
		expect(muts[0]?.muid).not.toBe(before?.muid);
		await vi.waitFor(() => expect(other.dead).toEqual([]));
	});

	test('that is retried just before a reload is not there to be retried again after it', async () => {
		const name = freshName();
		const replica = await openRefused(name);
		replica.retry(replica.dead[0]?.muid ?? '');
		// A reload cuts the transaction off; only the journal has it.
		replica.close();
		const again = await open(name);
		expect(again.dead).toEqual([]);
		expect(again.pending).toBe(1);
	});

	test('that is dropped is gone for good', async () => {
		const name = freshName();
		const replica = await openRefused(name);
		replica.drop(replica.dead[0]?.muid ?? '');
		expect(replica.dead).toEqual([]);
		await replica.saved();
		expect((await open(name)).dead).toEqual([]);
	});
});

test('a database of version 1 opens with what it held', async () => {
	const name = freshName();
	const old = new Dexie(name);
	old
		.version(1)
		.stores({ lists: 'id', items: 'id, listId', outbox: 'mid', meta: '', tabs: 'tabId' });
	const meta = {
		clientId: 'c',
		lastMid: 1,
		cursor: 0,
		epoch: null,
		acked: 0,
		proof: null,
		undo: []
	};
	await old.table('meta').put(meta, 'replica');
	const create = { name: 'list.create', args: { listId: LIST, name: 'Groceries' } };
	await old.table('outbox').put({ ...create, mid: 1, muid: 'm', at: 1, base: 0, epoch: null });
	old.close();
	const replica = await open(name);
	expect(replica.view.lists.get(LIST)?.name).toBe('Groceries');
	expect(replica.meta).toEqual({ ...meta, userId: null, authors: {}, buried: 0 });
});

test('whose database it is is known in every tab', async () => {
	const name = freshName();
	const one = await open(name);
	const two = await open(name);
	await one.bind('ann');
	expect(one.meta.userId).toBe('ann');
	await vi.waitFor(() => expect(two.meta.userId).toBe('ann'));
});
