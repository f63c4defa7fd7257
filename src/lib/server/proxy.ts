import type { IncomingMessage } from 'node:http';

/** The header in which Kit looks for the scheme of a request; it assumes https where there is none. */
export const PROTOCOL_HEADER = 'x-forwarded-proto';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * Leaves `X-Forwarded-*` only where a reverse proxy of this machine may have set it: anybody else could claim
 * any scheme and address. Plain requests count as http.
 */
export function settleForwarded(request: IncomingMessage, trustProxy: boolean): void {
	const { headers } = request;
	const isProxy = trustProxy && LOOPBACK.has(request.socket.remoteAddress ?? '');
	if (!isProxy) {
		for (const name of Object.keys(headers)) {
			if (name.startsWith('x-forwarded-')) delete headers[name];
		}
	}
	if (headers[PROTOCOL_HEADER] !== 'https') headers[PROTOCOL_HEADER] = 'http';
}
