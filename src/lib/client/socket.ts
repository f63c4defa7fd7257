import { io, type Socket } from 'socket.io-client';
import { SOCKET_PATH, type DownEvents, type UpEvents } from '#lib/protocol/socket.ts';

export type AppSocket = Socket<DownEvents, UpEvents>;

/** How long an acknowledgement may take before the request counts as lost. */
export const ACKNOWLEDGE_MS = 10_000;

/**
 * The one socket of this device. It reconnects by itself, at most every 60 s and with jitter, so that a server
 * that comes back is not met by everybody at once.
 */
export function openSocket(): AppSocket {
	return io({
		path: SOCKET_PATH,
		transports: ['websocket'],
		reconnectionDelay: 1_000,
		reconnectionDelayMax: 60_000,
		randomizationFactor: 0.5,
		timeout: 10_000
	});
}
