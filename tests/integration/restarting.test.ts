import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openSocket } from '#lib/client/socket.ts';
import { SOCKET_PATH } from '#lib/protocol/socket.ts';

test('a device that hears of a restart leaves the server its time, and only for that once', async () => {
	const http = createServer().listen(0, '127.0.0.1');
	await once(http, 'listening');
	const io = new Server(http, { path: SOCKET_PATH, transports: ['websocket'] });
	const { port } = http.address() as AddressInfo;
	vi.stubGlobal('location', new URL(`http://127.0.0.1:${port}`));
	const socket = openSocket(() => true);
	onTestFinished(async () => {
		socket.disconnect();
		await io.close();
		vi.unstubAllGlobals();
	});
	const happens = (event: 'connect' | 'restarting') =>
		new Promise<void>((resolve) => socket.once(event, () => resolve()));
	await happens('connect');
	expect(socket.io.reconnectionDelay()).toBe(1_000);

	const heard = happens('restarting');
	io.emit('restarting');
	await heard;
	// With its factor for chance, this is how long it waits at least and at most.
	const delay = socket.io.reconnectionDelay();
	const spread = delay * socket.io.randomizationFactor();
	expect(delay - spread).toBeGreaterThanOrEqual(1_000);
	expect(delay + spread).toBeLessThanOrEqual(5_000);

	const tried = new Promise((resolve) => socket.io.once('reconnect_attempt', resolve));
	for (const each of io.sockets.sockets.values()) each.conn.close();
	await tried;
	expect(socket.io.reconnectionDelay()).toBe(1_000);
	await happens('connect');
}, 20_000);
