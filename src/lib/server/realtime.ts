import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type DefaultEventsMap, type Socket } from 'socket.io';
import * as v from 'valibot';
import { handshakeProblem } from '#lib/protocol/client-version.ts';
import { errorBody, issueToSentence, type ErrorBody } from '#lib/protocol/error.ts';
import { subscribeSchema, type Prices } from '#lib/protocol/prices.ts';
import { tokenFromCookies } from '#lib/protocol/session-cookie.ts';
import { SOCKET_PATH, type DownEvents, type UpEvents } from '#lib/protocol/socket.ts';
import { syncRequestSchema } from '#lib/protocol/sync.ts';
import type { App, Session } from './app.ts';
import { PROTOCOL_HEADER, settleForwarded } from './proxy.ts';
import type { PriceSubscription } from './prices/updates.ts';

interface SocketData {
	session: Session;
}
type AppServer = Server<UpEvents, DownEvents, DefaultEventsMap, SocketData>;
type AppSocket = Socket<UpEvents, DownEvents, DefaultEventsMap, SocketData>;

/** Its end has three steps, because what was asked is answered first. */
interface Realtime {
	/** Tells every device that this server is about to be gone for a moment. */
	announceRestart(): void;
	/** Answers what was asked, then hangs up, as a network does: so devices come back by themselves. */
	letGo(): Promise<void>;
	/** Closes the http server, too. */
	close(): Promise<void>;
}

interface RealtimeOptions {
	/** Vite's own socket lives on the same server in development; otherwise no other upgrade is left open. */
	readonly destroyUpgrade: boolean;
}

/** Together they are how long a connection that died in silence is believed in, on either side. */
const PING_EVERY_MS = 15_000;
const PONG_WITHIN_MS = 10_000;

/** Attaches the one socket to a server. Whoever calls this closes what it returns. */
export function attachRealtime(http: HttpServer, app: App, options: RealtimeOptions): Realtime {
	const io: AppServer = new Server(http, {
		path: SOCKET_PATH,
		serveClient: false,
		transports: ['websocket'],
		perMessageDeflate: false,
		maxHttpBufferSize: 256 * 1024,
		connectTimeout: 5_000,
		pingInterval: PING_EVERY_MS,
		pingTimeout: PONG_WITHIN_MS,
		destroyUpgrade: options.destroyUpgrade,
		allowRequest: (request, decide) => decide(null, admitted(app, io, request) !== null)
	});
	io.use((socket, next) => {
		const problem = handshakeProblem(socket.handshake.auth);
		if (problem) return next(toConnectError(problem));
		// Who it is was settled before the upgrade; it is read again because nothing is handed on from there.
		const session = sessionOf(app, socket.request);
		if (session === null) return next(toConnectError(SIGNED_OUT));
		socket.data.session = session;
		next();
	});
	const answering = new Set<Promise<void>>();
	io.on('connection', (socket) => serveSocket(app, socket, answering));
	const stopListening = app.notices.listen({
		poke(userIds, seq, except) {
			// People, not lists: who is on a list is looked up for every poke, so nobody has to leave a room in time.
			const rooms = [...userIds].map(roomOfUser);
			if (rooms.length === 0) return;
			const others = except === null ? io.to(rooms) : io.to(rooms).except(except);
			others.emit('poke', { seq });
		},
		importProgress: (userId, progress) =>
			void io.to(roomOfUser(userId)).emit('import:progress', progress),
		disconnect: (sessionId) => io.in(roomOfSession(sessionId)).disconnectSockets(true)
	});
	return {
		announceRestart: () => void io.emit('restarting'),
		async letGo() {
			while (answering.size > 0) await Promise.all(answering);
			for (const socket of io.sockets.sockets.values()) socket.conn.close();
		},
		close() {
			stopListening();
			return io.close();
		}
	};
}

const roomOfUser = (userId: string): string => `user:${userId}`;
const roomOfSession = (sessionId: string): string => `session:${sessionId}`;

/**
 * A browser always names the page that opens a socket. No name, "null" or another site's is refused, because a
 * socket is not covered by the same-origin rule: without this any page could use the visitor's session.
 */
function admitted(app: App, io: AppServer, request: IncomingMessage): Session | null {
	const { origin, host } = request.headers;
	if (!app.isOwnOrigin(origin, host)) return null;
	const session = sessionOf(app, request);
	if (session === null) return null;
	const open = io.of('/').adapter.rooms.get(roomOfSession(session.id))?.size ?? 0;
	return open < app.config.limits.socketsPerSession ? session : null;
}

function sessionOf(app: App, request: IncomingMessage): Session | null {
	settleForwarded(request, app.config);
	const isSecure = request.headers[PROTOCOL_HEADER] === 'https';
	return app.people.find(tokenFromCookies(request.headers.cookie, isSecure));
}

const MAX_UNKNOWN_EVENTS = 20;

type Answer = (request: unknown) => Promise<unknown>;

/** What a client that is not let in hears: the code as its message, and the shape of every error as its data. */
const toConnectError = (body: ErrorBody): Error =>
	Object.assign(new Error(body.error.code), { data: body });

/** @param answering has the answers that are being worked on */
function serveSocket(app: App, socket: AppSocket, answering: Set<Promise<void>>): void {
	const { session } = socket.data;
	void socket.join([roomOfUser(session.userId), roomOfSession(session.id)]);
	const subscription = app.priceUpdates.subscribe((prices) =>
		socket.emit('price:update_batch', { prices: [...prices] })
	);
	const disconnected = app.connectedDevices.begin(session.id);
	socket.on('disconnect', () => {
		disconnected();
		subscription.close();
	});

	const answers = new Map<string, { rate: 'sync' | 'subscribe'; answer: Answer }>([
		['sync', { rate: 'sync', answer: (request) => sync(app, socket, request) }],
		[
			'price:subscribe_batch',
			{ rate: 'subscribe', answer: (request) => subscribeToPrices(app, subscription, request) }
		]
	]);
	let unknownEvents = 0;
	socket.onAny((event: string, ...given: unknown[]) => {
		const known = answers.get(event);
		if (known === undefined) {
			unknownEvents += 1;
			if (unknownEvents >= MAX_UNKNOWN_EVENTS) socket.disconnect(true);
			return;
		}
		const acknowledge = given.at(-1);
		const answered = answerSafely(app, event, async () => {
			// Its end closes the socket too; an event that was on its way meanwhile must not slip through.
			if (!app.people.isAlive(session.id)) return SIGNED_OUT;
			const retryAfterMs = app.rates[known.rate].take(session.id);
			if (retryAfterMs > 0) return errorBody('rate_limited', TOO_FAST, retryAfterMs);
			return known.answer(given[0]);
		}).then((body) => {
			if (typeof acknowledge === 'function') (acknowledge as (body: unknown) => void)(body);
			answering.delete(answered);
		});
		answering.add(answered);
	});
}

const SIGNED_OUT = errorBody('unauthenticated', 'This device is signed out.');
const TOO_FAST = 'This device asks faster than the server answers anybody.';

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

async function sync(app: App, socket: AppSocket, request: unknown): Promise<unknown> {
	const parsed = v.safeParse(syncRequestSchema, request);
	if (!parsed.success) return errorBody('invalid', issueToSentence(parsed.issues[0]));
	const { id, userId } = socket.data.session;
	const retryAfterMs = app.countEdits(id, parsed.output.muts.length);
	if (retryAfterMs > 0) return errorBody('rate_limited', TOO_FAST, retryAfterMs);
	return app.sync.handle(userId, parsed.output, socket.id);
}

async function subscribeToPrices(
	app: App,
	subscription: PriceSubscription,
	request: unknown
): Promise<Prices | ErrorBody> {
	const parsed = v.safeParse(subscribeSchema, request);
	if (!parsed.success) return errorBody('invalid', issueToSentence(parsed.issues[0]));
	const { known } = parsed.output;
	const productIds = [...new Set(parsed.output.productIds)];
	// Before the tiers are asked: what changes meanwhile is not missed, and the latest subscription is the one that holds.
	subscription.follow(productIds);
	const found = await app.prices.lookup(productIds, { askSource: true });
	subscription.tell(found.values());
	return {
		// Another time than the device has, be it later: whatever it knows that this server does not, is settled there.
		prices: [...found.values()].filter(
			({ productId, checkedAt }) => known[productId] !== checkedAt
		),
		unknown: productIds.filter((productId) => !found.has(productId))
	};
}
