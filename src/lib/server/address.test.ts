import { isIPv4 } from 'node:net';
import { expect, test } from 'vitest';
import { addressOf } from './address.ts';

test('a server is named by where it listens', () => {
	expect(addressOf('127.0.0.1', 3000)).toBe('http://127.0.0.1:3000');
	expect(addressOf('groceries.lan', 80)).toBe('http://groceries.lan:80');
	expect(addressOf('::1', 3000)).toBe('http://[::1]:3000');
});

test.each(['0.0.0.0', '::'])(
	'one that listens on %s is named by an address that can be opened',
	(host) => {
		const { hostname } = new URL(addressOf(host, 3000));
		expect(isIPv4(hostname)).toBe(true);
		expect(hostname).not.toBe('0.0.0.0');
	}
);
