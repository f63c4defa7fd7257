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
			return open?.connected ? overSocket(open, request) : overHttp(request);
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
