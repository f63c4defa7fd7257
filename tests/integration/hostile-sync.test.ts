import { describe, expect, test } from 'vitest';
import type { ErrorBody } from '#lib/protocol/error.ts';
import type { SyncAnswer } from '#lib/protocol/sync.ts';
import { routes } from '../support/routes.ts';
import { startServer } from '../support/start-app.ts';
import { Visitor, type Answered } from '../support/visitor.ts';

async function start() {
	const server = await startServer({ handler: routes });
	const [ann, eve] = [await Visitor.signedUp(server, 'Ann'), await Visitor.signedUp(server, 'Eve')];
	const listId = await ann.makeList('Groceries', 'Milk');
	await eve.join(ann, listId);
	await eve.sync();
	return { server, ann, eve, listId };
}

/** Stands for brackets in such numbers that no JSON writer of ours gets to their end. */
const DEEP = 'deep';

/** Sends what no honest device would, on top of an honest request. */
const send = (
	by: Visitor,
	change: Record<string, unknown>
): Promise<Answered<SyncAnswer & ErrorBody>> =>
	by.ask(
		'POST',
		'/api/sync',
		JSON.stringify({ ...by.request(), ...change }).replace(
			`"${DEEP}"`,
			'['.repeat(20_000) + ']'.repeat(20_000)
		)
	);

const mutation = (mid: number, name: string, args: unknown, at = Date.now()) => ({
	mid,
	muid: crypto.randomUUID(),
	name,
	args,
	at,
	base: 0,
	epoch: null
});

describe('a request that no honest device sends', () => {
	test.each<[string, Record<string, unknown>]>([
		['a client id that is a path', { clientId: '../../etc/passwd' }],
		['a cursor below nothing', { cursor: -1 }],
		['a cursor that is no number', { cursor: 'all' }],
		['a cursor with a fraction', { cursor: 0.5 }],
		['an epoch as long as a book', { epoch: 'x'.repeat(10_000) }],
		['mutations that are none', { muts: 'all of them' }],
		['101 mutations', { muts: Array.from({ length: 101 }, (_, at) => mutation(at + 1, 'x', {})) }],
		['a mid of 0', { muts: [mutation(0, 'list.delete', {})] }],
		['a time that is none', { now: null }]
	])('%s is refused with a sentence, and nothing of it counts', async (_kind, change) => {
		const { eve, ann, listId } = await start();
		const honest = { ...mutation(1, 'item.add', eve.add(listId, 'Bug').args) };
		const { status, body } = await send(eve, { muts: [honest], ...change });
		expect(status).toBe(400);
		expect(body).toEqual({ error: { code: 'invalid', message: expect.any(String) } });
		expect((await ann.sync()).rows.items).toEqual([]);
	});

	test('one that is too large is refused before it is read', async () => {
		const { eve } = await start();
		const { status } = await send(eve, {
			muts: [mutation(1, 'item.add', { note: 'x'.repeat(64_000) })]
		});
		expect(status).toBe(200);
		const socket = await eve.connect();
		const closed = new Promise((resolve) => socket.once('disconnect', resolve));
		socket.emit('sync', { ...eve.request(), proof: 'x'.repeat(300_000) }, () => {});
		expect(await closed).toBe('transport close');
	});

	test('a newer app is told that the server is old, an older one that it is', async () => {
		const { eve } = await start();
		expect((await send(eve, { v: 99 })).body).toMatchObject({ error: { code: 'server_too_old' } });
		expect((await send(eve, { v: 1 })).body).toMatchObject({ error: { code: 'upgrade_required' } });
	});

	test('another person’s client id is refused, and their counter stays', async () => {
		const { ann, eve, listId } = await start();
		const { status, body } = await send(eve, {
			clientId: ann.clientId,
			muts: [mutation(999, 'item.add', eve.add(listId, 'Bug').args)]
		});
		expect(status).toBe(403);
		expect(body).toMatchObject({ error: { code: 'forbidden' } });
		const { lmid, rejects } = await ann.sync(ann.add(listId, 'Eggs'));
		expect([lmid, rejects]).toEqual([3, []]);
	});

	test.each([
		['cursor', { cursor: 1_000_000 }],
		['acknowledgement', { acked: 1_000_000 }],
		['proof', { cursor: 1_000_000, proof: 'A'.repeat(43) }]
	])('a forged %s resets its own device and disturbs nobody else', async (_kind, change) => {
		const { ann, eve } = await start();
		const { epoch } = ann.state;
		const { body } = await send(eve, change);
		expect(body.reset).toBe(true);
		expect(body.epoch).toBe(epoch);
		const next = await ann.sync();
		expect([next.epoch, next.reset]).toEqual([epoch, false]);
	});

	test('the true proof of a later answer shows that the database went back, and begins a new epoch', async () => {
		const { server, ann, eve, listId } = await start();
		await eve.sync(eve.add(listId, 'Bread'));
		const { epoch } = eve.state;
		server.app.database.sqlite.prepare('UPDATE sync_meta SET seq = seq - 1').run();
		const answer = await eve.sync();
		expect(answer.reset).toBe(true);
		expect(answer.epoch).not.toBe(epoch);
		expect((await ann.sync()).reset).toBe(true);
	});
});

describe('a mutation that no honest device sends', () => {
	test.each<[string, string, unknown]>([
		['an unknown name', 'list.burn', {}],
		['the name of a method of all objects', 'constructor', {}],
		['a prototype', 'item.set', JSON.parse('{"__proto__":{"listId":"x"}}')],
		['nothing', 'item.add', null],
		['a number', 'item.add', 7],
		['20,000 lists in each other', 'item.add', DEEP],
		['9 kB of arguments', 'item.add', { name: 'x'.repeat(9_000) }],
		['an unknown field', 'list.delete', { listId: 'x', cascade: true }],
		['half an amount', 'item.set', { listId: 'x', id: 'y', patch: { quantity: { milli: 1 } } }]
	])('%s is told why, is counted, and holds up nothing behind it', async (_kind, name, args) => {
		const { ann, eve, listId } = await start();
		const { body } = await send(eve, {
			muts: [mutation(1, name, args), mutation(2, 'item.add', eve.add(listId, 'Eggs').args)]
		});
		expect(body.lmid).toBe(2);
		expect(body.rejects).toEqual([
			{ mid: 1, muid: expect.any(String), code: 'invalid', message: expect.stringMatching(/\.$/) }
		]);
		expect((await ann.sync()).rows.items.map((item) => item.name)).toEqual(['Eggs']);
		expect(({} as Record<string, unknown>)['listId']).toBeUndefined();
	});

	test('numbers that are repeated count once, and gaps are none of the server’s business', async () => {
		const { ann, eve, listId } = await start();
		const step = eve.add(listId, 'Eggs');
		const { body } = await send(eve, {
			muts: [
				mutation(5, 'item.add', step.args),
				mutation(5, 'item.add', eve.add(listId, 'Bread').args),
				mutation(3, 'item.add', eve.add(listId, 'Butter').args),
				mutation(9, 'item.add', eve.add(listId, 'Jam').args)
			]
		});
		expect(body.lmid).toBe(9);
		const names = (await ann.sync()).rows.items.map((item) => item.name);
		expect(names.sort()).toEqual(['Eggs', 'Jam']);
	});

	test('an act in the future, or before time began, wins nothing by it', async () => {
		const { ann, eve, listId } = await start();
		const { rows } = await eve.sync();
		const milk = rows.items[0] ?? (await snapshot(eve)).rows.items[0];
		const id = milk?.id ?? '';
		const rename = (name: string) => ({ listId, id, patch: { name } });
		// Neither has seen the other; the later one by the clock of the server wins.
		await send(eve, { muts: [mutation(1, 'item.set', rename('Eve’s'), 9e15)] });
		await send(eve, { muts: [mutation(2, 'item.set', rename('Older'), -1.7e308)], now: 1.7e308 });
		const { body } = await send(ann, { muts: [mutation(99, 'item.set', rename('Ann’s'))] });
		expect(body.rejects).toEqual([]);
		const after = (await snapshot(ann)).rows.items.find((item) => item.id === id);
		expect(after?.name).toBe('Ann’s');
		for (const [, at] of Object.values(after?.stamps ?? {})) {
			expect(at).toBeGreaterThanOrEqual(0);
			expect(at).toBeLessThanOrEqual(Date.now());
		}
	});
});

/** Everything that somebody may see. */
const snapshot = async (by: Visitor): Promise<SyncAnswer> =>
	(await by.ask<SyncAnswer>('POST', '/api/sync', { ...by.request(), epoch: null, cursor: 0 })).body;
