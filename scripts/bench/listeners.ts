/** The clients of `fan-out.ts`, in a process of their own: they listen, and tell when nearly all have heard. */
import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import { answerAs } from './crowd.ts';
import { quantile } from './timing.ts';

export type ListenersQuestion =
	| { readonly open: 'ws'; readonly url: string; readonly count: number }
	| {
			readonly open: 'socket.io';
			readonly url: string;
			readonly path: string;
			/** What they listen for. */
			readonly event: string;
			/** One for each socket. */
			readonly cookies: readonly string[];
			/** Whose prices they follow; nobody's unless told. */
			readonly productIds?: readonly string[];
	  }
	/** Wait until so many have heard. */
	| { readonly hear: number };

/** When 99 of 100 had heard, in wall-clock ms; 0 where nobody was to hear anything. */
export type ListenersAnswer = number;

/** When each heard, since the last question. */
let heardAt: number[] = [];
let onHeard = (): void => undefined;

answerAs<ListenersQuestion, ListenersAnswer>(async (question) => {
	if ('hear' in question) return hear(question.hear);
	if (question.open === 'ws') await openBare(question.url, question.count);
	else {
		const { url, path, event, cookies, productIds } = question;
		const sockets = cookies.map((cookie) => openSocketIo(url, path, event, cookie));
		for (const socket of await Promise.all(sockets)) {
			if (productIds) await socket.emitWithAck('price:subscribe_batch', { productIds });
		}
	}
	return 0;
});

async function hear(count: number): Promise<number> {
	await new Promise<void>((resolve) => {
		onHeard = () => {
			if (heardAt.length >= count) resolve();
		};
		onHeard();
	});
	const at = quantile(heardAt, 0.99);
	heardAt = [];
	return at;
}

function note(): void {
	heardAt.push(performance.timeOrigin + performance.now());
	onHeard();
}

async function openBare(url: string, count: number): Promise<void> {
	const open = async () => {
		const socket = new WebSocket(url, { perMessageDeflate: false });
		socket.on('message', note);
		await once(socket, 'open');
	};
	await Promise.all(Array.from({ length: count }, open));
}

async function openSocketIo(
	url: string,
	path: string,
	event: string,
	cookie: string
): Promise<Socket> {
	const extraHeaders = { origin: url, cookie };
	const socket = io(url, { path, transports: ['websocket'], extraHeaders, forceNew: true });
	socket.on(event, note);
	await new Promise<void>((resolve, reject) => {
		socket.once('connect', resolve);
		socket.once('connect_error', reject);
	});
	return socket;
}
