import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import { SOCKET_PATH, type DownEvents, type UpEvents } from '#lib/protocol/socket.ts';
import type { App, Overrides } from '#lib/server/app.ts';
import { parseConfig } from '#lib/server/config.ts';
import { serve, type Handler, type RunningServer } from '#lib/server/serve.ts';
import { temporaryFolder } from './temporary-folder.ts';

export type TestSocket = Socket<DownEvents, UpEvents>;

interface StartOptions {
	/** Variables as an operator would set them, over a free port and a folder of the test's own. */
	readonly env?: Readonly<Record<string, string>>;
	readonly overrides?: Overrides;
	/** In the place of Kit's; without one every request is a 404. */
	readonly handler?: Handler;
}

/** The whole server on a free port, with real database and sockets; ended when the test is over. */
export async function startServer(options: StartOptions = {}): Promise<RunningServer> {
	const config = parseConfig({
		PORT: '0',
		DATA_DIR: temporaryFolder(),
		LOG_LEVEL: 'silent',
		...options.env
	});
	const handler: Handler = options.handler ?? ((_request, _response, next) => next());
	const server = await serve(config, handler, options.overrides);
	onTestFinished(() => server.close());
	return server;
}

/** A connected socket, as a page of this server would open it. */
export async function connect(server: { url: string; app: App }): Promise<TestSocket> {
	const socket: TestSocket = io(server.url, {
		path: SOCKET_PATH,
		transports: ['websocket'],
		extraHeaders: { origin: server.url },
		forceNew: true,
		reconnection: false
	});
	onTestFinished(() => void socket.close());
	await new Promise<void>((resolve, reject) => {
		socket.once('connect', resolve);
		socket.once('connect_error', reject);
	});
	return socket;
}
