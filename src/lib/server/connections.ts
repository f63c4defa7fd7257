import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';

/** The connections of an http server that wants to end without losing a request. Call these in this order. */
export interface Connections {
	/** Takes no new connection; those that are open hear with their next answer that it is their last. */
	refuseNew(): Promise<void>;
	/** Resolves when none is left, at the latest after so many ms. */
	areGone(withinMs: number): Promise<void>;
	/** Closes those that ask nothing, and the others once they are answered; resolves when none is left. */
	closeIdle(): Promise<void>;
	/** Breaks off whatever is left. Also beside the others, as their limit. */
	cut(): void;
}

/** Whose other side has not hung up by then never will: a phone that sleeps. */
const SWEEP_EVERY_MS = 500;
/** A turn of the event loop in which hardly anything can have arrived unseen. */
const SHORT_TURN_MS = 0.1;
/** Such a turn is waited for so many turns at most. */
const MAX_TURNS = 1_000;

/** Begins to look after a server that does not listen yet. */
export function trackConnections(http: Server): Connections {
	const sockets = new Set<Socket>();
	const answers = new Set<ServerResponse>();
	let taken = 0;
	let isEnding = false;
	let closed: Promise<void> = Promise.resolve();

	http.on('connection', (socket: Socket) => {
		taken++;
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	});
	// Before whoever answers: the head may be written at once.
	http.prependListener('request', (_request, response: ServerResponse) => {
		answers.add(response);
		response.once('close', () => answers.delete(response));
		if (isEnding) makeLast(response);
	});

	/**
	 * The kernel takes connections before Node sees them: it fetches one in each turn of the event loop, and whatever
	 * waits when the port is closed is reset. So that happens after a turn that brought none, and was short.
	 */
	async function emptyQueue(): Promise<void> {
		for (let turn = 0; turn < MAX_TURNS; turn++) {
			const before = { taken, at: performance.now() };
			await nextTurn();
			if (taken === before.taken && performance.now() - before.at < SHORT_TURN_MS) return;
		}
	}

	function idle(): Socket[] {
		const asking = new Set([...answers].map(({ socket }) => socket));
		return [...sockets].filter((socket) => !asking.has(socket));
	}

	return {
		async refuseNew() {
			await emptyQueue();
			// Not http's own: that one breaks off connections that seem idle, while a request is on its way over them.
			closed = new Promise((resolve) => NetServer.prototype.close.call(http, () => resolve()));
			isEnding = true;
			for (const response of answers) makeLast(response);
		},
		areGone: (withinMs) => Promise.race([closed, sleep(withinMs, undefined, { ref: false })]),
		async closeIdle() {
			// What was written still goes out.
			for (const socket of idle()) socket.end();
			const sweeping = setInterval(() => {
				for (const socket of idle()) socket.destroy();
			}, SWEEP_EVERY_MS);
			await closed;
			clearInterval(sweeping);
			http.close(); // Now it stops its own timer.
		},
		cut() {
			for (const socket of sockets) socket.destroy();
		}
	};
}

/** One whose head is on its way is followed by another, on the same connection. */
function makeLast(response: ServerResponse): void {
	if (!response.headersSent) response.setHeader('Connection', 'close');
}
