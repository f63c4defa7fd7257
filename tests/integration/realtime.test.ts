import { request as httpRequest } from 'node:http';
import fc from 'fast-check';
import type { Socket } from 'socket.io-client';
import { describe, expect, test, vi } from 'vitest';
import type { Prices, PriceUpdate } from '#lib/protocol/prices.ts';
import type { App } from '#lib/server/app.ts';
import { createFakeSource, observe } from '../support/fake-source.ts';
import { connect, startServer, type TestSocket } from '../support/start-app.ts';

/** Typed loosely, because these tests send what no honest client would. */
const loosen = (socket: TestSocket): Socket => socket;

function upgradeStatus(
	url: string,
	path: string,
	headers: Record<string, string>
): Promise<number> {
	return new Promise((resolve) => {
		const request = httpRequest(`${url}${path}`, {
			headers: {
				connection: 'Upgrade',
				upgrade: 'websocket',
				'sec-websocket-version': '13',
				'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
				...headers
			}
		});
		request.on('upgrade', (response, stream) => {
			stream.destroy();
			resolve(response.statusCode ?? 0);
		});
		request.on('response', (response) => {
			response.resume();
			resolve(response.statusCode ?? 0);
		});
		request.on('error', () => resolve(0));
		request.end();
	});
}

const WS = '/ws/?EIO=4&transport=websocket';

async function cookieOf(app: App): Promise<string> {
	const signedUp = await app.people.signUp('Test');
	return 'token' in signedUp ? `sid=${signedUp.token}` : '';
}

describe('who may open a socket', () => {
	test('S1: a page of this server, and no other page, in whatever disguise', async () => {
		const { url, app } = await startServer();
		const { host, port } = new URL(url);
		const cookie = await cookieOf(app);
		expect(await upgradeStatus(url, WS, { origin: url, cookie })).toBe(101);
		const foreign: Record<string, string>[] = [
			{},
			{ origin: 'null' },
			{ origin: '' },
			{ origin: 'https://evil.example' },
			{ origin: `http://${host}.evil.example` },
			{ origin: `http://${host}@evil.example` },
			{ origin: `http://localhost:${port}` },
			{ origin: `${url}/` }
		];
		for (const headers of foreign)
			expect(await upgradeStatus(url, WS, { ...headers, cookie })).not.toBe(101);
	});

	test('S2: nobody without a session, or with one that was made up', async () => {
		const { url } = await startServer();
		expect(await upgradeStatus(url, WS, { origin: url })).not.toBe(101);
		const cookie = `sid=${'A'.repeat(43)}`;
		expect(await upgradeStatus(url, WS, { origin: url, cookie })).not.toBe(101);
	});

	test('nobody at another address', async () => {
		const { url, app } = await startServer();
		const cookie = await cookieOf(app);
		expect(await upgradeStatus(url, '/elsewhere', { origin: url, cookie })).not.toBe(101);
	});

	test('nobody when the socket is switched off', async () => {
		const { url, app } = await startServer({ env: { REALTIME: 'polling' } });
		const cookie = await cookieOf(app);
		expect(await upgradeStatus(url, WS, { origin: url, cookie })).not.toBe(101);
	});
});

describe('price:subscribe_batch', () => {
	test('is acknowledged with what is known and what is not', async () => {
		const server = await startServer();
		const socket = await connect(server);
		const answer = await socket.emitWithAck('price:subscribe_batch', {
			productIds: ['gen_bananas', 'nobody-sells-this']
		});
		expect(answer).toMatchObject({
			prices: [{ productId: 'gen_bananas', source: 'embedded', stale: false }],
			unknown: ['nobody-sells-this']
		});
	});

	test('takes an id that comes twice for one', async () => {
		const socket = await connect(await startServer());
		const twice = ['gen_bananas', 'gen_bananas', 'nobody-sells-this', 'nobody-sells-this'];
		const answer = await socket.emitWithAck('price:subscribe_batch', { productIds: twice });
		expect(answer).toMatchObject({
			prices: [{ productId: 'gen_bananas' }],
			unknown: ['nobody-sells-this']
		});
	});

	/** Subscribes to two products. @returns the ids of the prices that came, by what the device knew */
	async function subscribeTwice(knownOf: (prices: Prices['prices']) => Record<string, unknown>) {
		const socket = loosen(await connect(await startServer()));
		const productIds = ['gen_bananas', 'gen_whole-milk'];
		const subscribe = (known: object): Promise<Prices> =>
			socket.emitWithAck('price:subscribe_batch', { productIds, known }) as Promise<Prices>;
		const { prices } = await subscribe({});
		const again = await subscribe(knownOf(prices));
		return again.prices.map((price) => price.productId).sort();
	}

	test('leaves out what the device has already, look by look', async () => {
		const lookOf = ([price]: Prices['prices']) => ({ [price?.productId ?? '']: price?.checkedAt });
		expect(await subscribeTwice(lookOf)).toEqual(['gen_whole-milk']);
	});

	test.each([
		['the future', 9e15],
		['a time before time', -1],
		['the first half of a millisecond', 0.5]
	])('sends everything to a device that says it knows it from %s', async (_what, time) => {
		const known = { gen_bananas: time, 'gen_whole-milk': time };
		expect(await subscribeTwice(() => known)).toEqual(['gen_bananas', 'gen_whole-milk']);
	});

	test('holds for the last one asked, though an earlier one is still looked up', async () => {
		const source = createFakeSource(Date.now, new Map([['gen_whole-milk', 352]]));
		const server = await startServer({ overrides: { provider: source } });
		const { priceUpdates } = server.app;
		const socket = await connect(server);
		const updates: PriceUpdate[] = [];
		socket.on('price:update_batch', (update) => updates.push(update));
		const release = source.hold();
		const slow = socket.emitWithAck('price:subscribe_batch', { productIds: ['gen_bananas'] });
		await vi.waitFor(() => expect(source.questions).toEqual([['gen_bananas']]));
		await socket.emitWithAck('price:subscribe_batch', { productIds: [] });
		release();
		await slow;
		priceUpdates.publish([observe('gen_bananas', 60, Date.now())]);
		await socket.emitWithAck('price:subscribe_batch', { productIds: ['gen_whole-milk'] });
		priceUpdates.publish([observe('gen_whole-milk', 360, Date.now() + 1)]);
		await vi.waitFor(() => expect(updates).toHaveLength(1));
		expect(updates[0]?.prices).toMatchObject([{ productId: 'gen_whole-milk', priceCents: 360 }]);
	});

	test('is followed by what changes, in batches', async () => {
		const server = await startServer({
			env: { PRICE_SAMPLE_DRIFT: 'on' },
			overrides: { drift: { seed: 7, stepMs: 20 }, refreshEveryMs: 20 }
		});
		const socket = await connect(server);
		const productIds = server.app.catalog.products.slice(0, 50).map((product) => product.id);
		const update = new Promise<PriceUpdate>((resolve) => {
			socket.once('price:update_batch', resolve);
		});
		await socket.emitWithAck('price:subscribe_batch', { productIds });
		const { prices } = await update;
		expect(prices.length).toBeGreaterThan(10);
		for (const price of prices) expect(productIds).toContain(price.productId);
	});

	test('is over with the socket: nothing is asked for any more', async () => {
		const server = await startServer({
			env: { PRICE_SAMPLE_DRIFT: 'on' },
			overrides: { drift: { seed: 7, stepMs: 10 }, refreshEveryMs: 10 }
		});
		const refresh = vi.spyOn(server.app.prices, 'refresh');
		const socket = await connect(server);
		await socket.emitWithAck('price:subscribe_batch', { productIds: ['gen_bananas'] });
		await vi.waitFor(() => expect(refresh).toHaveBeenCalled());
		socket.close();
		await vi.waitFor(async () => {
			refresh.mockClear();
			await new Promise((resolve) => setTimeout(resolve, 50));
			expect(refresh).not.toHaveBeenCalled();
		});
	});
});

describe('what no honest client sends', () => {
	test.each([
		['no object', 'milk'],
		['nothing', undefined],
		['ids that are none', { productIds: ['../../etc/passwd'] }],
		['an empty id', { productIds: [''] }],
		['an id of 100 characters', { productIds: ['x'.repeat(100)] }],
		['too many ids', { productIds: Array.from({ length: 1_001 }, (_, at) => `p${at}`) }],
		['a prototype', JSON.parse('{"productIds":[],"known":{"__proto__":"x"}}')]
	])('%s is answered with the reason, or does no harm', async (_kind, request) => {
		const server = await startServer();
		const socket = await connect(server);
		const answer: unknown = await loosen(socket).emitWithAck('price:subscribe_batch', request);
		expect(answer).toSatisfy(
			(body: Record<string, unknown>) => 'error' in body || 'prices' in body
		);
		expect(await socket.emitWithAck('price:subscribe_batch', { productIds: [] })).toEqual({
			prices: [],
			unknown: []
		});
	});

	test('any value at all, with or without an acknowledgement, leaves the server standing', async () => {
		const server = await startServer();
		const healthy = await connect(server);
		const rough = loosen(await connect(server));
		await fc.assert(
			fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 3 }), async (given) => {
				rough.emit('price:subscribe_batch', ...given);
				const answer: unknown = await rough.emitWithAck('price:subscribe_batch', ...given);
				expect(answer).toBeTypeOf('object');
			}),
			{ numRuns: 200 }
		);
		const answer = await healthy.emitWithAck('price:subscribe_batch', { productIds: [] });
		expect(answer).toEqual({ prices: [], unknown: [] });
	});

	test('events that do not exist are ignored, and who keeps sending them is cut off', async () => {
		const server = await startServer();
		const rough = loosen(await connect(server));
		const isCutOff = new Promise((resolve) => rough.once('disconnect', resolve));
		rough.emit('constructor');
		await rough.emitWithAck('price:subscribe_batch', { productIds: [] });
		for (let sent = 1; sent < 20; sent++) rough.emit('no:such:event', sent);
		expect(await isCutOff).toBe('io server disconnect');
	});

	test('a message over the limit costs its sender the connection, and nobody else anything', async () => {
		const server = await startServer();
		const healthy = await connect(server);
		const rough = loosen(await connect(server));
		const isCutOff = new Promise((resolve) => rough.once('disconnect', () => resolve(true)));
		rough.emit('price:subscribe_batch', 'x'.repeat(300 * 1024));
		expect(await isCutOff).toBe(true);
		expect(await healthy.emitWithAck('price:subscribe_batch', { productIds: [] })).toBeTruthy();
	});
});

test('a fault of ours is answered as one, and tells nothing of its inside', async () => {
	const server = await startServer();
	vi.spyOn(server.app.prices, 'lookup').mockRejectedValue(new Error('secret detail'));
	const socket = await connect(server);
	const answer = await socket.emitWithAck('price:subscribe_batch', { productIds: ['gen_bananas'] });
	expect(answer).toMatchObject({ error: { code: 'internal' } });
	expect(JSON.stringify(answer)).not.toContain('secret detail');
});
