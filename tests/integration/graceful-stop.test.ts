import { once } from 'node:events';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect as connectTcp } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { RunningServer } from '#lib/server/serve.ts';
import { routes } from '../support/routes.ts';
import { connect, startServer } from '../support/start-app.ts';
import { tellOfStops } from '../support/stop-story.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Asks over one and the same connection, if it is still there. */
function oneConnection(url: string): (path: string) => Promise<IncomingMessage> {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	onTestFinished(() => agent.destroy());
	return (path) =>
		new Promise((resolve, reject) => {
			const request = httpRequest(url + path, { agent });
			request.once('error', reject);
			request.once('response', (response) => {
				response.resume().once('end', () => resolve(response));
			});
			request.end();
		});
}

/** So long that no test sees the end of it. */
const overrides = { lingerMs: 60_000 };

/** Resolves when the port takes nobody any more. */
async function untilClosed({ url }: RunningServer): Promise<void> {
	for (;;) {
		const probe = connectTcp(Number(new URL(url).port), '127.0.0.1');
		const [problem] = await once(probe, 'connect').catch((cause: unknown) => [cause]);
		probe.destroy();
		if (problem) return;
	}
}

describe('a server that ends', () => {
	test('answers what is asked over an open connection, says that it was the last, and is not ready', async () => {
		const server = await startServer({ handler: routes, overrides });
		const ask = oneConnection(server.url);
		const before = await ask('/readyz');
		expect(before.statusCode).toBe(200);
		expect(before.headers.connection).toBe('keep-alive');
		const ending = server.close();
		await untilClosed(server);
		const last = await ask('/readyz');
		expect(last.statusCode).toBe(503);
		expect(last.headers.connection).toBe('close');
		await ending;
		await expect(ask('/readyz')).rejects.toThrow('ECONNREFUSED');
	});

	test('answers the request that it was working on', async () => {
		const begun = Promise.withResolvers<() => void>();
		const server = await startServer({
			handler: (_request, response) => begun.resolve(() => void response.end('done')),
			overrides
		});
		const answer = oneConnection(server.url)('/');
		const finish = await begun.promise;
		const ending = server.close();
		await untilClosed(server);
		finish();
		expect((await answer).headers.connection).toBe('close');
		await ending;
	});

	test('tells devices that it restarts, answers them meanwhile, and hangs up as a network does', async () => {
		const server = await startServer({ overrides: { lingerMs: 200 } });
		const socket = await connect(server);
		const gone = new Promise((resolve) => socket.once('disconnect', resolve));
		const asked = new Promise((resolve) =>
			socket.once('restarting', () => {
				const request = { productIds: ['gen_bananas'] };
				socket.emit('price:subscribe_batch', { ...request, known: {} }, resolve);
			})
		);
		const ending = server.close();
		expect(await asked).toMatchObject({ prices: [{ productId: 'gen_bananas' }] });
		expect(await gone).toBe('transport close');
		await ending;
	});

	test('does not wait for a device that went away without a word', async () => {
		const server = await startServer();
		const { host, port } = new URL(server.url);
		const signedUp = await server.app.people.signUp('Test');
		if ('error' in signedUp) throw new Error(signedUp.error.message);
		const raw = connectTcp(Number(port), '127.0.0.1');
		onTestFinished(() => void raw.destroy());
		raw.write(
			'GET /ws/?EIO=4&transport=websocket HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
				`Host: ${host}\r\nOrigin: ${server.url}\r\nCookie: sid=${signedUp.token}\r\n` +
				'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'
		);
		await once(raw, 'data');
		raw.pause(); // From now on it reads nothing, and answers nothing.
		raw.on('error', () => undefined);
		await server.close();
		expect(server.app.database.sqlite.open).toBe(false);
	});
});

// `tests/slow/graceful-stop.test.ts` is the long one.
const STOPS = 3;

test(`R17: ${STOPS} times asked to end under load, the server answers what was asked and ends with 0`, async () => {
	const { answers } = await tellOfStops(temporaryFolder(), STOPS);
	expect(answers).toBeGreaterThan(0);
}, 120_000);
