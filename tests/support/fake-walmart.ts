import { generateKeyPairSync, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** One way to misbehave; each but `slow` answers nothing good. */
export type Mischief =
	| 'bad key'
	| 'expired'
	| 'forbidden'
	| 'not found'
	| 'too many'
	| 'down'
	| 'bad zip'
	| 'slow'
	| 'silent'
	| 'huge'
	| 'dripping'
	| 'redirect'
	| 'garbage'
	| 'page'
	| 'no items';

export interface Call {
	/** `/items` or `/search`, without what stands before. */
	readonly path: string;
	readonly parameters: Readonly<Record<string, string>>;
	/** In ms, as the caller says. */
	readonly timestamp: number;
}

export interface FakeWalmart {
	/** What makes a server ask it; the key is made for this test. */
	readonly env: Readonly<Record<string, string>>;
	/** What it sells, by item id, in Walmart's own words. */
	readonly items: Map<string, Record<string, unknown>>;
	/** One of these makes it refuse all that are asked for with it. */
	readonly badIds: Set<string>;
	/** Every call so far, of whatever kind. */
	readonly calls: Call[];
	/** Why calls were refused that should not have been made like that. */
	readonly complaints: string[];
	/** Answers the next calls like this; the last for ever when `isLasting`. */
	misbehave(mischiefs: readonly Mischief[], isLasting?: boolean): void;
	/** From now on it answers as it should. */
	behave(): void;
	/** How many calls were hung up before all of the answer was sent. */
	readonly hangUps: number;
}

const PATH = '/api-proxy/service/affil/product/v2';
const CONSUMER_ID = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
const SIGNATURE_MS = 180_000;
const MOST_IDS = 20;

/**
 * Walmart's product API on this machine, for as long as the test: checks every header and signature, and misbehaves on
 * command.
 * @param now its clock, in wall-clock ms
 */
export async function startFakeWalmart(now: () => number = Date.now): Promise<FakeWalmart> {
	const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
	const calls: Call[] = [];
	const complaints: string[] = [];
	const items: FakeWalmart['items'] = new Map();
	const badIds = new Set<string>();
	let mischiefs: readonly Mischief[] = [];
	let isLasting = false;
	let hangUps = 0;

	const server = createServer((request, response) => {
		const url = new URL(request.url ?? '', 'http://fake');
		const parameters = Object.fromEntries(url.searchParams);
		const path = url.pathname.replace(PATH, '');
		const timestamp = Number(request.headers['wm_consumer.intimestamp']);
		calls.push({ path, parameters, timestamp });
		response.on('close', () => {
			if (!response.writableFinished) hangUps++;
		});
		const complaint = complaintAbout(request);
		if (complaint !== null) {
			complaints.push(complaint);
			return tell(response, 401, {
				details: { Description: `Could not authenticate: ${complaint}` }
			});
		}
		const [mischief, ...later] = mischiefs;
		if (later.length > 0 || !isLasting) mischiefs = later;
		if (mischief !== undefined) return misanswer(mischief, response, parameters);
		return answer(path, parameters, response);
	});

	function complaintAbout({ headers, method }: IncomingMessage): string | null {
		const id = String(headers['wm_consumer.id']);
		const timestamp = String(headers['wm_consumer.intimestamp']);
		const version = String(headers['wm_sec.key_version']);
		const signature = Buffer.from(String(headers['wm_sec.auth_signature']), 'base64');
		const signed = Buffer.from(`${id}\n${timestamp}\n${version}\n`);
		if (method !== 'GET') return `the method is ${method}`;
		if (id !== CONSUMER_ID || version !== '2') return 'the consumer is unknown';
		if (headers.accept !== 'application/json') return 'it does not accept JSON';
		if (!verify('RSA-SHA256', signed, publicKey, signature)) return 'the signature is wrong';
		if (Math.abs(now() - Number(timestamp)) > SIGNATURE_MS) return 'the timestamp has expired';
		return null;
	}

	function answer(path: string, parameters: Call['parameters'], response: ServerResponse): void {
		if (path === '/search') {
			const words = (parameters['query'] ?? '').toLowerCase();
			const found = [...items.values()].filter(({ name }) =>
				String(name).toLowerCase().includes(words)
			);
			// As Walmart does it, nothing found is no list at all.
			return tell(response, 200, found.length > 0 ? { items: found } : { totalResults: 0 });
		}
		const ids = (parameters['ids'] ?? '').split(',');
		if (ids.length > MOST_IDS) {
			complaints.push(`${ids.length} ids`);
			return tell(response, 400, { errors: [{ code: 4001, message: 'Too many ids' }] });
		}
		if (ids.some((id) => badIds.has(id)))
			return tell(response, 400, { errors: [{ code: 4002, message: 'Invalid itemId' }] });
		return tell(response, 200, { items: ids.flatMap((id) => items.get(id) ?? []) });
	}

	function misanswer(
		mischief: Mischief,
		response: ServerResponse,
		parameters: Call['parameters']
	): void {
		switch (mischief) {
			case 'bad key':
				return tell(response, 401, {
					details: { Description: 'Could not authenticate in-request, auth signature is invalid' }
				});
			case 'expired':
				return tell(response, 401, {
					details: { Description: 'Could not authenticate in-request, timestamp has expired' }
				});
			case 'forbidden':
				return tell(response, 403, {});
			case 'not found':
				return tell(response, 404, {});
			case 'too many':
				return tell(response, 429, {});
			case 'down':
				return tell(response, 504, { errors: [{ code: 504, message: 'Gateway Timeout' }] });
			case 'bad zip':
				return tell(response, 400, { errors: [{ code: 4003, message: 'Invalid zip' }] });
			case 'slow':
				setTimeout(() => answer('/items', parameters, response), 50);
				return;
			case 'silent':
				return;
			case 'dripping':
				response.writeHead(200, { 'content-type': 'application/json' }).write('{"items":[');
				return;
			case 'huge':
				response.writeHead(200, { 'content-type': 'application/json' });
				response.end(Buffer.alloc(10_000_000, ' '));
				return;
			case 'redirect':
				response.writeHead(302, { location: `${PATH}/elsewhere` }).end();
				return;
			case 'garbage':
				response.writeHead(200, { 'content-type': 'application/json' }).end('{"items":[{"itemId');
				return;
			case 'page':
				response
					.writeHead(200, { 'content-type': 'text/html' })
					.end('<html>Robot or human?</html>');
				return;
			case 'no items':
				return tell(response, 200, { items: 'none' });
		}
	}

	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
	return {
		env: {
			PRICE_PROVIDER: 'walmart',
			WALMART_CONSUMER_ID: CONSUMER_ID,
			WALMART_KEY_VERSION: '2',
			WALMART_PRIVATE_KEY: pem.replaceAll('\n', '\\n'),
			WALMART_API_BASE: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`
		},
		items,
		badIds,
		calls,
		complaints,
		misbehave(next, lasting = false) {
			mischiefs = next;
			isLasting = lasting;
		},
		behave: () => void (mischiefs = []),
		get hangUps() {
			return hangUps;
		}
	};
}

function tell(response: ServerResponse, status: number, body: unknown): void {
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
