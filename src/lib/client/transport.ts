import { syncAnswerSchema, type SyncAnswer, type SyncRequest } from '#lib/protocol/sync.ts';
import type { ErrorBody } from '#lib/protocol/error.ts';
import { ask, readAnswer, VERSION_HEADERS } from './http.ts';
import { ACKNOWLEDGE_MS, type AppSocket } from './socket.ts';
import type { SyncTransport } from './sync-loop.ts';

type Sent = SyncAnswer | ErrorBody | null;

/**
 * Carries requests over the socket while it is connected, else over HTTP.
 * @param socket the one of this device; null as long as there is none
 */
export function createTransport(socket: () => AppSocket | null): SyncTransport {
	return {
		get isConnected() {
			return socket()?.connected ?? false;
		},
		send(request) {
			const open = socket();
			// Never while it is not connected: the library would keep the request and send it later.
			return open?.connected ? overSocket(open, request) : overHttpOrNew(open, request);
		},
		reopen: () => void socket()?.disconnect().connect()
	};
}

/** Goes out though the page is closed; the next page hears what became of it. */
export function sendAndForget(request: SyncRequest): void {
	const headers = { ...VERSION_HEADERS, 'Content-Type': 'application/json' };
	const body = JSON.stringify(request);
	fetch('/api/sync', { method: 'POST', keepalive: true, headers, body }).catch(() => undefined);
}

async function overSocket(socket: AppSocket, request: SyncRequest): Promise<Sent> {
	try {
		const answer: unknown = await socket.timeout(ACKNOWLEDGE_MS).emitWithAck('sync', request);
		return readAnswer(syncAnswerSchema, answer) as Sent;
	} catch {
		return null; // not in time, or the connection went away
	}
}

const overHttp = (request: SyncRequest): Promise<Sent> =>
	ask('POST', '/api/sync', syncAnswerSchema, request) as Promise<Sent>;

/**
 * Over HTTP, and over the socket, too, should that connect meanwhile: what the browser kept open for HTTP may have died
 * in silence together with the old socket, and a request on it hangs for as long as it may. The first answer counts;
 * the server counts every edit once.
 */
function overHttpOrNew(socket: AppSocket | null, request: SyncRequest): Promise<Sent> {
	if (socket === null) return overHttp(request);
	const { promise, resolve } = Promise.withResolvers<Sent>();
	let again: Promise<Sent> | null = null;
	const sendAgain = () => {
		again = overSocket(socket, request);
		void again.then((answer) => answer && resolve(answer));
	};
	socket.once('connect', sendAgain);
	void overHttp(request).then(async (answer) => {
		socket.off('connect', sendAgain);
		resolve(answer ?? (await again));
	});
	return promise;
}
