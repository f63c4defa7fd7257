import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { runningApp } from '#lib/server/app.ts';
import { startServer } from '../support/start-app.ts';

test('every answer, even one of nobody, carries the security headers and is asked about again', async () => {
	const { url } = await startServer();
	const { status, headers } = await fetch(`${url}/nothing`);
	expect(status).toBe(404);
	expect(Object.fromEntries(headers)).toMatchObject({
		'cache-control': 'no-cache',
		'content-security-policy': "frame-ancestors 'none'",
		'cross-origin-opener-policy': 'same-origin',
		'permissions-policy': 'microphone=(self), camera=(self), on-device-speech-recognition=(self)',
		'referrer-policy': 'same-origin',
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY'
	});
	expect(headers.has('strict-transport-security')).toBe(false);
});

test('browsers are told to insist on https only where the operator says so', async () => {
	const { url } = await startServer({ env: { HSTS: '86400' } });
	const { headers } = await fetch(url);
	expect(headers.get('strict-transport-security')).toBe('max-age=86400');
});

test('each request has an id of its own that nobody can choose', async () => {
	const { url } = await startServer();
	const options = { headers: { 'x-request-id': 'mine' } };
	const ids = await Promise.all(
		[1, 2].map(async () => (await fetch(url, options)).headers.get('x-request-id'))
	);
	expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
	expect(ids[1]).not.toBe(ids[0]);
});

test('a port that cannot be had leaves nothing open', async () => {
	const other = createServer().listen(0, '127.0.0.1');
	onTestFinished(() => void other.close());
	await once(other, 'listening');
	const { port } = other.address() as AddressInfo;
	await expect(startServer({ env: { PORT: String(port) } })).rejects.toThrow('EADDRINUSE');
	expect(runningApp()).toBeUndefined();
});
