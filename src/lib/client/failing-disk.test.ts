import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Mutation } from '#lib/domain/undo.ts';
import type { SyncAnswer, SyncRequest } from '#lib/protocol/sync.ts';
import { PLAIN_ITEM } from '#lib/domain/item.ts';
import { PLAIN_LIST } from '#lib/domain/list.ts';
import { rowsOf } from '../../../tests/support/answer-rows.ts';
import { MemoryStorage } from '../../../tests/support/memory-storage.ts';
import { LIST, newItem } from '../../../tests/support/mutation-world.ts';
import { META_KEY, ReplicaDatabase } from './db.ts';
import { Journal } from './journal.ts';
import { Replica } from './replica.ts';
import { unsentOf } from './save-unsent.ts';

let counter = 0;
const opened: Replica[] = [];
const storage = new MemoryStorage();
/** What goes on trying to save, the latest of it. */
let saveAgain: (() => Promise<boolean>) | null = null;

afterEach(() => {
	vi.restoreAllMocks();
	saveAgain = null;
	for (const replica of opened.splice(0)) replica.close();
});

async function open(name: string, db = new ReplicaDatabase(name)): Promise<Replica> {
	const newId = () => `id-${counter++}`;
	const journal = new Journal(storage, name, newId());
	const persist = (save: () => Promise<boolean>) => void (saveAgain = save);
	const replica = await Replica.open({ db, journal, now: () => 1_000, newId, persist });
	opened.push(replica);
	return replica;
}

const add = (id: string): Mutation => ({ name: 'item.add', args: newItem(id, id) });
const createList: Mutation = { name: 'list.create', args: { listId: LIST, name: 'Groceries' } };
const namesOn = (replica: Replica): string[] =>
	[...replica.view.liveItems(LIST)].map(({ name }) => name).sort();

/** A device that has a list with milk on it from the server, and eggs that it has not sent. */
async function openSynced(db: ReplicaDatabase): Promise<Replica> {
	const replica = await open(db.name, db);
	const request = await replica.request();
	await replica.apply(request, answerTo(request));
	replica.act(LIST, [add('eggs')]);
	await replica.saved();
	return replica;
}

function answerTo({ cursor }: SyncRequest): SyncAnswer {
	const row = { listId: LIST, rev: 1, stamps: { $: [1, 1, 'server'] as const } };
	const lists = [{ ...row, id: LIST, name: 'Groceries', deletedAt: null, ...PLAIN_LIST }];
	const milk = { ...row, ...newItem('milk', 'milk'), norm: 'milk', position: 'I1', checked: false };
	const items = [{ ...milk, deletedAt: null, mergedInto: null, ...PLAIN_ITEM }];
	const person = {
		...row,
		id: 'm',
		userId: 'ann',
		name: 'Ann',
		role: 'editor',
		active: true
	} as const;
	const rows = rowsOf({ lists, items, members: [person] });
	const rest = { authors: {}, gone: [], rejects: [], salvaged: false, proof: 'proof', lmid: 0 };
	return { epoch: 'epoch-1', base: cursor, cursor: 7, reset: true, rows, ...rest };
}

const freshDatabase = (): ReplicaDatabase => new ReplicaDatabase(`failing-${counter++}`);

describe('a connection that the browser loses', () => {
	test('is opened again, once, and the edit is saved once', async () => {
		const db = freshDatabase();
		const replica = await openSynced(db);
		const opening = vi.spyOn(indexedDB, 'open');
		db.backendDB().close();
		replica.act(LIST, [add('bread')]);
		await replica.saved();
		expect(opening).toHaveBeenCalledTimes(1);
		expect((await db.outbox.toArray()).map(({ mid }) => mid)).toEqual([1, 2]);
		expect(replica.storageProblem).toBeNull();
	});

	test.each(['UnknownError', 'InvalidStateError', 'DatabaseClosedError'])(
		'and says so with %s, is opened again for an answer of the server too',
		async (name) => {
			const db = freshDatabase();
			const replica = await openSynced(db);
			const error = Object.assign(new Error('Connection to Indexed Database server lost.'), {
				name
			});
			vi.spyOn(db, 'transaction').mockRejectedValueOnce(error);
			const request = await replica.request();
			expect(await replica.apply(request, { ...answerTo(request), cursor: 9, lmid: 1 })).toBe(true);
			expect(replica.pending).toBe(0);
			expect((await db.meta.get(META_KEY))?.cursor).toBe(9);
		}
	);

	test('every time, is a disk that fails: the edit stays on the screen and is tried again', async () => {
		const db = freshDatabase();
		const replica = await openSynced(db);
		const error = Object.assign(new Error('lost'), { name: 'UnknownError' });
		const refusal = vi.spyOn(db, 'transaction').mockRejectedValue(error);
		replica.act(LIST, [add('bread')]);
		await vi.waitFor(() => expect(replica.unsavedCount).toBe(1));
		expect(replica.storageProblem).toBe('failing');
		expect(namesOn(replica)).toContain('bread');
		expect(await saveAgain?.()).toBe(false);
		refusal.mockRestore();
		expect(await saveAgain?.()).toBe(true);
		expect(replica.unsavedCount).toBe(0);
		expect(replica.storageProblem).toBeNull();
	});
});

describe('a database that the browser empties while a page is open', () => {
	const empty = async (db: ReplicaDatabase): Promise<void> => {
		await Promise.all(db.tables.map((table) => table.clear()));
	};

	test('is filled from the page with the next edit', async () => {
		const db = freshDatabase();
		const replica = await openSynced(db);
		await empty(db);
		replica.act(LIST, [add('bread')]);
		await replica.saved();
		const next = await open(db.name);
		expect(namesOn(next)).toEqual(['bread', 'eggs', 'milk']);
		expect(next.meta).toMatchObject({ cursor: 7, lastMid: 2 });
		expect(next.pending).toBe(2);
		expect([...next.members.keys()]).toEqual(['m']);
	});

	test('is filled from the page with the next answer', async () => {
		const db = freshDatabase();
		const replica = await openSynced(db);
		await empty(db);
		const request = await replica.request();
		const rows = rowsOf();
		const next = { ...answerTo(request), reset: false, rows, cursor: 9 };
		expect(await replica.apply(request, next)).toBe(true);
		expect(namesOn(await open(db.name))).toEqual(['eggs', 'milk']);
	});
});

describe('a disk that takes nothing', () => {
	const full = Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
	const fillDisk = (db: ReplicaDatabase) => {
		const real = db.transaction.bind(db) as (mode: string, ...rest: unknown[]) => Promise<unknown>;
		return vi
			.spyOn(db, 'transaction')
			.mockImplementation(((mode: string, ...rest: unknown[]) =>
				mode === 'rw' ? Promise.reject(full) : real(mode, ...rest)) as never);
	};

	test('is opened for reading, with what an earlier page had not saved, which is saved once there is room', async () => {
		const db = freshDatabase();
		const before = await openSynced(db);
		const first = fillDisk(db);
		before.act(LIST, [add('bread')]);
		await vi.waitFor(() => expect(before.unsavedCount).toBe(1));
		expect(before.storageProblem).toBe('full');
		first.mockRestore();
		before.close();

		const later = new ReplicaDatabase(db.name);
		const disk = fillDisk(later);
		const replica = await open(db.name, later);
		expect(namesOn(replica)).toEqual(['bread', 'eggs', 'milk']);
		expect(replica).toMatchObject({ pending: 2, unsavedCount: 1, storageProblem: 'full' });
		replica.act(LIST, [add('tea')]);
		expect(await saveAgain?.()).toBe(false);
		disk.mockRestore();
		expect(await saveAgain?.()).toBe(true);
		expect(replica).toMatchObject({ pending: 3, unsavedCount: 0, storageProblem: null });
		expect(
			(await later.outbox.toArray()).map(({ mid, args }) => [mid, 'id' in args && args.id])
		).toEqual([
			[1, 'eggs'],
			[2, 'bread'],
			[3, 'tea']
		]);
		expect(namesOn(await open(db.name))).toEqual(['bread', 'eggs', 'milk', 'tea']);
	});

	test('on a first visit cannot be opened at all', async () => {
		const db = freshDatabase();
		fillDisk(db);
		await expect(open(db.name, db)).rejects.toThrow('no room');
	});

	test('keeps an answer of the server off the screen, and says why', async () => {
		const db = freshDatabase();
		const replica = await openSynced(db);
		const disk = fillDisk(db);
		const request = await replica.request();
		await expect(replica.apply(request, { ...answerTo(request), cursor: 9 })).rejects.toBe(full);
		expect(replica).toMatchObject({ storageProblem: 'full', unsavedCount: 0 });
		disk.mockRestore();
		expect(await replica.apply(request, { ...answerTo(request), cursor: 9 })).toBe(true);
		expect(replica.storageProblem).toBeNull();
	});
});

describe('rows that the disk has damaged', () => {
	const put = async (db: ReplicaDatabase, table: string, row: unknown): Promise<void> => {
		await db.table(table).put(row, ...(table === 'meta' ? [META_KEY] : []));
	};

	test('one of every table: the page opens, every sound edit is there, the damaged one is in the tray', async () => {
		const db = freshDatabase();
		await openSynced(db);
		await put(db, 'lists', { id: 'x', name: 7 });
		await put(db, 'items', { id: 'milk', listId: LIST, quantity: null });
		await put(db, 'members', { id: 'm' });
		await put(db, 'outbox', { mid: 2, name: 'item.add', args: 'torn' });
		await put(db, 'dead', { muid: 'd', message: 3 });
		await put(db, 'salvage', { key: 'items:x', table: 'items', row: {} });
		await put(db, 'merges', { listId: 4 });
		await put(db, 'tabs', { tabId: 't' });

		const replica = await open(db.name);
		expect(namesOn(replica)).toEqual(['eggs']);
		expect(replica.pending).toBe(1);
		expect(replica.dead.map(({ entry, unreadable }) => [entry, unreadable !== undefined])).toEqual([
			[null, true],
			[null, true]
		]);
		expect(replica.isOffering).toBe(false);
		const request = await replica.request();
		expect(request).toMatchObject({ cursor: 0, epoch: 'epoch-1' });
		await replica.apply(request, answerTo(request));
		expect(namesOn(replica)).toEqual(['eggs', 'milk']);
	});

	test('an edit that cannot be read is given up when somebody says so, and by nothing else', async () => {
		const db = freshDatabase();
		await openSynced(db);
		await put(db, 'outbox', { mid: 2, muid: 'torn', name: 'item.add', args: 'torn' });
		const replica = await open(db.name);
		replica.retry('torn');
		await replica.saved();
		expect(replica.dead.map(({ muid }) => muid)).toEqual(['torn']);
		replica.drop('torn');
		await vi.waitFor(async () => expect(await db.dead.count()).toBe(0));
		expect(replica.dead).toEqual([]);
		expect(replica.pending).toBe(1);
	});

	test('a refused or offered row of which nothing is left does not keep the page from opening', async () => {
		const db = freshDatabase();
		await openSynced(db);
		await put(db, 'dead', { muid: 'd', message: 'No.', entry: null });
		await put(db, 'salvage', { key: 'items:x', table: 'items', row: null });
		const replica = await open(db.name);
		expect(namesOn(replica)).toEqual(['eggs', 'milk']);
		expect(replica).toMatchObject({ storageProblem: null, isOffering: false });
	});

	test('its own record: it goes on as another device of its person, with every edit', async () => {
		const db = freshDatabase();
		const { meta } = await openSynced(db);
		await put(db, 'meta', { userId: 'ann', cursor: 'nowhere' });
		const replica = await open(db.name);
		expect(replica.meta).toMatchObject({ userId: 'ann', lastMid: 1, cursor: 0, epoch: null });
		expect(replica.meta.clientId).not.toBe(meta.clientId);
		expect(replica.pending).toBe(1);
		replica.act(LIST, [add('bread')]);
		await replica.saved();
		expect((await db.outbox.toArray()).map(({ mid }) => mid)).toEqual([1, 2]);
	});

	test('an edit that no longer makes sense does not keep the page from opening', async () => {
		const db = freshDatabase();
		await openSynced(db);
		await put(db, 'outbox', {
			...(await db.outbox.get(1)),
			name: 'item.set',
			args: { listId: LIST, id: 'milk' }
		});
		expect(namesOn(await open(db.name))).toEqual(['milk']);
	});
});

test('what is not on the server can be saved to a file, in words and exactly', async () => {
	const replica = await open(`failing-${counter++}`);
	replica.act(LIST, [createList, add('eggs')]);
	await replica.saved();
	const { waiting } = JSON.parse(unsentOf(replica, 5_000)) as {
		waiting: { what: string; list: string; edit: { muid: string } }[];
	};
	expect(waiting.map(({ what, list }) => [what, list])).toEqual([
		['Made the list "Groceries"', 'Groceries'],
		['eggs', 'Groceries']
	]);
	expect(waiting.map(({ edit }) => edit.muid)).toEqual(replica.unconfirmed.map(({ muid }) => muid));
});
