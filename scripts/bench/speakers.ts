import { once } from 'node:events';
import { createServer } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';
import type { PriceObservation } from '#lib/domain/price.ts';
import { SOCKET_PATH } from '#lib/protocol/socket.ts';
import { parseConfig } from '#lib/server/config.ts';
import { serve } from '#lib/server/serve.ts';
import type { ListenersQuestion } from './listeners.ts';

/** A server that says one thing to everybody who is connected; whoever opens it closes it. */
export interface Speaker {
	/** What makes so many listeners connect. */
	readonly invitation: (count: number) => ListenersQuestion;
	readonly say: () => void | Promise<void>;
	readonly close: () => Promise<void>;
}

/** Ours, with so many people, who hear that there is something new. */
export async function openOurs(dataDir: string, people: number): Promise<Speaker> {
	const { server, userIds, invite } = await openWithPeople(dataDir, people);
	let seq = 0;
	return {
		invitation: (count) => invite(count, 'poke'),
		say: () => server.app.notices.poke(userIds, ++seq, null),
		close: () => server.close()
	};
}

/** Ours, with so many people, who hear what these products cost now. */
export async function openOurPrices(
	dataDir: string,
	people: number,
	newsOf: (productIds: readonly string[]) => readonly PriceObservation[],
	productCount: number
): Promise<Speaker> {
	const { server, invite } = await openWithPeople(dataDir, people);
	const productIds = Array.from({ length: productCount }, (_nothing, i) => `wm_${i}`);
	return {
		invitation: (count) => ({ ...invite(count, 'price:update_batch'), productIds }),
		say: () => server.app.priceUpdates.publish(newsOf(productIds)),
		close: () => server.close()
	};
}

async function openWithPeople(dataDir: string, people: number) {
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
	const invite = (count: number, event: string) => ({
		open: 'socket.io' as const,
		url,
		path: SOCKET_PATH,
		event,
		cookies: Array.from({ length: count }, (_nothing, i) => cookies[i % people] ?? '')
	});
	return { server, userIds, invite };
}

/** @param messages what each client is sent, made anew for each */
export async function openBareWebSocket(
	messages: () => readonly string[] = () => ['{"seq":1}']
): Promise<Speaker> {
	const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		invitation: (count) => ({ open: 'ws', url: `ws://127.0.0.1:${port}`, count }),
		say() {
			for (const client of server.clients) for (const message of messages()) client.send(message);
		},
		async close() {
			for (const client of server.clients) client.terminate();
			server.close();
			await once(server, 'close');
		}
	};
}

/** Says one thing to all of them, or, with `messages`, to each what is made for it, each as it would happen: in a turn of its own. */
export async function openBareSocketIo(messages?: () => readonly object[]): Promise<Speaker> {
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
		async say() {
			if (messages === undefined) return void server.emit('poke', { seq: 1 });
			for (const socket of server.sockets.sockets.values()) {
				for (const [i, message] of messages().entries()) {
					if (i > 0) await nextTurn();
					socket.emit('poke', message);
				}
			}
		},
		close: () => server.close()
	};
}
