import { expect, test } from 'vitest';
import { isOwnOrigin } from './origin.ts';

test.each([
	['http://127.0.0.1:3000', '127.0.0.1:3000'],
	['https://groceries.example', 'groceries.example'],
	['https://groceries.example', 'Groceries.Example:443'],
	['http://[::1]:3000', '[::1]:3000']
])('%s is the own origin of a server asked as %s', (origin, host) => {
	expect(isOwnOrigin(origin, host, null)).toBe(true);
});

test.each([
	[undefined, '127.0.0.1:3000'],
	['', '127.0.0.1:3000'],
	['null', '127.0.0.1:3000'],
	['http://evil.example', '127.0.0.1:3000'],
	['http://127.0.0.1:3001', '127.0.0.1:3000'],
	['http://127.0.0.1:3000.evil.example', '127.0.0.1:3000'],
	['http://127.0.0.1:3000@evil.example', '127.0.0.1:3000'],
	['http://evil.example/127.0.0.1:3000', '127.0.0.1:3000'],
	['file://127.0.0.1:3000', '127.0.0.1:3000'],
	['http://127.0.0.1:3000', undefined]
])('%s is foreign to a server asked as %s', (origin, host) => {
	expect(isOwnOrigin(origin, host, null)).toBe(false);
});

test('with a public origin only that one is the own', () => {
	const isOwn = (origin: string): boolean =>
		isOwnOrigin(origin, '10.0.0.5:3000', 'https://groceries.example');
	expect(isOwn('https://groceries.example')).toBe(true);
	expect(isOwn('http://groceries.example')).toBe(false);
	expect(isOwn('http://10.0.0.5:3000')).toBe(false);
});
