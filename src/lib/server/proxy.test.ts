import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { settleForwarded } from './proxy.ts';

function settled(
	remoteAddress: string,
	trustProxy: boolean,
	publicOrigin: string | null = null
): IncomingMessage['headers'] {
	const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '198.51.100.1, 203.0.113.9' };
	const request = { headers, socket: { remoteAddress } } as unknown as IncomingMessage;
	settleForwarded(request, { trustProxy, publicOrigin });
	return request.headers;
}

test('a proxy on this machine may say what it forwards, once it is trusted', () => {
	expect(settled('127.0.0.1', true)).toEqual({
		'x-forwarded-proto': 'https',
		'x-forwarded-for': '198.51.100.1, 203.0.113.9',
		'x-client-address': '203.0.113.9'
	});
	expect(settled('127.0.0.1', false)).toEqual({
		'x-forwarded-proto': 'http',
		'x-client-address': '127.0.0.1'
	});
});

test('nobody else may, whatever is configured', () => {
	expect(settled('192.0.2.7', true)).toEqual({
		'x-forwarded-proto': 'http',
		'x-client-address': '192.0.2.7'
	});
});

test('a public address with https makes every request secure, because nobody else answers to it', () => {
	const headers = settled('192.0.2.7', false, 'https://groceries.example');
	expect(headers['x-forwarded-proto']).toBe('https');
});
