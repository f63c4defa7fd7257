import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { WebSocket, WebSocketServer } from 'ws';
import { SOCKET_PATH, type DownEvents, type UpEvents } from '#lib/protocol/socket.ts';
import { parseConfig } from '#lib/server/config.ts';
import { serve } from '#lib/server/serve.ts';
import type { Bench } from './bench.ts';
import { withFolder } from './scratch.ts';
import { timeInTurn, type Work } from './timing.ts';

/** Something whose round trips are timed, and that has to be closed. */
interface Line {
	readonly work: Work;
	close(): Promise<void>;
}

/** From asking for a price over the socket to its acknowledgement, a lookup in memory inside. */
export const socketAcknowledgement: Bench = {
	name: 'socket acknowledgement',
	unit: 'ms',
	target: 100,
	bar: 4.5,
	barOf: 'limit',
	measure: () =>
		withFolder(async (dataDir) => {
			const lines = await Promise.all([openOurs(dataDir), openBareWebSocket(), openBareSocketIo()]);
			const [ours, bare, peer] = lines;
			try {
				const works = { ours: ours.work, limit: bare.work, peer: peer.work };
				const timed = await timeInTurn(works, { rounds: 15, times: 300 });
				return {
					ours: timed.ours,
					limit: timed.limit,
					peer: { name: 'socket.io echo', value: timed.peer }
				};
			} finally {
				await Promise.all(lines.map((line) => line.close()));
			}
		})
};

async function openOurs(dataDir: string): Promise<Line> {
	const config = parseConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
	// As often as it can, which is more than anybody is allowed.
	const limits = { ...config.limits, subscribe: { perSecond: 1e9, burst: 1e9 } };
	const server = await serve({ ...config, limits }, (_request, _response, next) => next());
	const signedUp = await server.app.people.signUp('Bench');
	if ('error' in signedUp) throw new Error(signedUp.error.message);
	const cookie = `sid=${signedUp.token}`;
	const socket: Socket<DownEvents, UpEvents> = await connect(server.url, SOCKET_PATH, cookie);
	const [product] = server.app.catalog.products;
	const request = { productIds: [product?.id ?? ''], listIds: [], known: {} };
	return {
		work: async (times) => {
			for (let i = 0; i < times; i += 1) await socket.emitWithAck('price:subscribe_batch', request);
		},
		close: () => {
			socket.close();
			return server.close();
		}
	};
}

async function openBareWebSocket(): Promise<Line> {
	const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
	await once(server, 'listening');
	server.on('connection', (socket) => {
		socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
	});
	const { port } = server.address() as AddressInfo;
	const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false });
	await once(socket, 'open');
	return {
		work: async (times) => {
			for (let i = 0; i < times; i += 1) {
				const answered = once(socket, 'message');
				socket.send('{"productIds":["1"]}');
				await answered;
			}
		},
		close: async () => {
			socket.terminate();
			server.close();
			await once(server, 'close');
		}
	};
}

async function openBareSocketIo(): Promise<Line> {
	const http = createServer().listen(0, '127.0.0.1');
	await once(http, 'listening');
	const server = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
	server.on('connection', (socket) => {
		socket.on('echo', (data: unknown, acknowledge: (data: unknown) => void) => acknowledge(data));
	});
	const { port } = http.address() as AddressInfo;
	const socket = await connect(`http://127.0.0.1:${port}`, '/socket.io');
	return {
		work: async (times) => {
			for (let i = 0; i < times; i += 1) await socket.emitWithAck('echo', { productIds: ['1'] });
		},
		close: async () => {
			socket.close();
			await server.close();
		}
	};
}

async function connect(url: string, path: string, cookie = ''): Promise<Socket> {
	const extraHeaders = { origin: url, cookie };
	const socket = io(url, { path, transports: ['websocket'], extraHeaders });
	await new Promise<void>((resolve, reject) => {
		socket.once('connect', resolve);
		socket.once('connect_error', reject);
	});
	return socket;
}
