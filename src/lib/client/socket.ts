import { io, type Socket } from 'socket.io-client';
import type { Handshake } from '#lib/protocol/client-version.ts';
import { SOCKET_PATH, type DownEvents, type UpEvents } from '#lib/protocol/socket.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';

export type AppSocket = Socket<DownEvents, UpEvents>;

/** How long an acknowledgement may take before the request counts as lost. */
export const ACKNOWLEDGE_MS = 10_000;

const FIRST_RETURN_MS = 1_000;
const LONGEST_RETURN_MS = 60_000;
/** With the jitter it is 1.5 to 4.5 s: whoever comes back at once finds nobody there yet. */
const RESTART_MS = 3_000;

/**
 * It reconnects by itself, at most every 60 s and with jitter, so that a server that comes back is not met by
 * everybody at once.
 */
export const SOCKET_OPTIONS = {
	path: SOCKET_PATH,
	transports: ['websocket'],
	auth: { v: PROTOCOL_VERSION } satisfies Handshake,
	reconnectionDelay: FIRST_RETURN_MS,
	reconnectionDelayMax: LONGEST_RETURN_MS,
	randomizationFactor: 0.5,
	timeout: 10_000
};

/**
 * The one socket of this device.
 * @param mayReturn whether to come back after the server itself closed it, as when a session ends
 */
export function openSocket(mayReturn: () => boolean): AppSocket {
	const socket: AppSocket = io(SOCKET_OPTIONS);
	comeBack(socket, mayReturn);
	return socket;
}

/** The library leaves a socket alone that the server closed or refused, and knows nothing of a restart. */
function comeBack(socket: AppSocket, mayReturn: () => boolean): void {
	socket.on('restarting', () => {
		socket.io.reconnectionDelay(RESTART_MS);
		socket.io.once('reconnect_attempt', () => socket.io.reconnectionDelay(FIRST_RETURN_MS));
	});
	let refusals = 0;
	let connectedAt = 0;
	const returnLater = () => {
		const waitMs = Math.min(LONGEST_RETURN_MS, FIRST_RETURN_MS * 2 ** refusals++);
		setTimeout(
			() => {
				if (!socket.active && mayReturn()) socket.connect();
			},
			waitMs * (0.5 + Math.random())
		);
	};
	socket.on('connect', () => (connectedAt = performance.now()));
	socket.on('disconnect', (reason) => {
		if (performance.now() - connectedAt > LONGEST_RETURN_MS) refusals = 0;
		if (reason === 'io server disconnect') returnLater();
	});
	socket.on('connect_error', () => {
		if (!socket.active) returnLater();
	});
}
