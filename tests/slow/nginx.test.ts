import { mkdirSync, readdirSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { beforeEach, describe, expect, onTestFinished, test, vi, type TestContext } from 'vitest';
import { SOCKET_PATH } from '#lib/protocol/socket.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { startBuiltServer, type BuiltServer } from '../../scripts/built-server.ts';
import { askNginx, hasNginx, HOST, NO_NGINX, startNginx, type Answered } from '../support/nginx.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

const PRICES = '/api/walmart/prices?ids=gen_bananas';
/** For how long the app lets a price be kept; after that it is old. */
const KEPT_MS = 15_000;
const ORIGIN = `https://${HOST}`;
const JSON_TYPE = { 'content-type': 'application/json' };

/** What every answer has, and has once. */
const SECURITY_HEADERS = [
	'content-security-policy',
	'cross-origin-opener-policy',
	'cross-origin-resource-policy',
	'permissions-policy',
	'referrer-policy',
	'x-content-type-options',
	'x-frame-options',
	'cache-control'
];

beforeEach((context: TestContext) => {
	if (!hasNginx) context.skip(NO_NGINX);
});

/** nginx with the shipped configuration, and the app behind it as its guide says. */
async function start(env: Readonly<Record<string, string>> = {}) {
	const folder = temporaryFolder();
	const dataDir = join(folder, 'data');
	mkdirSync(dataDir);
	const server: BuiltServer = await startBuiltServer({
		dataDir,
		env: { TRUST_PROXY: 'on', ...env }
	});
	onTestFinished(async () => void (await server.stop()));
	const nginx = await startNginx({ folder, appPort: server.port });
	onTestFinished(() => nginx.stop());
	const ask = (path: string, asked?: Parameters<typeof askNginx>[2]) =>
		askNginx(nginx, path, asked);
	return { folder, server, nginx, ask };
}

type Ask = Awaited<ReturnType<typeof start>>['ask'];

const signIn = {
	method: 'POST',
	headers: { ...JSON_TYPE, origin: ORIGIN },
	body: '{"name":"Ann"}'
};
const errorOf = ({ text }: Answered): unknown => (JSON.parse(text) as { error: unknown }).error;
const cacheOf = ({ headers }: Answered) => headers['x-cache']?.[0];

function expectSecurity(answer: Answered): void {
	for (const name of SECURITY_HEADERS) expect(answer.headers[name], name).toHaveLength(1);
}

test('nginx finds nothing to complain about', async () => {
	const { nginx } = await start();
	expect(nginx.verdict).toMatch(
		/^nginx: the configuration file \S+ syntax is ok\n.* test is successful\n$/
	);
});

test('pages, worker and API come through, with each security header once', async () => {
	const { ask } = await start();
	const page = await ask('/');
	expect(page.text).toContain('<!doctype html>');
	expect(page.headers['cache-control']).toEqual(['no-cache']);
	const worker = await ask('/sw.js');
	expect(worker.headers['cache-control']).toEqual(['no-cache']);
	for (const answer of [
		page,
		worker,
		await ask('/lists/nothing'),
		await ask('/healthz'),
		await ask(PRICES),
		await ask('/api/devices'),
		await ask('/api/nothing', { headers: { cookie: '__Host-sid=x' } }),
		await ask('/_app/version.json')
	]) {
		expectSecurity(answer);
		expect(answer.headers['x-request-id']).toHaveLength(1);
	}
});

test('plain HTTP leads to HTTPS, but for the authority that phones need first', async () => {
	const { nginx } = await start();
	const asked = async (path: string) => {
		const request = get({ port: nginx.plainPort, path, headers: { host: HOST }, agent: false });
		const [response] = (await once(request, 'response')) as [IncomingMessage];
		const chunks: Buffer[] = [];
		for await (const chunk of response) chunks.push(chunk as Buffer);
		return { ...response.headers, text: Buffer.concat(chunks).toString() };
	};
	expect((await asked('/lists/a?b=c')).location).toBe(`https://${HOST}/lists/a?b=c`);
	const authority = await asked('/home-ca.crt');
	expect(authority['content-type']).toBe('application/x-x509-ca-cert');
	expect(authority.text).toBe(nginx.ca);
	expect(
		JSON.stringify([await asked('/home-ca.crt/../server.key'), await asked('/server.key')])
	).not.toContain('PRIVATE KEY');
});

describe('who asks', () => {
	/** Tries links that do not work, ten of which an address has, each time as if from elsewhere. @returns the last status */
	async function guess(ask: Ask, times: number, asked: Parameters<Ask>[1]): Promise<number> {
		let status = 0;
		for (let at = 1; at <= times; at++) {
			const headers = { ...signIn.headers, 'x-forwarded-for': `192.0.2.${at}` };
			const body = JSON.stringify({ token: 'A'.repeat(43) });
			const answer = await ask('/api/invites/redeem', { ...asked, method: 'POST', headers, body });
			({ status } = answer);
		}
		return status;
	}

	test('is known to be on HTTPS: the cookie is for this host alone', async () => {
		const { ask } = await start();
		const answer = await ask('/api/session', signIn);
		expect(answer.status).toBe(200);
		expect(answer.headers['set-cookie']?.[0]).toMatch(/^__Host-sid=[\w-]{43}; .*Secure/);
	});

	test('cannot say that they are somebody else, or on plain HTTP', async () => {
		const { ask } = await start();
		const spoofed = {
			'x-forwarded-proto': 'http',
			'x-forwarded-host': 'evil.example',
			forwarded: 'for=192.0.2.7;proto=http;host=evil.example'
		};
		const answer = await ask('/api/session', {
			...signIn,
			headers: { ...signIn.headers, ...spoofed }
		});
		expect(answer.headers['set-cookie']?.[0]).toMatch(/^__Host-sid=/);
		const evil = { ...signIn.headers, ...spoofed, origin: 'https://evil.example' };
		expect((await ask('/api/session', { ...signIn, headers: evil })).status).toBe(403);
	});

	test('is counted by the address they have, not by one they claim', async () => {
		const { ask } = await start();
		expect(await guess(ask, 12, { from: '127.0.0.2' })).toBe(429);
		expect(await guess(ask, 1, { from: '127.0.0.3' })).toBe(404);
	});

	test('is counted together with everybody else where the app is not told to trust its proxy', async () => {
		const { ask } = await start({ TRUST_PROXY: 'off' });
		expect(await guess(ask, 12, { from: '127.0.0.2' })).toBe(429);
		expect(await guess(ask, 1, { from: '127.0.0.3' })).toBe(429);
	});
});

test('the socket opens through it, for pages of this host and nobody else, and carries answers', async () => {
	const { ask, nginx } = await start();
	const cookie =
		(await ask('/api/session', signIn)).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
	const open = async (origin: string): Promise<Socket> => {
		const socket = io(`https://127.0.0.1:${nginx.port}`, {
			path: SOCKET_PATH,
			transports: ['websocket'],
			auth: { v: PROTOCOL_VERSION },
			extraHeaders: { host: HOST, origin, cookie },
			ca: nginx.ca,
			reconnection: false,
			forceNew: true
		});
		onTestFinished(() => void socket.close());
		await new Promise<void>((resolve, reject) => {
			socket.once('connect', resolve);
			socket.once('connect_error', reject);
		});
		return socket;
	};
	const socket = await open(ORIGIN);
	const answer: unknown = await socket.emitWithAck('price:subscribe_batch', {
		productIds: ['gen_bananas']
	});
	expect(answer).toMatchObject({ prices: [{ productId: 'gen_bananas' }] });
	await expect(open('https://evil.example')).rejects.toThrow();
});

describe('prices', () => {
	test('are told from the cache to those without a session, and to them alone', async () => {
		const { ask } = await start();
		expect(cacheOf(await ask(PRICES))).toBe('MISS');
		const told = await ask(PRICES);
		expect(cacheOf(told)).toBe('HIT');
		expect(JSON.parse(told.text)).toMatchObject({ prices: [{ productId: 'gen_bananas' }] });
		expect(cacheOf(await ask(`${PRICES},gen_eggs`))).toBe('MISS');
		for (const headers of [
			{ cookie: '__Host-sid=x' },
			{ authorization: 'Bearer x' },
			{ 'x-protocol-version': '1' }
		]) {
			expect(cacheOf(await ask(PRICES, { headers })), JSON.stringify(headers)).toBe('BYPASS');
		}
		// A client that is too old is told so, and the next one is not.
		expect((await ask(PRICES, { headers: { 'x-protocol-version': '1' } })).status).toBe(426);
		expect((await ask(PRICES)).status).toBe(200);
	});

	test('are still told when the app hangs, and when it is gone', async () => {
		const { ask, server } = await start();
		const { text } = await ask(PRICES);
		server.pause();
		await sleep(KEPT_MS + 1_000);
		const hung = await ask(PRICES);
		expect(hung).toMatchObject({ status: 200, text });
		expect(cacheOf(hung)).toMatch(/STALE|UPDATING/);
		await server.stop('SIGKILL');
		const gone = await ask(PRICES);
		expect(gone).toMatchObject({ status: 200, text });
		expectSecurity(gone);
	});

	test('that were not asked for before are no different from the rest when it is gone', async () => {
		const { ask, server } = await start();
		await server.stop();
		expect((await ask(PRICES)).status).toBe(502);
	});
});

test('no answer to a person is ever kept: no cookie lies in the cache', async () => {
	const { ask, folder } = await start();
	await ask('/');
	await ask(PRICES);
	const signedIn = await ask('/api/session', signIn);
	expect(signedIn.headers['x-cache']).toBeUndefined();
	await ask('/api/devices', { headers: { cookie: signedIn.headers['set-cookie']?.[0] ?? '' } });
	const kept = readdirSync(join(folder, 'cache/groceries-prices'), {
		recursive: true,
		encoding: 'utf8'
	}).filter((path) => path.length > 30);
	expect(kept).toHaveLength(1);
});

describe('what nginx answers itself has the shape of every error', () => {
	test('413, at the size that is too much for the app as well', async () => {
		const { ask } = await start();
		const post = (length: number) =>
			ask('/api/walmart/parse', { ...signIn, body: 'x'.repeat(length) });
		expect((await post(256 * 1024)).status).toBe(401);
		const answer = await post(256 * 1024 + 1);
		expect(answer.status).toBe(413);
		expect(errorOf(answer)).toEqual({ code: 'too_large', message: expect.stringMatching(/\.$/) });
		expectSecurity(answer);
	});

	test('429, with the time after which to ask again', async () => {
		const { ask } = await start();
		const answers = await Promise.all(Array.from({ length: 400 }, () => ask(PRICES)));
		const refused = answers.filter(({ status }) => status === 429);
		expect(refused.length).toBeGreaterThan(0);
		expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(200);
		for (const answer of refused) {
			expect(errorOf(answer)).toEqual({
				code: 'rate_limited',
				message: expect.stringMatching(/\.$/),
				retryAfterMs: 1_000
			});
			expect(answer.headers['retry-after']).toEqual(['1']);
			expect(answer.headers['content-type']).toEqual(['application/json']);
			expectSecurity(answer);
		}
	});

	test('502 below /api/ and at the socket, and a sentence in the place of pages', async () => {
		const { ask, server } = await start();
		await server.stop();
		for (const path of [
			'/api/devices',
			'/api/walmart/products?q=milk',
			'/ws/?EIO=4&transport=websocket'
		]) {
			const answer = await ask(path);
			expect(answer.status).toBe(502);
			expect(errorOf(answer)).toMatchObject({ code: 'unavailable', retryAfterMs: 5_000 });
			expect(answer.headers['retry-after']).toEqual(['5']);
			expectSecurity(answer);
		}
		const page = await ask('/lists/a');
		expect(page).toMatchObject({ status: 502, text: expect.stringContaining('does not answer') });
		expectSecurity(page);
	});

	test('504 where the app takes longer than anybody waits', async () => {
		const { ask, server } = await start();
		server.pause();
		const answer = await ask('/api/devices');
		expect(answer.status).toBe(504);
		expect(errorOf(answer)).toMatchObject({ code: 'unavailable', retryAfterMs: 5_000 });
		expectSecurity(answer);
	});

	test('while a refusal of the app comes through as the app said it', async () => {
		const { ask } = await start();
		const guess = { ...signIn, body: JSON.stringify({ token: 'A'.repeat(43) }) };
		const answers = [];
		for (let at = 0; at < 11; at++) answers.push(await ask('/api/invites/redeem', guess));
		const last = answers.at(-1) as Answered;
		expect(last.status).toBe(429);
		expect(last.headers['retry-after']).toHaveLength(1);
		expect(errorOf(last)).toMatchObject({ retryAfterMs: expect.any(Number) });
		expectSecurity(last);
	});
});

test('files named by their content stay for good, compressed, and outlive the app that had them', async () => {
	const { ask, server } = await start();
	const { text } = await ask('/');
	const [path = ''] = /\/_app\/immutable\/[\w/.-]+\.js/.exec(text) ?? [];
	const headers = { 'accept-encoding': 'gzip' };
	const first = await ask(path, { headers });
	expect(first.headers['cache-control']?.[0]).toContain('max-age=31536000');
	expect(first.headers['cache-control']?.[0]).toContain('immutable');
	expect(first.headers['content-encoding']).toEqual(['gzip']);
	expectSecurity(first);
	await server.stop();
	expect(await ask(path, { headers })).toMatchObject({ status: 200, text: first.text });
});

test('answers are compressed for those who can read that', async () => {
	const { ask } = await start();
	const path = '/api/walmart/products?q=milk&limit=50';
	const [plain, packed] = [
		await ask(path),
		await ask(path, { headers: { 'accept-encoding': 'gzip' } })
	];
	expect(packed.headers['content-encoding']).toEqual(['gzip']);
	expect(packed.text.length).toBeLessThan(plain.text.length / 2);
});
