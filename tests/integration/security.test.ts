import { describe, expect, test, vi } from 'vitest';
import type { ErrorBody } from '#lib/protocol/error.ts';
import type { SyncAnswer } from '#lib/protocol/sync.ts';
import { endpoints, fillRoute, routes } from '../support/routes.ts';
import { startServer } from '../support/start-app.ts';
import { Visitor } from '../support/visitor.ts';

/** What `docs/api.md` lets a device do without a session; anything else has to be refused. */
const OPEN = [
	'GET /api/walmart/prices',
	'GET /api/walmart/products',
	'GET /api/walmart/products/[id]',
	'GET /api/walmart/products/[id]/history',
	'POST /api/session',
	'POST /api/invites/redeem',
	'POST /api/pairings/redeem',
	'GET /healthz',
	'GET /readyz'
];

/** Everything that could be told or changed, to compare before and after. */
const contents = (server: Awaited<ReturnType<typeof startServer>>): string =>
	['users', 'sessions', 'invites', 'pairings', 'grocery_lists', 'grocery_items', 'list_members']
		.map((table) =>
			JSON.stringify(server.app.database.sqlite.prepare(`SELECT * FROM ${table}`).all())
		)
		.join('\n');

describe('S2: without a session', () => {
	const closed = endpoints.filter(({ method, route }) => !OPEN.includes(`${method} ${route}`));

	test('there are endpoints to close, and those left open are really there', () => {
		const all = endpoints.map(({ method, route }) => `${method} ${route}`);
		expect(closed.length).toBeGreaterThan(5);
		expect(all).toEqual(expect.arrayContaining(OPEN));
	});

	test.each(closed.map(({ method, route }) => [method, route] as const))(
		'%s %s is answered with 401 and nothing else, with no cookie and with a made-up one',
		async (method, route) => {
			const server = await startServer({ handler: routes });
			const before = contents(server);
			for (const cookie of ['', `sid=${'A'.repeat(43)}`, '__Host-sid=x', 'sid=']) {
				const stranger = new Visitor(server);
				stranger.cookie = cookie;
				const body = method === 'GET' ? undefined : {};
				const { status, body: answer } = await stranger.ask(method, fillRoute(route), body);
				expect(status).toBe(401);
				expect(answer).toEqual({
					error: { code: 'unauthenticated', message: expect.stringMatching(/\.$/) }
				});
			}
			expect(contents(server)).toBe(before);
		}
	);
});

describe('S3: somebody else’s ids', () => {
	test('open nothing, tell nothing and change nothing; they are answered like ids that never were', async () => {
		const server = await startServer({ handler: routes });
		const ann = await Visitor.signedUp(server, 'Ann');
		const eve = await Visitor.signedUp(server, 'Eve');
		const listId = await ann.makeList('Secret list', 'Ring');
		const { rows } = await ann.sync();
		const item = (await ann.ask<SyncAnswer>('POST', '/api/sync', { ...ann.request(), cursor: 0 }))
			.body.rows.items[0];
		expect(rows.items).toEqual([]);
		await eve.sync();
		const before = contents(server);
		const device = server.app.people.devices(ann.userId)[0]?.id ?? '';

		for (const [mine, none] of [
			[`/api/lists/${listId}/members/${ann.userId}`, `/api/lists/none/members/${ann.userId}`],
			[`/api/lists/${listId}/members/${eve.userId}`, `/api/lists/none/members/${eve.userId}`],
			[`/api/devices/${device}`, '/api/devices/none']
		] as const) {
			const [there, nowhere] = [await eve.ask('DELETE', mine), await eve.ask('DELETE', none)];
			expect(there.status).toBe(404);
			expect(there.body).toEqual(nowhere.body);
		}
		const invite = (id: string) => eve.ask('POST', '/api/invites', { listId: id, role: 'editor' });
		expect((await invite(listId)).status).toBe(404);
		expect((await invite(listId)).body).toEqual((await invite('none')).body);

		const answer = await eve.sync(
			{ name: 'list.create', args: { listId, name: 'Mine now' } },
			{ name: 'list.rename', args: { listId, name: 'Mine now' } },
			{ name: 'list.delete', args: { listId } },
			{ name: 'list.restore', args: { listId } },
			eve.add(listId, 'Bug'),
			{ name: 'item.set', args: { listId, id: item?.id ?? '', patch: { name: 'Gone' } } },
			{ name: 'item.delete', args: { listId, id: item?.id ?? '' } }
		);
		expect(answer.rejects.map(({ code }) => code)).toEqual(Array(7).fill('list_gone'));
		expect(JSON.stringify(answer)).not.toMatch(/Secret|Ring|Ann/);
		expect(contents(server)).toBe(before);
	});

	test('an item of another list is not reached through a list of one’s own', async () => {
		const server = await startServer({ handler: routes });
		const [ann, eve] = [await Visitor.signedUp(server), await Visitor.signedUp(server)];
		const id = 'the-ring';
		const secret = await ann.makeList('Secret');
		await ann.sync(ann.add(secret, 'Ring', id));
		const listId = await eve.makeList('Bait');
		const before = contents(server);
		await eve.sync(
			{ name: 'item.set', args: { listId, id, patch: { name: 'Mine' } } },
			{ name: 'item.step', args: { listId, id, milli: 1_000, unit: null } },
			{ name: 'item.move', args: { listId, id, afterId: null } },
			{ name: 'item.delete', args: { listId, id } },
			eve.add(listId, 'Ring', id)
		);
		expect(contents(server)).toBe(before);
	});

	test('a poke goes to the people on the list alone', async () => {
		const server = await startServer({ handler: routes });
		const [ann, eve] = [await Visitor.signedUp(server), await Visitor.signedUp(server)];
		const socket = await eve.connect();
		const poke = vi.fn();
		socket.on('poke', poke);
		await ann.makeList('Secret', 'Ring');
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(poke).not.toHaveBeenCalled();
	});
});

describe('S5: changes from elsewhere', () => {
	const own = 'http://own';

	test.each<[Record<string, string>, boolean]>([
		[{ 'sec-fetch-site': 'same-origin' }, true],
		[{ 'sec-fetch-site': 'none' }, true],
		[{ 'sec-fetch-site': 'same-site' }, false],
		[{ 'sec-fetch-site': 'cross-site' }, false],
		[{ 'sec-fetch-site': 'cross-site', origin: own }, false],
		[{ origin: own }, true],
		[{ origin: 'http://127.0.0.1:1' }, false],
		[{ origin: 'https://evil.example' }, false],
		[{ origin: 'null' }, false],
		[{}, false]
	])('%j: taken is %s, for every method, address and content type', async (given, isTaken) => {
		const server = await startServer({ handler: routes });
		const ann = await Visitor.signedUp(server);
		const before = contents(server);
		const origin = given['origin'] === own ? server.url : (given['origin'] ?? '');
		for (const { method, route } of endpoints.filter(({ method }) => method !== 'GET')) {
			// Ending the session would change what is asked next.
			if (isTaken && method === 'DELETE') continue;
			for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
				const { cookie } = ann;
				const response = await fetch(server.url + fillRoute(route), {
					method,
					body: '{}',
					headers: { cookie, 'content-type': type, ...given, ...(origin && { origin }) }
				});
				const { error } = (await response.json()) as Partial<ErrorBody>;
				if (isTaken) expect(error?.code).not.toBe('forbidden');
				else expect(response.status).toBe(403);
			}
		}
		if (!isTaken) expect(contents(server)).toBe(before);
	});
});

describe('limits', () => {
	test('a device that asks too fast is told when to come back, and others are not held up', async () => {
		const server = await startServer({
			handler: routes,
			limits: { sync: { perSecond: 1, burst: 3 } }
		});
		const [fast, calm] = [await Visitor.signedUp(server), await Visitor.signedUp(server)];
		const codes = [];
		for (let at = 0; at < 5; at++)
			codes.push((await fast.ask('POST', '/api/sync', fast.request())).status);
		expect(codes).toEqual([200, 200, 200, 429, 429]);
		const socket = await fast.connect();
		expect(await socket.emitWithAck('sync', fast.request())).toMatchObject({
			error: { code: 'rate_limited', retryAfterMs: expect.any(Number) }
		});
		expect((await calm.ask('POST', '/api/sync', calm.request())).status).toBe(200);
	});

	test('a request full of edits counts for more than one', async () => {
		const server = await startServer({
			handler: routes,
			limits: { sync: { perSecond: 0.01, burst: 12 } }
		});
		const ann = await Visitor.signedUp(server);
		const listId = await ann.makeList();
		const edits = Array.from({ length: 100 }, (_, at) => ann.add(listId, `Thing ${at}`));
		expect((await ann.ask('POST', '/api/sync', ann.request(...edits))).status).toBe(200);
		expect((await ann.ask('POST', '/api/sync', ann.request(...edits))).status).toBe(429);
	});

	test('an address without a session is counted, and one with a session is not counted with it', async () => {
		const server = await startServer({
			handler: routes,
			limits: { anonymous: { perSecond: 0.01, burst: 5 } }
		});
		const ann = await Visitor.signedUp(server);
		const stranger = new Visitor(server);
		const path = '/api/walmart/prices?ids=gen_bananas';
		for (let at = 0; at < 4; at++) expect((await stranger.ask('GET', path)).status).toBe(200);
		expect((await stranger.ask('GET', path)).status).toBe(429);
		for (let at = 0; at < 10; at++) expect((await ann.ask('GET', path)).status).toBe(200);
	});

	test('a session has so many sockets and no more', async () => {
		const server = await startServer({ handler: routes, limits: { socketsPerSession: 2 } });
		const ann = await Visitor.signedUp(server);
		const [first] = [await ann.connect(), await ann.connect()];
		await expect(ann.connect()).rejects.toThrow();
		first?.close();
		await vi.waitFor(() => ann.connect());
	});
});
