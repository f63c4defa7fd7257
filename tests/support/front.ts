import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Front {
	readonly url: string;
	/** From now on the worker differs by some bytes, which makes it a new version to every browser. */
	publishNewWorker(): void;
	close(): void;
}

/** A server before the server, whose next version of the app needs no second build. It takes no sockets. */
export async function startFront(behind: string): Promise<Front> {
	let suffix = '';
	const http = createServer((request, response) => {
		const path = request.url ?? '/';
		void forward(behind + path, path === '/sw.js' ? suffix : '', response);
	});
	http.listen(0, '127.0.0.1');
	await once(http, 'listening');
	const { port } = http.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		publishNewWorker: () => (suffix = '\n// the next version'),
		close: () => {
			http.close();
			http.closeAllConnections();
		}
	};
}

async function forward(url: string, suffix: string, response: ServerResponse): Promise<void> {
	const answer = await fetch(url);
	response.statusCode = answer.status;
	for (const name of ['content-type', 'cache-control', 'content-security-policy']) {
		const value = answer.headers.get(name);
		if (value !== null) response.setHeader(name, value);
	}
	response.end(Buffer.concat([Buffer.from(await answer.arrayBuffer()), Buffer.from(suffix)]));
}
