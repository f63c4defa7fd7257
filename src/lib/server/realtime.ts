import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import * as v from 'valibot';
import { errorBody, type ErrorBody } from '#lib/protocol/error.ts';
import { subscribeSchema, type Prices } from '#lib/protocol/prices.ts';
import { SOCKET_PATH, type DownEvents, type UpEvents } from '#lib/protocol/socket.ts';
import type { App } from './app.ts';
import type { PriceSubscription } from './prices/updates.ts';

type AppServer = Server<UpEvents, DownEvents>;
type AppSocket = Socket<UpEvents, DownEvents>;

interface Realtime {
	/** Disconnects every socket and closes the http server it is attached to. */
	close(): Promise<void>;
}

interface RealtimeOptions {
	/** Vite's own socket lives on the same server in development; otherwise no other upgrade is left open. */
	readonly destroyUpgrade: boolean;
}

/** Attaches the one socket to a server. Whoever calls this closes what it returns. */
export function attachRealtime(http: HttpServer, app: App, options: RealtimeOptions): Realtime {
	const io: AppServer = new Server(http, {
		path: SOCKET_PATH,
		serveClient: false,
		transports: ['websocket'],
		perMessageDeflate: false,
		maxHttpBufferSize: 256 * 1024,
		connectTimeout: 5_000,
		destroyUpgrade: options.destroyUpgrade,
		allowRequest: (request, decide) => decide(null, isFromOwnPage(app, request))
	});
	io.on('connection', (socket) => serveSocket(app, socket));
	return { close: () => io.close() };
}

/**
 * A browser always names the page that opens a socket. No name, "null" or another site's is refused, because a
 * socket is not covered by the same-origin rule: without this any page could use the visitor's session.
 */
function isFromOwnPage(app: App, request: IncomingMessage): boolean {
	return app.isOwnOrigin(request.headers.origin, request.headers.host);
}

const MAX_UNKNOWN_EVENTS = 20;

function serveSocket(app: App, socket: AppSocket): void {
	const subscription = app.priceUpdates.subscribe((prices) =>
		socket.emit('price:update_batch', { prices: [...prices] })
	);
	socket.on('disconnect', () => subscription.close());

	const answers = new Map<string, (request: unknown) => Promise<unknown>>([
		['price:subscribe_batch', (request) => subscribeToPrices(app, subscription, request)]
	]);
	let unknownEvents = 0;
	socket.onAny((event: string, ...given: unknown[]) => {
		const answer = answers.get(event);
		if (answer === undefined) {
			unknownEvents += 1;
			if (unknownEvents >= MAX_UNKNOWN_EVENTS) socket.disconnect(true);
			return;
		}
		const acknowledge = given.at(-1);
		void answerSafely(app, event, () => answer(given[0])).then((body) => {
			if (typeof acknowledge === 'function') (acknowledge as (body: unknown) => void)(body);
		});
	});
}

/** Whatever goes wrong inside is ours to log; the other side gets the shape of an error and nothing of it. */
async function answerSafely(
	app: App,
	event: string,
	answer: () => Promise<unknown>
): Promise<unknown> {
	try {
		return await answer();
	} catch (problem) {
		app.log.error({ err: problem, event }, 'a socket event failed');
		return errorBody('internal', 'Something went wrong on the server. Please try again.');
	}
}

async function subscribeToPrices(
	app: App,
	subscription: PriceSubscription,
	request: unknown
): Promise<Prices | ErrorBody> {
	const parsed = v.safeParse(subscribeSchema, request);
	if (!parsed.success) return errorBody('invalid', parsed.issues[0].message);
	const { productIds, known } = parsed.output;
	const found = await app.prices.lookup(productIds, { askSource: true });
	subscription.follow(productIds, found);
	const isNewer = (productId: string, checkedAt: number): boolean =>
		checkedAt > (known[productId] ?? -Infinity);
	return {
		prices: [...found.values()].filter(({ productId, checkedAt }) => isNewer(productId, checkedAt)),
		unknown: productIds.filter((productId) => !found.has(productId))
	};
}
