import { createHash } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import type { DevicesAnswer } from '#lib/protocol/people.ts';
import type { RunningServer } from '#lib/server/serve.ts';
import { routes } from '../support/routes.ts';
import { startServer } from '../support/start-app.ts';
import { Visitor } from '../support/visitor.ts';

const start = (env: Record<string, string> = {}): Promise<RunningServer> =>
	startServer({ handler: routes, env });
const DAY_MS = 24 * 3_600_000;

describe('a device session', () => {
	test('S11: is 256 random bits in a cookie that scripts cannot read, and only a hash of it is stored', async () => {
		const server = await start();
		const ann = new Visitor(server);
		const { headers } = await ann.signIn();
		const [cookie = ''] = headers.getSetCookie();
		const token = /^sid=([\w-]{43});/.exec(cookie)?.[1] ?? '';
		expect(cookie).toMatch(/; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax$/);
		const hash = createHash('sha256').update(token).digest('base64url');
		const stored = server.app.database.sqlite.prepare('SELECT token_hash FROM sessions').pluck();
		expect(stored.all()).toEqual([hash]);
		const dump = server.app.database.sqlite.serialize();
		expect(dump.includes(token)).toBe(false);
	});

	test('S11: has a cookie that belongs to this host and to HTTPS alone, where there is HTTPS', async () => {
		const server = await start({ PUBLIC_ORIGIN: 'https://groceries.example' });
		const ann = new Visitor(server);
		const { headers } = await ann.ask(
			'POST',
			'/api/session',
			{},
			{
				origin: 'https://groceries.example'
			}
		);
		expect(headers.getSetCookie()[0]).toMatch(/^__Host-sid=[\w-]{43}; Path=\/; .*; Secure$/);
	});

	test('S11: two devices never share a token', async () => {
		const server = await start();
		const cookies = await Promise.all(
			Array.from({ length: 20 }, async () => (await Visitor.signedUp(server)).cookie)
		);
		expect(new Set(cookies).size).toBe(20);
	});

	test('S11: signing out ends it on the server, not only in the browser', async () => {
		const server = await start();
		const ann = await Visitor.signedUp(server);
		const { cookie } = ann;
		expect((await ann.ask('DELETE', '/api/session')).status).toBe(204);
		expect(ann.cookie).toBe('sid');
		ann.cookie = cookie;
		expect((await ann.ask('GET', '/api/devices')).status).toBe(401);
	});

	test('S11: pairing puts a new token in the place of the old one', async () => {
		const server = await start();
		const [ann, laptop] = [await Visitor.signedUp(server), await Visitor.signedUp(server)];
		const before = laptop.cookie;
		const { body } = await ann.ask<{ token: string }>('POST', '/api/pairings', {});
		await laptop.ask('POST', '/api/pairings/redeem', { token: body.token });
		expect(laptop.cookie).not.toBe(before);
		expect(laptop.userId).toBe(ann.userId);
		laptop.cookie = before;
		expect((await laptop.ask('GET', '/api/devices')).status).toBe(401);
	});

	test('S11: lasts 400 days after its last use, and no longer', async () => {
		let now = Date.now();
		const server = await startServer({ handler: routes, overrides: { now: () => now } });
		const ann = await Visitor.signedUp(server);
		for (let use = 0; use < 3; use++) {
			now += 399 * DAY_MS;
			expect((await ann.ask('GET', '/api/devices')).status).toBe(200);
			// The use is noted behind the answer.
			await vi.waitFor(() => {
				const seen = server.app.database.sqlite.prepare('SELECT seen_at FROM sessions').pluck();
				expect(seen.get()).toBe(now);
			});
		}
		now += 401 * DAY_MS;
		expect((await ann.ask('GET', '/api/devices')).status).toBe(401);
	});

	test('tells a device who it is, again and again the same', async () => {
		const server = await start();
		const ann = await Visitor.signedUp(server);
		const { body } = await ann.signIn();
		expect(body).toEqual({
			userId: ann.userId,
			name: '',
			deviceId: expect.stringMatching(/^[\w-]{22}$/),
			isSamePerson: true,
			realtime: 'socket'
		});
		expect((await ann.signIn({ name: 'Ann' })).body.name).toBe('Ann');
		expect((await ann.signIn()).body.name).toBe('Ann');
	});

	test('a device that was somebody is never made somebody else behind its back', async () => {
		const server = await start();
		const ann = await Visitor.signedUp(server);
		ann.cookie = '';
		const { status, body } = await ann.ask('POST', '/api/session', { userId: ann.userId });
		expect(status).toBe(401);
		expect(body).toEqual({
			error: { code: 'unauthenticated', message: 'This device is signed out.' }
		});
		expect(ann.cookie).toBe('');
	});

	test.each([
		['nothing', ''],
		['a number', '7'],
		['a name that is no text', '{"name":7}'],
		['a name nobody can see', JSON.stringify({ name: '\u3164' })],
		['a name of 41 characters', JSON.stringify({ name: 'x'.repeat(41) })]
	])('refuses %s with a sentence, and makes nobody', async (_kind, body) => {
		const server = await start();
		const answered = await new Visitor(server).ask('POST', '/api/session', body);
		expect(answered.status).toBe(400);
		expect(answered.body).toEqual({
			error: { code: 'invalid', message: expect.stringMatching(/\.$/) }
		});
		expect(server.app.database.sqlite.prepare('SELECT count(*) FROM users').pluck().get()).toBe(0);
	});

	test('SIGNUP=invite: the first device comes by itself, the next ones by a link', async () => {
		const server = await start({ SIGNUP: 'invite' });
		const ann = await Visitor.signedUp(server);
		const ben = new Visitor(server);
		const { status, body } = await ben.ask('POST', '/api/session', {});
		expect(status).toBe(403);
		expect(body).toMatchObject({ error: { code: 'invite_only' } });
		await ben.join(ann, await ann.makeList());
		expect((await ben.ask('GET', '/api/devices')).status).toBe(200);
	});
});

describe('my devices', () => {
	test('are listed with what they are and which one asks; a lost one can be ended', async () => {
		const server = await start();
		const ann = await Visitor.signedUp(server);
		const phone = new Visitor(server);
		const { body: pairing } = await ann.ask<{ token: string }>('POST', '/api/pairings', {});
		await phone.ask(
			'POST',
			'/api/pairings/redeem',
			{ token: pairing.token },
			{
				'user-agent':
					'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/156.0 Safari/537.36'
			}
		);
		const socket = await phone.connect();
		const { body } = await ann.ask<DevicesAnswer>('GET', '/api/devices');
		expect(body.devices.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, true]);
		const lost = body.devices.find(({ isCurrent }) => !isCurrent);
		expect(lost?.name).toBe('Chrome on Android');

		expect((await ann.ask('DELETE', `/api/devices/${lost?.id}`)).status).toBe(204);
		await vi.waitFor(() => expect(socket.connected).toBe(false));
		expect((await phone.ask('GET', '/api/devices')).status).toBe(401);
		await expect(phone.connect()).rejects.toThrow();
	});

	test('a device that was signed out has no link left to come back by, nor a request half sent', async () => {
		const server = await start();
		const ann = await Visitor.signedUp(server);
		const lost = new Visitor(server);
		const { body: pairing } = await ann.ask<{ token: string }>('POST', '/api/pairings', {});
		await lost.ask('POST', '/api/pairings/redeem', { token: pairing.token });
		const { body: back } = await lost.ask<{ token: string }>('POST', '/api/pairings', {});
		const listId = await ann.makeList();
		const door = await lost.invite(listId);
		const { body } = await ann.ask<DevicesAnswer>('GET', '/api/devices');
		const device = body.devices.find(({ isCurrent }) => !isCurrent);
		await ann.ask('DELETE', `/api/devices/${device?.id}`);
		const thief = new Visitor(server);
		for (const path of ['/api/pairings/redeem', '/api/invites/redeem'])
			for (const { token } of [back, { token: door }])
				expect((await thief.ask('POST', path, { token })).status).toBe(404);
	});
});

describe('an invite', () => {
	test('lets one person onto one list, with the role that it says', async () => {
		const server = await start();
		const ann = await Visitor.signedUp(server, 'Ann');
		const listId = await ann.makeList('Groceries', 'Milk');
		const { status, body } = await ann.ask('POST', '/api/invites', { listId, role: 'editor' });
		expect(status).toBe(201);
		expect(body).toEqual({
			token: expect.stringMatching(/^[\w-]{43}$/),
			link: `${server.url}/join#${String(body['token'])}`,
			expiresAt: expect.any(Number)
		});
		const ben = new Visitor(server);
		const joined = await ben.ask('POST', '/api/invites/redeem', {
			token: body['token'],
			name: 'Ben'
		});
		expect(joined.body).toMatchObject({ listId, name: 'Ben', isSamePerson: true });
		const { rows } = await ben.sync();
		expect(rows.items.map(({ name }) => name)).toEqual(['Milk']);
		expect(rows.members.map(({ name, role }) => `${name} ${role}`).sort()).toEqual([
			'Ann editor',
			'Ben editor'
		]);
	});

	test('works once; the same person may repeat it, because an answer can get lost', async () => {
		const server = await start();
		const ann = await Visitor.signedUp(server);
		const token = await ann.invite(await ann.makeList());
		const [ben, eve] = [await Visitor.signedUp(server), await Visitor.signedUp(server)];
		for (let time = 0; time < 2; time++)
			expect((await ben.ask('POST', '/api/invites/redeem', { token })).status).toBe(200);
		const { status, body } = await eve.ask('POST', '/api/invites/redeem', { token });
		expect(status).toBe(410);
		expect(body).toMatchObject({ error: { code: 'used' } });
	});

	test('is no way back in for somebody who was removed, neither the used one nor one of their own', async () => {
		const server = await start();
		const [ann, ben] = [await Visitor.signedUp(server), await Visitor.signedUp(server)];
		const listId = await ann.makeList('Groceries', 'Milk');
		const token = await ann.invite(listId);
		await ben.ask('POST', '/api/invites/redeem', { token });
		const own = await ben.invite(listId);
		await ann.ask('DELETE', `/api/lists/${listId}/members/${ben.userId}`);
		const redeem = (of: string) => ben.ask('POST', '/api/invites/redeem', { token: of });
		expect((await redeem(token)).body).toMatchObject({ error: { code: 'used' } });
		expect((await redeem(own)).body).toMatchObject({ error: { code: 'not_found' } });
		expect((await ben.sync()).rows.items).toEqual([]);
	});

	test('is not used up by somebody who is on the list already', async () => {
		const server = await start();
		const [ann, ben] = [await Visitor.signedUp(server), await Visitor.signedUp(server)];
		const token = await ann.invite(await ann.makeList());
		expect((await ann.ask('POST', '/api/invites/redeem', { token })).status).toBe(200);
		expect((await ben.ask('POST', '/api/invites/redeem', { token })).status).toBe(200);
	});

	test('works for 24 hours', async () => {
		let now = Date.now();
		const server = await startServer({ handler: routes, overrides: { now: () => now } });
		const ann = await Visitor.signedUp(server);
		const token = await ann.invite(await ann.makeList());
		now += DAY_MS + 1;
		const { status, body } = await new Visitor(server).ask('POST', '/api/invites/redeem', {
			token
		});
		expect(status).toBe(410);
		expect(body).toMatchObject({ error: { code: 'expired' } });
	});

	test('never takes a right away: an editor who opens a link for looking stays an editor', async () => {
		const server = await start();
		const ann = await Visitor.signedUp(server);
		const listId = await ann.makeList();
		const token = await ann.invite(listId, 'viewer');
		await ann.ask('POST', '/api/invites/redeem', { token });
		await ann.sync(ann.add(listId, 'Milk'));
		expect((await ann.sync()).rejects).toEqual([]);
	});

	test('is a guess when nobody made it, and ten guesses are as many as an address gets', async () => {
		const server = await start();
		const eve = new Visitor(server);
		const guess = (at: number) =>
			eve.ask('POST', '/api/invites/redeem', { token: String(at).padStart(43, 'A') });
		for (let at = 0; at < 10; at++) expect((await guess(at)).status).toBe(404);
		const { status, headers, body } = await guess(10);
		expect(status).toBe(429);
		expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
		expect(body).toMatchObject({
			error: { code: 'rate_limited', retryAfterMs: expect.any(Number) }
		});
	});
});

describe('pairing', () => {
	test('gives the person what a device without a name had, and drops a first list nobody used', async () => {
		const server = await start();
		const [ann, laptop] = [await Visitor.signedUp(server, 'Ann'), await Visitor.signedUp(server)];
		const first = await laptop.makeList('Groceries');
		const used = await laptop.makeList('Cookout', 'Charcoal');
		const own = await ann.makeList('Groceries', 'Milk');
		const before = laptop.userId;
		const { body: pairing } = await ann.ask<{ token: string }>('POST', '/api/pairings', {});
		const { body } = await laptop.ask('POST', '/api/pairings/redeem', {
			token: pairing.token,
			userId: before
		});
		expect(body).toMatchObject({ userId: ann.userId, name: 'Ann', isSamePerson: true });
		const answer = await laptop.sync(laptop.add(used, 'Lighter'));
		expect(answer.rejects).toEqual([]);
		// Its cursor was another person's: it is told everything anew, and the first list is not among it.
		expect(answer.reset).toBe(true);
		expect(answer.rows.lists.map(({ id }) => id)).not.toContain(first);
		expect(answer.rows.lists.map(({ id }) => id).sort()).toEqual([own, used].sort());
		const { rows } = await ann.sync();
		expect(rows.items.map(({ name }) => name).sort()).toEqual(['Charcoal', 'Lighter']);
	});

	test('leaves alone who has a name or shares a list: the device becomes another person’s', async () => {
		const server = await start();
		const [ann, ben] = [
			await Visitor.signedUp(server, 'Ann'),
			await Visitor.signedUp(server, 'Ben')
		];
		const listId = await ben.makeList('Lake house', 'Firewood');
		const { body: pairing } = await ann.ask<{ token: string }>('POST', '/api/pairings', {});
		const { body } = await ben.ask('POST', '/api/pairings/redeem', {
			token: pairing.token,
			userId: ben.userId
		});
		expect(body).toMatchObject({ userId: ann.userId, isSamePerson: false });
		const fresh = new Visitor(server);
		fresh.cookie = ben.cookie;
		expect((await fresh.sync()).rows.lists.map(({ id }) => id)).not.toContain(listId);
	});

	test('works once', async () => {
		const server = await start();
		const ann = await Visitor.signedUp(server);
		const { body: pairing } = await ann.ask<{ token: string }>('POST', '/api/pairings', {});
		const redeem = () => new Visitor(server).ask('POST', '/api/pairings/redeem', pairing);
		expect((await redeem()).status).toBe(200);
		expect((await redeem()).body).toMatchObject({ error: { code: 'used' } });
	});
});

describe('the people on a list', () => {
	test('S4: somebody who is removed hears nothing more, and loses the list at the next sync', async () => {
		const server = await start();
		const ann = await Visitor.signedUp(server);
		const ben = await Visitor.signedUp(server);
		const listId = await ann.makeList('Groceries', 'Milk');
		await ben.join(ann, listId);
		await ben.sync();
		const socket = await ben.connect();
		const poke = vi.fn();
		socket.on('poke', poke);
		await ann.sync(ann.add(listId, 'Eggs'));
		await vi.waitFor(() => expect(poke).toHaveBeenCalledTimes(1));

		const path = `/api/lists/${listId}/members/${ben.userId}`;
		expect((await ann.ask('DELETE', path)).status).toBe(204);
		await vi.waitFor(() => expect(poke).toHaveBeenCalledTimes(2));
		const { rows: heard } = await ann.sync(ann.add(listId, 'Bread'));
		expect(heard.members).toMatchObject([{ userId: ben.userId, active: false }]);
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(poke).toHaveBeenCalledTimes(2);

		const answer = await ben.sync(ben.add(listId, 'Butter'));
		expect(answer.gone).toEqual([listId]);
		expect(answer.rows.items).toEqual([]);
		expect(answer.rejects).toMatchObject([{ code: 'forbidden' }]);
		const { rows } = await ann.sync();
		expect(rows.items.map(({ name }) => name)).not.toContain('Butter');
	});

	test('anybody may leave, and comes back to the whole list by a new invite', async () => {
		const server = await start();
		const [ann, ben] = [await Visitor.signedUp(server), await Visitor.signedUp(server)];
		const listId = await ann.makeList('Groceries', 'Milk', 'Eggs');
		await ben.join(ann, listId, 'viewer');
		await ben.sync();
		const leave = `/api/lists/${listId}/members/${ben.userId}`;
		expect((await ben.ask('DELETE', leave)).status).toBe(204);
		expect((await ben.sync()).gone).toEqual([listId]);
		await ben.join(ann, listId);
		expect((await ben.sync()).rows.items).toHaveLength(2);
	});

	test('somebody who may only look changes nothing, invites nobody and removes nobody', async () => {
		const server = await start();
		const [ann, ben] = [await Visitor.signedUp(server), await Visitor.signedUp(server)];
		const listId = await ann.makeList('Groceries', 'Milk');
		await ben.join(ann, listId, 'viewer');
		const { rejects } = await ben.sync(
			ben.add(listId, 'Eggs'),
			{ name: 'list.rename', args: { listId, name: 'Mine' } },
			{ name: 'list.delete', args: { listId } }
		);
		expect(rejects.map(({ code }) => code)).toEqual(['forbidden', 'forbidden', 'forbidden']);
		const invite = await ben.ask('POST', '/api/invites', { listId, role: 'viewer' });
		expect(invite.status).toBe(403);
		const remove = await ben.ask('DELETE', `/api/lists/${listId}/members/${ann.userId}`);
		expect(remove.status).toBe(403);
		const { rows } = await ann.sync();
		expect(rows.lists).toEqual([]);
		expect(rows.items).toEqual([]);
	});

	test('the last one who may change a list cannot leave those behind who may not', async () => {
		const server = await start();
		const [ann, ben] = [await Visitor.signedUp(server), await Visitor.signedUp(server)];
		const listId = await ann.makeList();
		await ben.join(ann, listId, 'viewer');
		const leave = () => ann.ask('DELETE', `/api/lists/${listId}/members/${ann.userId}`);
		expect((await leave()).status).toBe(403);
		await ben.join(ann, listId, 'editor');
		expect((await leave()).status).toBe(204);
	});

	test('what is refused is no news: nobody is poked for it, and no number moves', async () => {
		const server = await start();
		const [ann, eve] = [await Visitor.signedUp(server), await Visitor.signedUp(server)];
		const listId = await ann.makeList();
		const socket = await ann.connect();
		const poke = vi.fn();
		socket.on('poke', poke);
		const { cursor } = await eve.sync();
		expect((await eve.sync(eve.add(listId, 'Bug'))).cursor).toBe(cursor);
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(poke).not.toHaveBeenCalled();
	});

	test('a new name reaches everybody who shares a list', async () => {
		const server = await start();
		const [ann, ben] = [await Visitor.signedUp(server), await Visitor.signedUp(server, 'Ben')];
		const listId = await ann.makeList();
		await ben.join(ann, listId);
		await ann.sync();
		const socket = await ann.connect();
		const poked = new Promise((resolve) => socket.once('poke', resolve));
		await ben.signIn({ name: 'Benjamin' });
		await poked;
		expect((await ann.sync()).rows.members).toMatchObject([{ name: 'Benjamin' }]);
	});
});
