import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import {
	createServer,
	request as ask,
	type IncomingMessage,
	type Server,
	type ServerResponse
} from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { extname, join } from 'node:path';
import { errorBody } from '#lib/protocol/error.ts';

export interface Front {
	readonly url: string;
	/** From now on the worker differs by some bytes, which makes it a new version to every browser. */
	publishNewWorker(): void;
	/** From now on the app is the one that the server behind has. */
	publishServersApp(): void;
	/** Says to whoever asks that this app is too old, in the server's place; or leaves the answer to the server. */
	refuse(isRefusing: boolean): void;
	/** Cuts every connection that is open. */
	cut(): void;
	close(): void;
}

/**
 * A server before the server, whose next version of the app needs no second build.
 * @param app the folder of another app than the server's, to begin with
 */
export async function startFront(behind: string, app: string | null = null): Promise<Front> {
	let suffix = '';
	let files = app;
	let isRefusing = false;
	const target = new URL(behind);
	const http = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', behind);
		const isForServer = SERVER_ONLY.test(pathname);
		if (isForServer && isRefusing) return refuse(response);
		if (!isForServer && files !== null) return serveFile(files, pathname, response);
		forward(target, request, response, pathname === '/sw.js' ? suffix : '');
	});
	http.on('upgrade', (request: IncomingMessage, near: Socket, head: Buffer) => {
		if (isRefusing) near.destroy();
		else forwardSocket(target, request, near, head);
	});
	const sockets = socketsOf(http);
	http.listen(0, '127.0.0.1');
	await once(http, 'listening');
	const { port } = http.address() as AddressInfo;
	const cut = () => {
		for (const socket of sockets) socket.destroy();
	};
	return {
		url: `http://127.0.0.1:${port}`,
		publishNewWorker: () => (suffix = '\n// the next version'),
		publishServersApp: () => (files = null),
		refuse(next) {
			isRefusing = next;
			cut();
		},
		cut,
		close() {
			http.close();
			cut();
		}
	};
}

/** What the server answers, whichever app it is that asks. */
const SERVER_ONLY = /^\/(api\/|healthz$|readyz$)/;

/** Those that became WebSockets are no longer among the server's own. */
function socketsOf(http: Server): ReadonlySet<Socket> {
	const sockets = new Set<Socket>();
	http.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.on('error', () => undefined); // its end follows
		socket.once('close', () => sockets.delete(socket));
	});
	return sockets;
}

function refuse(response: ServerResponse): void {
	const body = errorBody(
		'upgrade_required',
		'This app is too old for its server. Reload to update it.'
	);
	response.writeHead(426, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const TYPES: Readonly<Record<string, string>> = {
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.json': 'application/json',
	'.webmanifest': 'application/manifest+json'
};

/** A file of the app, and for every other address its page, as the product's own server does it. */
function serveFile(folder: string, path: string, response: ServerResponse): void {
	const file = join(folder, path);
	const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
	response.setHeader('cache-control', 'no-cache');
	response.setHeader('content-type', isFile ? (TYPES[extname(path)] ?? 'text/plain') : 'text/html');
	response.end(readFileSync(isFile ? file : join(folder, 'index.html')));
}

function forward(
	{ hostname, port }: URL,
	request: IncomingMessage,
	response: ServerResponse,
	suffix: string
): void {
	const { method, url } = request;
	// What is added to has to come whole, as plain text, whatever the browser has of it.
	const headers = suffix === '' ? request.headers : {};
	const asked = ask({ hostname, port, method, path: url, headers }, (answer) => {
		const given = { ...answer.headers };
		if (suffix !== '') delete given['content-length'];
		response.writeHead(answer.statusCode ?? 502, given);
		answer.pipe(response, { end: false });
		answer.on('end', () => response.end(suffix));
	});
	asked.on('error', () => response.destroy());
	request.pipe(asked);
}

/** The request once more, as it came, and from there on whatever either side says. */
function forwardSocket(
	{ hostname, port }: URL,
	{ method, url, rawHeaders }: IncomingMessage,
	near: Socket,
	head: Buffer
): void {
	const lines = [`${method} ${url} HTTP/1.1`];
	for (let at = 0; at < rawHeaders.length; at += 2)
		lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
	const far = connect(Number(port), hostname);
	far.write(`${lines.join('\r\n')}\r\n\r\n`);
	far.write(head);
	near.pipe(far).pipe(near);
	far.on('error', () => near.destroy());
	far.once('close', () => near.destroy());
	near.once('close', () => far.destroy());
}
