import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Mutation } from '#lib/domain/undo.ts';
import { VERSION_HEADER } from '#lib/protocol/client-version.ts';
import type { SyncAnswer } from '#lib/protocol/sync.ts';
import { OLDEST_PROTOCOL_VERSION, PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { openSqlite } from '#lib/server/db/sqlite.ts';
import { routes } from '../support/routes.ts';
import { startServer } from '../support/start-app.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Visitor } from '../support/visitor.ts';

const TOO_NEW = PROTOCOL_VERSION + 1;
const TOO_OLD = OLDEST_PROTOCOL_VERSION - 1;
const YEAR_MS = 365 * 24 * 3_600_000;

async function start() {
	const server = await startServer({ handler: routes });
	const ann = await Visitor.signedUp(server, 'Ann');
	const listId = await ann.makeList('Groceries', 'Milk');
	return { server, ann, listId };
}

const refused = (code: string) => ({
	error: { code, message: expect.stringMatching(/\.$/) }
});

describe.each([
	['from the future', TOO_NEW, 'server_too_old', 501],
	['from a year ago', TOO_OLD, 'upgrade_required', 426]
])('a client %s', (_kind, version, code, status) => {
	test('changes nothing by its sync request, and may send the same again after the update', async () => {
		const { ann, listId } = await start();
		const request = ann.request(ann.add(listId, 'Bread'));
		const socket = await ann.connect();
		const early = { ...request, v: version };
		const answered = await ann.ask('POST', '/api/sync', early);
		expect(answered).toMatchObject({ status, body: refused(code) });
		expect(await socket.emitWithAck('sync', early)).toEqual(refused(code));
		expect((await ann.sync()).rows.items).toEqual([]);

		const { body } = await ann.ask<SyncAnswer>('POST', '/api/sync', request);
		expect(body).toMatchObject({ rejects: [], rows: { items: [{ name: 'Bread' }] } });
	});

	test('is told so at every address below /api, and nothing happens there', async () => {
		const { ann, listId } = await start();
		const headers = { [VERSION_HEADER]: String(version) };
		const requests: [string, string, unknown?][] = [
			['POST', '/api/session', { name: 'Eve' }],
			['POST', '/api/sync', ann.request(ann.add(listId, 'Bread'))],
			['POST', '/api/invites', { listId, role: 'editor' }],
			['GET', '/api/devices'],
			['GET', '/api/walmart/prices?ids=gen_bananas'],
			['GET', '/api/nothing']
		];
		for (const [method, path, body] of requests)
			expect(await ann.ask(method, path, body, headers), path).toMatchObject({
				status,
				body: refused(code)
			});
		expect((await ann.signIn()).body.name).toBe('Ann');
		expect((await ann.sync()).rows.items).toEqual([]);
	});

	test('opens no socket, and hears why', async () => {
		const { ann } = await start();
		await expect(ann.connect({ v: version })).rejects.toMatchObject({
			message: code,
			data: refused(code)
		});
	});
});

describe('a client that the server understands', () => {
	test('is let in with its number in the header and in the handshake', async () => {
		const { ann } = await start();
		for (let v = OLDEST_PROTOCOL_VERSION; v <= PROTOCOL_VERSION; v++) {
			const headers = { [VERSION_HEADER]: String(v) };
			expect((await ann.ask('GET', '/api/devices', undefined, headers)).status).toBe(200);
			expect((await ann.connect({ v })).connected).toBe(true);
		}
	});

	test('may be a script that says no number, and a client of protocol 2, whose socket said none', async () => {
		const { ann } = await start();
		expect((await ann.ask('GET', '/api/devices')).status).toBe(200);
		if (OLDEST_PROTOCOL_VERSION <= 2) expect((await ann.connect({})).connected).toBe(true);
		else await expect(ann.connect({})).rejects.toMatchObject({ message: 'upgrade_required' });
	});
});

describe('a number that is none', () => {
	test.each(['', '-1', '2.5', '0x2', 'two', '9'.repeat(400)])(
		'in the header is refused with a sentence: "%s"',
		async (number) => {
			const { ann } = await start();
			const headers = { [VERSION_HEADER]: number };
			const { status, body } = await ann.ask('GET', '/api/devices', undefined, headers);
			expect(status).toBe(400);
			expect(body).toEqual(refused('invalid'));
		}
	);

	test.each([{ v: '2' }, { v: 2.5 }, { v: null }, { v: { $gt: 0 } }, { v: [2] }])(
		'in the handshake opens no socket: %j',
		async (auth) => {
			const { ann } = await start();
			await expect(ann.connect(auth)).rejects.toMatchObject({ data: refused('invalid') });
		}
	);
});

describe('a device of this version that was offline for a year', () => {
	test('is given everything anew, and what it did counts, as long as nobody did otherwise since', async () => {
		const dataDir = temporaryFolder();
		const before = await startServer({ handler: routes, env: { DATA_DIR: dataDir } });
		const [ann, ben] = [
			await Visitor.signedUp(before, 'Ann'),
			await Visitor.signedUp(before, 'Ben')
		];
		const listId = await ann.makeList();
		for (const id of ['milk', 'eggs', 'jam']) await ann.sync(ann.add(listId, id, id));
		await ben.join(ann, listId);
		await ben.sync();
		// From here on Ann hears nothing. She renames two things, ticks a third, and adds one.
		const outbox = ann.request(
			rename(listId, 'milk', 'Whole milk'),
			rename(listId, 'eggs', 'Brown eggs'),
			{ name: 'item.set', args: { listId, id: 'jam', patch: { checked: true } } },
			ann.add(listId, 'Bread', 'bread')
		);
		await ben.sync(rename(listId, 'milk', 'Oat milk'), {
			name: 'item.delete',
			args: { listId, id: 'jam' }
		});
		await before.close();
		await collect(join(dataDir, 'grocery.db'), 'jam');

		const after = await startServer({ handler: routes, env: { DATA_DIR: dataDir } });
		const socket = await ann.at(after).connect();
		const aged = outbox.muts.map((mutation) => ({ ...mutation, at: outbox.now - YEAR_MS }));
		const answer = await socket.emitWithAck('sync', { ...outbox, muts: aged });
		if ('error' in answer) throw new Error(answer.error.message);
		expect(answer).toMatchObject({ reset: true, lmid: aged.at(-1)?.mid, rejects: [], gone: [] });
		expect(answer.rows.lists.map(({ id }) => id)).toEqual([listId]);
		expect(answer.rows.members).toHaveLength(2);
		const names = answer.rows.items.map(({ id, name }) => [id, name]).sort();
		expect(names).toEqual([
			['bread', 'Bread'],
			['eggs', 'Brown eggs'],
			['milk', 'Oat milk']
		]);
		// The same once more, as after a lost answer: counted already.
		const again = await socket.emitWithAck('sync', { ...outbox, muts: aged });
		expect((again as SyncAnswer).rows.items).toHaveLength(3);
	});
});

const rename = (listId: string, id: string, name: string): Mutation => ({
	name: 'item.set',
	args: { listId, id, patch: { name } }
});

/** What happens to the tombstone of an item half a year later; the server must not run. */
async function collect(file: string, itemId: string): Promise<void> {
	const sqlite = await openSqlite(file, { busyTimeoutMs: 1_000 });
	const floor = sqlite
		.prepare<[string], number>('DELETE FROM grocery_items WHERE id = ? RETURNING rev')
		.pluck()
		.get(itemId);
	if (floor === undefined) throw new Error(`There is no item "${itemId}".`);
	sqlite.prepare('UPDATE sync_meta SET gc_floor = ?').run(floor);
	sqlite.close();
}
