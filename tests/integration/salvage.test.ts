import { beforeEach, describe, expect, test } from 'vitest';
import type { Item } from '#lib/domain/item.ts';
import type { SyncAnswer } from '#lib/protocol/sync.ts';
import type { RunningServer } from '#lib/server/serve.ts';
import { newItem } from '../support/mutation-world.ts';
import { routes } from '../support/routes.ts';
import { startServer } from '../support/start-app.ts';
import { Visitor } from '../support/visitor.ts';

// What the server makes of rows that a device offers back after a restore, honest or not.

const DAY_MS = 24 * 3_600_000;
let now = Date.now();
let server: RunningServer;
let ann: Visitor;
let ben: Visitor;

beforeEach(async () => {
	now = Date.now();
	server = await startServer({ handler: routes, overrides: { now: () => now } });
	ann = await Visitor.signedUp(server, 'Ann');
	ben = await Visitor.signedUp(server, 'Ben');
	await ann.sync();
	await ben.sync();
});

const stamps = { $: [3, 1_000, 'old-client'] };
const listRow = (id: string, change: object = {}) => ({
	...{ id, listId: id, rev: 3, stamps, name: 'Cookout', deletedAt: null },
	...change
});
const itemRow = (listId: string, id: string, change: object = {}) => ({
	...newItem(id, 'Charcoal'),
	...{ listId, rev: 3, stamps, checked: false, position: 'I1', deletedAt: null, mergedInto: null },
	...change
});
const memberRow = (listId: string, { userId }: Visitor, change: object = {}) => ({
	...{ listId, userId, role: 'editor', active: true },
	...change
});

/** Offers rows as a device of this person does. */
async function offer(
	who: Visitor,
	rows: Partial<Record<'lists' | 'members' | 'items' | 'ownPrices' | 'choices', unknown[]>>
) {
	const salvage = { lists: [], members: [], items: [], ...rows };
	const { status, body } = await who.ask<SyncAnswer>('POST', '/api/sync', {
		...who.request(),
		salvage
	});
	return { status, salvaged: body.salvaged };
}

/** What somebody who comes anew finds. */
async function find(who: Visitor): Promise<{ lists: string[]; items: Item[]; members: string[] }> {
	const fresh = new Visitor(server);
	fresh.cookie = who.cookie;
	const { rows } = await fresh.sync();
	const members = rows.members.filter(({ active }) => active);
	return {
		lists: rows.lists.map(({ name }) => name),
		items: rows.items,
		members: members.map(({ name, role }) => `${name}: ${role}`).sort()
	};
}

describe('a list that the server does not know', () => {
	test('is there again with everything, for those of its people whom the server knows', async () => {
		const answered = await offer(ann, {
			lists: [listRow('C')],
			members: [
				memberRow('C', ann),
				memberRow('C', ben, { role: 'viewer' }),
				{ ...memberRow('C', ann), userId: 'nobody' }
			],
			items: [itemRow('C', 'c1')]
		});
		expect(answered).toEqual({ status: 200, salvaged: true });
		for (const who of [ann, ben])
			expect(await find(who)).toMatchObject({
				lists: ['Cookout'],
				items: [{ id: 'c1', name: 'Charcoal', norm: 'charcoal' }],
				members: ['Ann: editor', 'Ben: viewer']
			});
	});

	test('held only by somebody who could look at it becomes theirs to change', async () => {
		await offer(ann, { lists: [listRow('C')], members: [memberRow('C', ann, { role: 'viewer' })] });
		expect((await find(ann)).members).toEqual(['Ann: editor']);
	});

	test('is not made by somebody who was not on it', async () => {
		await offer(ann, { lists: [listRow('C')], members: [memberRow('C', ben)] });
		await offer(ann, { lists: [listRow('D')], members: [memberRow('D', ann, { active: false })] });
		expect((await find(ben)).lists).toEqual([]);
		expect((await find(ann)).lists).toEqual([]);
	});

	test('and lay in the bin for longer than that keeps anything, stays away', async () => {
		const lists = [
			listRow('C', { deletedAt: now - 31 * DAY_MS }),
			listRow('D', { deletedAt: now - 29 * DAY_MS, name: 'Picnic' })
		];
		await offer(ann, { lists, members: [memberRow('C', ann), memberRow('D', ann)] });
		expect((await find(ann)).lists).toEqual(['Picnic']);
	});
});

describe('a list that the server knows', () => {
	test.each(['a stranger', 'a former member', 'a viewer'])('takes nothing from %s', async (who) => {
		const listId = await ann.makeList('Groceries', 'Milk');
		if (who !== 'a stranger') await ben.join(ann, listId, who === 'a viewer' ? 'viewer' : 'editor');
		if (who === 'a former member')
			await ann.ask('DELETE', `/api/lists/${listId}/members/${ben.userId}`);
		await offer(ben, {
			lists: [listRow(listId, { name: 'Mine', stamps: { $: [1, now, 'x'], name: [1, now, 'x'] } })],
			members: [memberRow(listId, ben)],
			items: [itemRow(listId, 'c1')]
		});
		const { lists, items } = await find(ann);
		expect(lists).toEqual(['Groceries']);
		expect(items.map(({ name }) => name)).toEqual(['Milk']);
	});

	test('takes what an editor held of it, and tells the others', async () => {
		const listId = await ann.makeList('Groceries', 'Milk');
		await ben.join(ann, listId);
		const socket = await ann.connect();
		const poked = new Promise((resolve) => socket.once('poke', resolve));
		await offer(ben, { items: [itemRow(listId, 'c1')] });
		await poked;
		expect((await find(ann)).items.map(({ name }) => name)).toEqual(['Milk', 'Charcoal']);
		socket.close();
	});

	test('is not reached from another: an item keeps its list', async () => {
		const listId = await ann.makeList('Groceries', 'Milk');
		const [milk] = (await find(ann)).items;
		const bens = await ben.makeList('Bens');
		await offer(ben, { items: [itemRow(bens, milk?.id ?? '', { stamps: { $: [1, now, 'x'] } })] });
		expect((await find(ann)).items).toMatchObject([{ name: 'Milk', listId }]);
	});
});

describe('what is offered', () => {
	const offerItem = async (change: object) => {
		await offer(ann, {
			lists: [listRow('C')],
			members: [memberRow('C', ann)],
			items: [itemRow('C', 'bad', change), itemRow('C', 'good')]
		});
		return (await find(ann)).items.map(({ id }) => id);
	};

	test.each<[string, object]>([
		['has no name', { name: '\u3164' }],
		['has more than there can be of anything', { quantity: { milli: 1e12, unit: null } }],
		['has a unit that does not exist', { quantity: { milli: 1_000, unit: 'parsec' } }],
		['has a place that no list has', { position: 'a0' }],
		['has no creation', { stamps: { name: [1, 1, 'x'] } }],
		['has a time that is none', { stamps: { $: [1, null, 'x'] } }],
		['has an id that means something elsewhere', { id: '../etc' }],
		['is hung under a prototype', JSON.parse('{"stamps":{"__proto__":{"$":[1,1,"x"]}}}') as object]
	])('and %s is left out, and costs the others nothing', async (_, change) => {
		expect(await offerItem(change)).toEqual(['good']);
	});

	test('in more rows than a request may have is refused as a whole', async () => {
		const items = Array.from({ length: 201 }, (_, i) => itemRow('C', `i${i}`));
		expect(await offer(ann, { items })).toMatchObject({ status: 400 });
	});

	test('twice changes nothing the second time', async () => {
		const rows = {
			lists: [listRow('C')],
			members: [memberRow('C', ann)],
			items: [itemRow('C', 'c1')]
		};
		await offer(ann, rows);
		const first = await find(ann);
		await offer(ann, rows);
		expect(await find(ann)).toEqual(first);
	});

	test('more than 30 days after the timeline began is looked at no more', async () => {
		now += 31 * DAY_MS;
		const rows = { lists: [listRow('C')], members: [memberRow('C', ann)] };
		expect(await offer(ann, rows)).toEqual({ status: 200, salvaged: true });
		expect((await find(ann)).lists).toEqual([]);
	});
});

test('a device of somebody the server has never heard of is signed in anew and keeps what it holds', async () => {
	const phone = new Visitor(server);
	phone.cookie = 'sid=of-a-server-that-is-no-more';
	const { status, body } = await phone.signIn({ userId: 'somebody-of-before' });
	expect(status).toBe(200);
	expect(body).toMatchObject({ isSamePerson: true });
	const other = new Visitor(server);
	expect((await other.signIn({ userId: ann.userId })).status).toBe(401);
});
