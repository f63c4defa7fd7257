import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { MutationArgs, MutationName } from '#lib/domain/mutation-args.ts';
import { applyMutation } from '#lib/domain/mutators.ts';
import { SERVER_RULES } from '#lib/domain/server-rules.ts';
import { LIST, newItem } from '../../../../tests/support/mutation-world.ts';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import { openDatabase } from '../db/open.ts';
import { createCollector } from './collection.ts';
import { createSyncStore } from './sync-store.ts';

const DAY_MS = 24 * 3_600_000;
const NOW = 1_000 * DAY_MS;

async function openWorld() {
	const database = await openDatabase(join(temporaryFolder(), 'grocery.db'));
	onTestFinished(() => database.close());
	const store = createSyncStore(database.sqlite, 'epoch-1', NOW);
	const { rows, members, timeline } = store;
	/** @param daysAgo when it is done @param base what its author had seen; all of it unless told */
	function act<N extends MutationName>(
		daysAgo: number,
		name: N,
		args: MutationArgs[N],
		who = 'ann',
		base = timeline.read().seq
	): number {
		const rev = timeline.nextRevision();
		const at = NOW - daysAgo * DAY_MS;
		applyMutation(rows, name, args, { rev, at, clientId: who, base, server: SERVER_RULES });
		return rev;
	}
	act(900, 'list.create', { listId: LIST, name: 'Groceries' });
	for (const userId of ['ann', 'ben'])
		members.put(LIST, userId, {
			...{ role: 'editor', active: true, rev: timeline.nextRevision() },
			...{ at: NOW - 900 * DAY_MS, clientId: 'server' }
		});
	const collect = (now = NOW) => createCollector(database.sqlite, store).collect(now);
	return { store, rows, members, timeline, act, collect };
}

test('tombstones live for 180 days, and the floor is the newest of those that are gone', async () => {
	const { rows, timeline, act, collect } = await openWorld();
	for (const id of ['old', 'young', 'alive']) act(400, 'item.add', newItem(id, id));
	const rev = act(181, 'item.delete', { listId: LIST, id: 'old' });
	act(179, 'item.delete', { listId: LIST, id: 'young' });
	expect(collect().size).toBe(0);
	expect(rows.get('items', 'old')).toBeUndefined();
	expect(rows.get('items', 'young')).toMatchObject({
		name: 'young',
		deletedAt: NOW - 179 * DAY_MS
	});
	expect(rows.get('items', 'alive')).toMatchObject({ name: 'alive', deletedAt: null });
	expect(timeline.read().gcFloor).toBe(rev);
});

test('a row that became part of another leads to it for as long as that one is there', async () => {
	const { rows, act, collect } = await openWorld();
	act(400, 'item.add', newItem('milk', 'Milk'));
	act(400, 'item.add', newItem('twin', 'Milk'), 'ben', 0);
	collect();
	expect(rows.get('items', 'twin')?.mergedInto).toBe('milk');
	act(200, 'item.delete', { listId: LIST, id: 'milk' });
	collect();
	collect();
	expect(rows.get('items', 'twin')).toBeUndefined();
});

test('a list leaves the bin for good after 30 days, and its people are told', async () => {
	const { rows, members, timeline, act, collect } = await openWorld();
	act(400, 'item.add', newItem('milk', 'Milk'));
	act(29, 'list.delete', { listId: LIST });
	expect(collect().size).toBe(0);
	expect(rows.get('lists', LIST)).toMatchObject({ deletedAt: NOW - 29 * DAY_MS });
	expect(rows.get('items', 'milk')).toMatchObject({ name: 'Milk' });
	expect([...collect(NOW + 2 * DAY_MS)].sort()).toEqual(['ann', 'ben']);
	expect(rows.get('lists', LIST)).toBeUndefined();
	expect(rows.get('items', 'milk')).toBeUndefined();
	expect(members.of(LIST, 'ann')).toMatchObject({ active: false });
	// That they were on it is a tombstone like any other.
	const { rev } = members.of(LIST, 'ann') ?? { rev: 0 };
	collect(NOW + 200 * DAY_MS);
	expect(members.of(LIST, 'ann')).toBeUndefined();
	expect(timeline.read().gcFloor).toBe(rev);
});

test('a device is forgotten after 400 days out of sight', async () => {
	const { store, collect } = await openWorld();
	store.clients.put('gone', { userId: 'ann', lmid: 4, seenAt: NOW - 401 * DAY_MS });
	store.clients.put('here', { userId: 'ann', lmid: 4, seenAt: NOW - 399 * DAY_MS });
	store.clients.reject('gone', { mid: 4, muid: 'm', code: 'invalid', message: '' }, '', NOW);
	collect();
	expect(store.clients.get('gone')).toBeUndefined();
	expect(store.clients.rejectsAfter('gone', 0)).toEqual([]);
	expect(store.clients.get('here')).toMatchObject({ userId: 'ann', lmid: 4 });
});

test('of what was paid for one thing the newest two dozen stay, and nothing of another thing goes for it', async () => {
	const { rows, act, collect } = await openWorld();
	const paid = { listId: LIST, norm: 'milk', multiBuy: null, store: '', source: 'manual' } as const;
	for (let weeks = 0; weeks < 30; weeks++)
		act(7 * weeks, 'price.add', {
			...{ ...paid, id: `milk-${weeks}`, productId: 'a', priceCents: 300 + weeks }
		});
	act(800, 'price.add', { ...paid, id: 'eggs', productId: 'b', priceCents: 250 });
	collect();
	const kept = rows.ownPricesSince(LIST, -1).filter(({ deletedAt }) => deletedAt === null);
	const newest = Array.from({ length: 24 }, (_, weeks) => `milk-${weeks}`);
	expect(kept.map(({ id }) => id).sort()).toEqual([...newest, 'eggs'].sort());
});

test('a purged list takes what was paid and picked with it', async () => {
	const { rows, act, collect } = await openWorld();
	const paid = { multiBuy: null, store: '', source: 'manual', priceCents: 100 } as const;
	act(40, 'price.add', { listId: LIST, id: 'p1', productId: null, norm: 'milk', ...paid });
	act(40, 'choice.set', { listId: LIST, norm: 'milk', productId: 'a' });
	act(31, 'list.delete', { listId: LIST });
	collect();
	expect([...rows.ownPricesSince(LIST, -1), ...rows.choicesSince(LIST, -1)]).toEqual([]);
});
