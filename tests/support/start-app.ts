import type { Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import type { DownEvents, UpEvents } from '#lib/protocol/socket.ts';
import type { Overrides } from '#lib/server/app.ts';
import { parseConfig } from '#lib/server/config.ts';
import type { Limits } from '#lib/server/rate-limits.ts';
import { serve, type Handler, type RunningServer } from '#lib/server/serve.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { Visitor } from './visitor.ts';

export type TestSocket = Socket<DownEvents, UpEvents>;

interface StartOptions {
	/** Variables as an operator would set them, over a free port and a folder of the test's own. */
	readonly env?: Readonly<Record<string, string>>;
	readonly overrides?: Overrides;
	readonly limits?: Partial<Limits>;
	/** In the place of Kit's; without one every request is a 404. */
	readonly handler?: Handler;
}

/** The whole server on a free port, with real database and sockets; ended when the test is over. */
export async function startServer(options: StartOptions = {}): Promise<RunningServer> {
	const config = parseConfig({
		PORT: '0',
		DATA_DIR: temporaryFolder(),
		LOG_LEVEL: 'silent',
		// The Ollama of this machine is asked by tests that mean to; nothing may listen at port 9.
		OLLAMA_HOST: 'http://127.0.0.1:9',
		...options.env
	});
	const handler: Handler = options.handler ?? ((_request, _response, next) => next());
	const limits = { ...config.limits, ...options.limits };
	const overrides = { lingerMs: 0, ...options.overrides };
	const server = await serve({ ...config, limits }, handler, overrides);
	onTestFinished(() => server.close());
	return server;
}

/** A connected socket of somebody who has just signed up, as a page of this server would open it. */
export async function connect(server: RunningServer): Promise<TestSocket> {
	const signedUp = await server.app.people.signUp('Test');
	if ('error' in signedUp) throw new Error(signedUp.error.message);
	const visitor = new Visitor(server);
	visitor.cookie = `sid=${signedUp.token}`;
	return visitor.connect();
}
