import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';
import { SOCKET_PATH } from '#lib/protocol/socket.ts';
import { parseConfig } from '#lib/server/config.ts';
import { serve } from '#lib/server/serve.ts';
import type { ListenersQuestion } from './listeners.ts';

/** A server that says one thing to everybody who is connected; whoever opens it closes it. */
export interface Speaker {
	/** What makes so many listeners connect. */
	readonly invitation: (count: number) => ListenersQuestion;
	readonly say: () => void;
	readonly close: () => Promise<void>;
}

/** Ours, with so many people, who hear that there is something new. */
export async function openOurs(dataDir: string, people: number): Promise<Speaker> {
	const config = parseConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
	const server = await serve(config, (_request, _response, next) => next());
	const { app, url } = server;
	const userIds = new Set<string>();
	const cookies: string[] = [];
	for (let i = 0; i < people; i += 1) {
		const signedUp = await app.people.signUp('Bench');
		if ('error' in signedUp) throw new Error(signedUp.error.message);
		userIds.add(signedUp.session.userId);
		cookies.push(`sid=${signedUp.token}`);
	}
	let seq = 0;
	return {
		invitation: (count) => ({
			open: 'socket.io',
			url,
			path: SOCKET_PATH,
			event: 'poke',
			cookies: Array.from({ length: count }, (_nothing, i) => cookies[i % people] ?? '')
		}),
		say: () => app.notices.poke(userIds, ++seq, null),
		close: () => server.close()
	};
}

export async function openBareWebSocket(): Promise<Speaker> {
	const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		invitation: (count) => ({ open: 'ws', url: `ws://127.0.0.1:${port}`, count }),
		say() {
			for (const client of server.clients) client.send('{"seq":1}');
		},
		async close() {
			for (const client of server.clients) client.terminate();
			server.close();
			await once(server, 'close');
		}
	};
}

export async function openBareSocketIo(): Promise<Speaker> {
	const http = createServer().listen(0, '127.0.0.1');
	await once(http, 'listening');
	const server = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
	const { port } = http.address() as AddressInfo;
	return {
		invitation: (count) => ({
			open: 'socket.io',
			url: `http://127.0.0.1:${port}`,
			path: '/socket.io',
			event: 'poke',
			cookies: Array.from({ length: count }, () => '')
		}),
		say: () => void server.emit('poke', { seq: 1 }),
		close: () => server.close()
	};
}
