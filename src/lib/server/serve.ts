import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addressOf } from './address.ts';
import { startApp, type App, type Overrides } from './app.ts';
import type { Config } from './config.ts';
import { trackConnections } from './connections.ts';
import { setHeaders } from './headers.ts';
import { settleForwarded } from './proxy.ts';
import { attachRealtime } from './realtime.ts';

/** What answers requests: Kit's handler, or a test's own. `next` is for what it does not know. */
export type Handler = (
	request: IncomingMessage,
	response: ServerResponse,
	next: () => void
) => void;

export interface RunningServer {
	readonly app: App;
	/** `http://127.0.0.1:3000` */
	readonly url: string;
	/** Answers what was asked, then ends sockets, connections and services in this order; safe to call again. */
	close(): Promise<void>;
}

/** Whatever is still going on so long after the end has begun is broken off. */
const DRAIN_MS = 5_000;
/** For so long whoever asks one thing after another may ask the last. */
const LINGER_MS = 500;

/**
 * Starts the services, then the one port that pages, endpoints and the socket share.
 * @throws DataRefused, or the system's error when the port cannot be had; nothing stays open then
 */
export async function serve(
	config: Config,
	handler: Handler,
	overrides: Overrides = {}
): Promise<RunningServer> {
	const app = await startApp(config, overrides);
	const http = createServer((request, response) => {
		// Made here, so that nobody else's text reaches the log under the name of an id.
		const requestId = randomUUID();
		request.headers['x-request-id'] = requestId;
		response.setHeader('X-Request-Id', requestId);
		settleForwarded(request, config);
		setHeaders(response, config.hstsSeconds);
		handler(request, response, () => response.writeHead(404).end());
	});
	const connections = trackConnections(http);
	const realtime =
		config.realtime === 'socket' ? attachRealtime(http, app, { destroyUpgrade: true }) : null;

	async function close(): Promise<void> {
		const cutOff = setTimeout(() => connections.cut(), DRAIN_MS);
		app.announceEnd();
		await connections.refuseNew();
		realtime?.announceRestart();
		await connections.areGone(overrides.lingerMs ?? LINGER_MS);
		await realtime?.letGo();
		await connections.closeIdle();
		clearTimeout(cutOff);
		await realtime?.close();
		await app.close();
	}

	try {
		await listen(http, config);
	} catch (cause) {
		await app.close();
		throw cause;
	}
	let closing: Promise<void> | undefined;
	return { app, url: urlOf(http), close: () => (closing ??= close()) };
}

function listen(http: Server, { host, port }: Config): Promise<void> {
	return new Promise((resolve, reject) => {
		http.once('error', reject);
		http.listen(port, host, () => {
			http.off('error', reject);
			resolve();
		});
	});
}

function urlOf(http: Server): string {
	const { address, port } = http.address() as AddressInfo;
	return addressOf(address, port);
}
