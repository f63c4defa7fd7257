import type { IncomingMessage } from 'node:http';

/** The header in which Kit looks for the scheme of a request; it assumes https where there is none. */
export const PROTOCOL_HEADER = 'x-forwarded-proto';

/** In which the services find who asked: the other end of the connection, or whom a trusted proxy names. */
export const ADDRESS_HEADER = 'x-client-address';

interface ProxySettings {
	readonly trustProxy: boolean;
	readonly publicOrigin: string | null;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * Leaves `X-Forwarded-*` only where a reverse proxy of this machine may have set it: anybody else could claim
 * any scheme and address. Plain requests count as http, unless the one address people use is https.
 */
export function settleForwarded(request: IncomingMessage, settings: ProxySettings): void {
	const { headers } = request;
	const { trustProxy, publicOrigin } = settings;
	const { remoteAddress = '' } = request.socket;
	const isProxy = trustProxy && LOOPBACK.has(remoteAddress);
	// The proxy appends whom it was asked by, so what a visitor wrote before that is passed over.
	const named = String(headers['x-forwarded-for'] ?? '')
		.split(',')
		.at(-1)
		?.trim();
	headers[ADDRESS_HEADER] = (isProxy && named) || remoteAddress;
	if (!isProxy) {
		for (const name of Object.keys(headers)) {
			if (name.startsWith('x-forwarded-')) delete headers[name];
		}
	}
	const isSecure = headers[PROTOCOL_HEADER] === 'https' || publicOrigin?.startsWith('https:');
	headers[PROTOCOL_HEADER] = isSecure ? 'https' : 'http';
}
