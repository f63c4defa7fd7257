import type { IncomingMessage, ServerResponse } from 'node:http';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { RequestEvent } from '@sveltejs/kit';
import { ADDRESS_HEADER, PROTOCOL_HEADER } from '#lib/server/proxy.ts';
import type { Handler } from '#lib/server/serve.ts';
import { handle, handleError } from '../../src/hooks.server.ts';

/** The product's hook and endpoints behind a real port, found in the folders as Kit finds them; no build is needed. */

const FOLDER = fileURLToPath(new URL('../../src/routes', import.meta.url));
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Answer = (event: RequestEvent) => Response | Promise<Response>;

export interface Endpoint {
	/** `/api/devices/[id]` */
	readonly route: string;
	readonly method: (typeof METHODS)[number];
	readonly answer: Answer;
}

/** Every endpoint there is, read from the code. */
export const endpoints: readonly Endpoint[] = await findEndpoints();

async function findEndpoints(): Promise<Endpoint[]> {
	const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('+server.ts'))
		.sort();
	const found: Endpoint[] = [];
	for (const file of files) {
		const module = (await import(
			/* @vite-ignore */ pathToFileURL(join(FOLDER, file)).href
		)) as Partial<Record<string, Answer>>;
		for (const method of METHODS) {
			const answer = module[method];
			if (answer) found.push({ route: `/${dirname(file)}`, method, answer });
		}
	}
	return found;
}

/** The address of a route with these in the places of its parameters. */
export const fillRoute = (route: string, ...values: string[]): string =>
	route.replace(/\[\w+\]/g, () => values.shift() ?? 'x');

export const routes: Handler = (request, response) => void answer(request, response);

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
	const hungUp = new AbortController();
	outgoing.once('close', () => {
		if (!outgoing.writableEnded) hungUp.abort();
	});
	const { event, endpoint } = await eventOf(incoming, hungUp.signal);
	const response = await handle({
		event,
		resolve: async () => {
			try {
				return await (endpoint?.answer(event) ?? new Response('nothing here', { status: 404 }));
			} catch (error) {
				const told = await handleError({ kind: 'unknown', error, event });
				return Response.json(told ?? {}, { status: 500 });
			}
		}
	});
	for (const [name, value] of response.headers) outgoing.setHeader(name, value);
	const cookies = response.headers.getSetCookie();
	if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
	outgoing.writeHead(response.status).end(Buffer.from(await response.arrayBuffer()));
}

async function eventOf(incoming: IncomingMessage, signal: AbortSignal) {
	const { method = 'GET', headers } = incoming;
	const scheme = String(headers[PROTOCOL_HEADER]);
	const url = new URL(incoming.url ?? '/', `${scheme}://${headers.host ?? 'localhost'}`);
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk as Buffer);
	const body = chunks.length > 0 ? Buffer.concat(chunks) : null;
	const request = new Request(url, {
		method,
		headers: headers as Record<string, string>,
		body,
		signal
	});
	const matches = endpoints
		.map(({ route }) => ({ route, params: paramsOf(route, url.pathname) }))
		.filter(({ params }) => params !== null);
	// A fixed name goes before a parameter, as in Kit.
	const [match] = matches.sort((a, b) => a.route.split('[').length - b.route.split('[').length);
	const endpoint = endpoints.find(
		(candidate) => candidate.route === match?.route && candidate.method === method
	);
	const event = {
		request,
		url,
		params: match?.params ?? {},
		route: { id: match?.route ?? null },
		locals: {},
		getClientAddress: () => String(headers[ADDRESS_HEADER])
	} as unknown as RequestEvent;
	return { event, endpoint };
}

function paramsOf(route: string, path: string): Record<string, string> | null {
	const pattern = route.replace(/\[(\w+)\]/g, '(?<$1>[^/]+)');
	const match = new RegExp(`^${pattern}$`).exec(path);
	return match && { ...match.groups };
}
