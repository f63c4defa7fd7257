import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, test, vi } from 'vitest';
import { handle, handleError } from '../../src/hooks.server.ts';
import * as parseRoute from '../../src/routes/api/walmart/parse/+server.ts';
import * as pricesRoute from '../../src/routes/api/walmart/prices/+server.ts';
import * as productsRoute from '../../src/routes/api/walmart/products/+server.ts';
import * as productRoute from '../../src/routes/api/walmart/products/[id]/+server.ts';
import * as readyRoute from '../../src/routes/readyz/+server.ts';
import { startServer } from '../support/start-app.ts';

/** The routes as Kit would find them; how Kit routes is its own business, what they answer is ours. */
const ROUTES: Record<string, Partial<Record<'GET' | 'POST', (event: never) => unknown>>> = {
	'/api/walmart/prices': pricesRoute,
	'/api/walmart/products': productsRoute,
	'/api/walmart/products/[id]': productRoute,
	'/api/walmart/parse': parseRoute,
	'/readyz': readyRoute
};

interface Asked {
	readonly status: number;
	readonly headers: Headers;
	readonly body: Record<string, unknown>;
}

async function ask(route: string, address: string, init: RequestInit = {}): Promise<Asked> {
	const url = new URL(address, 'http://127.0.0.1:3000');
	const request = new Request(url, init);
	request.headers.set('host', url.host);
	const params = { id: url.pathname.split('/').at(-1) };
	const event = { request, url, params, route: { id: route } } as unknown as RequestEvent;
	const response = await handle({
		event,
		resolve: async () => {
			const answer = ROUTES[route]?.[request.method as 'GET' | 'POST'];
			const body = await answer?.(event as never);
			return body instanceof Response ? body : new Response('nothing here', { status: 404 });
		}
	});
	const body = (await response.json()) as Record<string, unknown>;
	return { status: response.status, headers: response.headers, body };
}

const get = (route: string, address = route): Promise<Asked> => ask(route, address);

function post(body: string, headers: Record<string, string> = {}): Promise<Asked> {
	const own = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
	const route = '/api/walmart/parse';
	return ask(route, route, { method: 'POST', body, headers: { ...own, ...headers } });
}

describe('GET /api/walmart/prices', () => {
	const route = '/api/walmart/prices';

	test('answers each product once, names the unknown, and may be kept by a proxy', async () => {
		await startServer();
		const { status, headers, body } = await get(
			route,
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
		['a path', '?ids=../../etc/passwd'],
		['101 products', `?ids=${Array.from({ length: 101 }, (_, at) => `p${at}`).join()}`]
	])('refuses %s with a sentence', async (_kind, query) => {
		await startServer();
		const { status, body } = await get(route, route + query);
		expect(status).toBe(400);
		expect(body).toEqual({ error: { code: 'invalid', message: expect.stringMatching(/\.$/) } });
	});
});

describe('GET /api/walmart/products', () => {
	const route = '/api/walmart/products';

	test('finds by words, best first, as many as wanted', async () => {
		await startServer();
		const { body } = await get(route, `${route}?q=banan&limit=1`);
		expect(body).toMatchObject({
			products: [{ productId: 'gen_bananas', name: 'Bananas', size: '1 lb', priceCents: 56 }]
		});
	});

	test.each(['', '?q=', '?q=milk&limit=0', '?q=milk&limit=many', `?q=${'x'.repeat(201)}`])(
		'refuses "%s" with a sentence',
		async (query) => {
			await startServer();
			const { status, body } = await get(route, route + query);
			expect(status).toBe(400);
			expect(body).toMatchObject({ error: { code: 'invalid' } });
		}
	);

	test('answers one product by its id, and 404 for one that is not', async () => {
		await startServer();
		const one = `${route}/[id]`;
		expect((await get(one, `${route}/gen_bananas`)).body).toMatchObject({ name: 'Bananas' });
		const absent = await get(one, `${route}/nobody-sells-this`);
		expect(absent.status).toBe(404);
		expect(absent.body).toMatchObject({ error: { code: 'not_found' } });
	});
});

describe('POST /api/walmart/parse', () => {
	test('reads a text with the rules and says so', async () => {
		await startServer();
		const { status, body } = await post(JSON.stringify({ text: 'milk, eggs' }));
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
		['no JSON', '{"text":'],
		['no object', '"milk"'],
		['no text', '{}'],
		['a text that is none', '{"text":["milk"]}'],
		['more than a person types', JSON.stringify({ text: 'x'.repeat(100_001) })]
	])('refuses %s with a sentence', async (_kind, body) => {
		await startServer();
		const refused = await post(body);
		expect(refused.status).toBe(400);
		expect(refused.body).toEqual({
			error: { code: 'invalid', message: expect.stringMatching(/\.$/) }
		});
	});
});

describe('changes from elsewhere', () => {
	const own = 'http://127.0.0.1:3000';
	const text = JSON.stringify({ text: 'milk' });

	test.each([
		[{ 'sec-fetch-site': 'same-origin' }, 200],
		[{ 'sec-fetch-site': 'none' }, 200],
		[{ 'sec-fetch-site': 'same-site' }, 403],
		[{ 'sec-fetch-site': 'cross-site' }, 403],
		[{ 'sec-fetch-site': 'cross-site', origin: own }, 403],
		[{ origin: own }, 200],
		[{ origin: 'http://127.0.0.1:3001' }, 403],
		[{ origin: 'https://evil.example' }, 403],
		[{ origin: 'null' }, 403],
		[{}, 403]
	])('%j is answered with %i, whatever the content type', async (headers, status) => {
		await startServer();
		for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
			const asked = await ask('/api/walmart/parse', '/api/walmart/parse', {
				method: 'POST',
				body: text,
				headers: { 'content-type': type, ...(headers as Record<string, string>) }
			});
			expect(asked.status).toBe(status);
			if (status === 403) expect(asked.body).toMatchObject({ error: { code: 'forbidden' } });
		}
	});
});

test('an address below /api that is none is answered in the shape of every error', async () => {
	await startServer();
	const { status, body } = await get('/api/nothing');
	expect(status).toBe(404);
	expect(body).toEqual({ error: { code: 'not_found', message: expect.stringMatching(/\.$/) } });
});

test('a fault of ours goes to the log under the id of the request, and nowhere else', async () => {
	const { app } = await startServer();
	const logged = vi.spyOn(app.log, 'error');
	const request = new Request('http://127.0.0.1:3000/', { headers: { 'x-request-id': 'r-1' } });
	const event = { request, route: { id: '/' } } as unknown as RequestEvent;
	const told = await handleError({ kind: 'unknown', error: new Error('secret detail'), event });
	expect(JSON.stringify(told)).not.toContain('secret detail');
	expect(logged.mock.calls[0]?.[0]).toMatchObject({ requestId: 'r-1' });
});

describe('GET /readyz', () => {
	test('is 200 while a write would be kept', async () => {
		await startServer();
		const { status, body } = await get('/readyz');
		expect(status).toBe(200);
		expect(body).toMatchObject({ ready: true });
	});

	test('is 503 once it would not', async () => {
		const { app } = await startServer();
		vi.spyOn(app.database, 'isWritable').mockReturnValue(false);
		expect((await get('/readyz')).status).toBe(503);
	});
});
