import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, test, vi } from 'vitest';
import { openSqlite } from '#lib/server/db/sqlite.ts';
import { handleError } from '../../src/hooks.server.ts';
import { createLog } from '#lib/server/log.ts';
import { routes } from '../support/routes.ts';
import { startServer } from '../support/start-app.ts';
import { Visitor, type Answered } from '../support/visitor.ts';

/** Somebody who has signed up, and somebody who has not, on a server of the test's own. */
async function start() {
	const server = await startServer({ handler: routes });
	const stranger = new Visitor(server);
	const get = (address: string): Promise<Answered> => stranger.ask('GET', address);
	return { ...server, get, visitor: await Visitor.signedUp(server) };
}

describe('GET /api/walmart/prices', () => {
	const route = '/api/walmart/prices';

	test('answers each product once, names the unknown, and may be kept by a proxy', async () => {
		const { get } = await start();
		const { status, headers, body } = await get(
			`${route}?ids=gen_bananas,nobody-sells-this,gen_bananas`
		);
		expect(status).toBe(200);
		expect(headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
		expect(body).toMatchObject({
			prices: [{ productId: 'gen_bananas', source: 'embedded', stale: false }],
			unknown: ['nobody-sells-this']
		});
	});

	test.each([
		['nothing', ''],
		['an empty id', '?ids=gen_bananas,,'],
		['only an empty id', '?ids='],
		['a path', '?ids=../../etc/passwd'],
		['a path in disguise', '?ids=%2e%2e%2f'],
		['an id of 100 characters', `?ids=${'x'.repeat(100)}`],
		['101 products', `?ids=${Array.from({ length: 101 }, (_, at) => `p${at}`).join()}`]
	])('refuses %s with a sentence', async (_kind, query) => {
		const { get } = await start();
		const { status, body } = await get(route + query);
		expect(status).toBe(400);
		expect(body).toEqual({ error: { code: 'invalid', message: expect.stringMatching(/\.$/) } });
	});
});

describe('GET /api/walmart/products', () => {
	const route = '/api/walmart/products';

	test('finds by words, best first, as many as wanted', async () => {
		const { get } = await start();
		const { body } = await get(`${route}?q=banan&limit=1`);
		expect(body).toMatchObject({
			products: [{ productId: 'gen_bananas', name: 'Bananas', size: '1 lb', priceCents: 56 }]
		});
	});

	test.each(['', '?q=', '?q=milk&limit=0', '?q=milk&limit=many', `?q=${'x'.repeat(201)}`])(
		'refuses "%s" with a sentence',
		async (query) => {
			const { get } = await start();
			const { status, body } = await get(route + query);
			expect(status).toBe(400);
			expect(body).toMatchObject({ error: { code: 'invalid' } });
		}
	);

	test('answers one product by its id, and 404 for one that is not', async () => {
		const { get } = await start();
		expect((await get(`${route}/gen_bananas`)).body).toMatchObject({ name: 'Bananas' });
		for (const id of ['nobody-sells-this', '%2e%2e%2f', 'x'.repeat(100), 'constructor']) {
			const absent = await get(`${route}/${id}`);
			expect(absent.status).toBe(404);
			expect(absent.body).toMatchObject({ error: { code: 'not_found' } });
		}
	});
});

describe('POST /api/walmart/parse', () => {
	test('reads a text with the rules and says so', async () => {
		const { visitor } = await start();
		const { status, body } = await visitor.ask('POST', '/api/walmart/parse', {
			text: 'milk, eggs'
		});
		expect(status).toBe(200);
		expect(body).toMatchObject({
			items: [
				{ action: 'add', name: 'milk' },
				{ action: 'add', name: 'eggs' }
			],
			engine: 'rules',
			ms: expect.any(Number),
			modelSkipped: expect.any(String)
		});
	});

	test.each([
		['nothing', ''],
		['blanks', ' \n\t '],
		['what nobody can see', '\u200b\u200e\u0000\u0007']
	])('finds no item in %s, and says that there is nothing to ask about', async (_kind, text) => {
		const { visitor } = await start();
		const { status, body } = await visitor.ask('POST', '/api/walmart/parse', { text });
		expect(status).toBe(200);
		expect(body).toMatchObject({
			items: [],
			truncated: false,
			engine: 'rules',
			modelSkipped: 'There is nothing in it to ask a model about.'
		});
	});

	test.each([
		['controls and zero-width characters', 'mi\u200blk\u0007, \u2066eggs\u2069', ['milk', 'eggs']],
		['null bytes', '\u0000milk\u0000, eggs', ['milk', 'eggs']],
		['right-to-left text', 'חלב, ביצים', ['חלב', 'ביצים']],
		['half a character', 'milk, eggs \ud800', ['milk', 'eggs \ufffd']]
	])('reads past %s', async (_kind, text, names) => {
		const { visitor } = await start();
		const { status, body } = await visitor.ask('POST', '/api/walmart/parse', { text });
		expect(status).toBe(200);
		expect((body['items'] as { name: string }[]).map(({ name }) => name.toWellFormed())).toEqual(
			names
		);
	});

	test('answers a script as the text it is, in JSON', async () => {
		const { visitor } = await start();
		const { status, headers, body } = await visitor.ask('POST', '/api/walmart/parse', {
			text: 'milk <script>alert(1)</script>'
		});
		expect([status, headers.get('content-type')]).toEqual([200, 'application/json']);
		expect(JSON.stringify(body)).toContain('script');
	});

	test.each([
		['one word', 'x'.repeat(100_000), 1, false],
		['a line of many things', 'milk, '.repeat(16_000), 200, true]
	])('reads 100 kB of %s, and says where it stopped', async (_kind, text, count, truncated) => {
		const { visitor } = await start();
		const { status, body } = await visitor.ask('POST', '/api/walmart/parse', { text });
		expect(status).toBe(200);
		expect(body).toMatchObject({ truncated, engine: 'rules' });
		expect(body['items']).toHaveLength(count);
	});

	test.each([
		['no JSON', '{"text":'],
		['no object', '"milk"'],
		['no text', '{}'],
		['a text that is none', '{"text":["milk"]}'],
		['more than a person types', JSON.stringify({ text: 'x'.repeat(100_001) })]
	])('refuses %s with a sentence', async (_kind, body) => {
		const { visitor } = await start();
		const refused = await visitor.ask('POST', '/api/walmart/parse', body);
		expect(refused.status).toBe(400);
		expect(refused.body).toEqual({
			error: { code: 'invalid', message: expect.stringMatching(/\.$/) }
		});
	});
});

test('an address below /api that is none is answered in the shape of every error', async () => {
	const { visitor } = await start();
	const { status, body } = await visitor.ask('GET', '/api/nothing');
	expect(status).toBe(404);
	expect(body).toEqual({ error: { code: 'not_found', message: expect.stringMatching(/\.$/) } });
});

test('a fault of ours goes to the log under the id of the request, and nowhere else', async () => {
	const lines: string[] = [];
	const log = createLog('info', { write: (line) => void lines.push(line) });
	await startServer({ handler: routes, overrides: { log } });
	const headers = { 'x-request-id': 'r-1', cookie: 'sid=hunter2' };
	const request = new Request('http://127.0.0.1:3000/', { headers });
	const event = { request, route: { id: '/' } } as unknown as RequestEvent;
	const told = await handleError({ kind: 'unknown', error: new Error('secret detail'), event });
	expect(JSON.stringify(told)).not.toContain('secret detail');
	expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
		{ requestId: 'r-1', route: '/', err: { message: 'secret detail' }, msg: 'a request failed' }
	]);
	expect(lines.join()).not.toContain('hunter2');
});

test('every answer carries an id of its own, whatever the client called it', async () => {
	const { visitor } = await start();
	const ids = await Promise.all(
		['/healthz', '/api/nothing'].map(async (path) => {
			const { headers } = await visitor.ask('GET', path, undefined, { 'x-request-id': 'mine' });
			return headers.get('x-request-id');
		})
	);
	expect(new Set(ids)).toHaveProperty('size', 2);
	for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
});

test('GET /healthz asks nothing of the disk, and is answered while nothing can be written', async () => {
	const { app, get } = await start();
	const written = vi.spyOn(app.database, 'isWritable').mockReturnValue(false);
	const { status, body } = await get('/healthz');
	expect([status, body]).toEqual([200, { ok: true }]);
	expect(written).not.toHaveBeenCalled();
});

test('what cannot be written just now is refused as busy, and logged as nobody’s mistake', async () => {
	const { app, visitor } = await start();
	const [failed, warned] = [vi.spyOn(app.log, 'error'), vi.spyOn(app.log, 'warn')];
	const other = await openSqlite(app.database.sqlite.name, { busyTimeoutMs: 100 });
	other.exec('BEGIN IMMEDIATE');
	const { status, body } = await visitor.ask('POST', '/api/pairings', {});
	other.close();
	expect([status, body]).toEqual([
		503,
		{ error: { code: 'busy', message: expect.stringMatching(/cannot write just now.*\.$/) } }
	]);
	expect(failed).not.toHaveBeenCalled();
	expect(warned.mock.calls[0]?.[1]).toBe('nothing could be written');
	expect((await visitor.ask('POST', '/api/pairings', {})).status).toBe(201);
});

describe('GET /readyz', () => {
	test('is 200 while a write would be kept', async () => {
		const { get } = await start();
		const { status, body } = await get('/readyz');
		expect(status).toBe(200);
		expect(body).toMatchObject({ ready: true });
	});

	test('is 503 once it would not', async () => {
		const { app, get } = await start();
		vi.spyOn(app.database, 'isWritable').mockReturnValue(false);
		expect((await get('/readyz')).status).toBe(503);
	});
});
