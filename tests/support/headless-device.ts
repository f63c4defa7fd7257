import { io } from 'socket.io-client';
import { readAnswer } from '#lib/client/http.ts';
import { ACKNOWLEDGE_MS, SOCKET_OPTIONS, type AppSocket } from '#lib/client/socket.ts';
import { SyncLoop, type SyncTransport } from '#lib/client/sync-loop.ts';
import { createTransport } from '#lib/client/transport.ts';
import type { Mutation } from '#lib/domain/undo.ts';
import type { ErrorBody } from '#lib/protocol/error.ts';
import { syncAnswerSchema, type SyncAnswer, type SyncRequest } from '#lib/protocol/sync.ts';
import { openStore, type Tab } from '../sync/device-store.ts';
import { openBadLine, type BadLine } from './bad-line.ts';
import { until } from './until.ts';
import { Visitor } from './visitor.ts';

/** One edit, in the log of the device that made it. Times are of `performance.now()`. */
export interface Done {
	readonly muid: string;
	readonly mutation: Mutation;
	readonly doneAt: number;
	/** When the server said that it has it, and at which of its revisions; null until then. */
	acknowledged: { readonly at: number; readonly cursor: number } | null;
}

export interface Listeners {
	/** The server says that it has this edit. */
	readonly onAcknowledged?: (done: Done) => void;
	/** The device holds everything up to its cursor. */
	readonly onHeard?: (device: HeadlessDevice) => void;
}

/**
 * A device without a screen: the product's own store, loop and transport with real timers, on a line of its own that
 * can be cut. Only what a browser brings is played: cookies, the address of origin, and that somebody looks at it.
 */
export class HeadlessDevice {
	readonly name: string;
	readonly visitor: Visitor;
	/** What was done here, in order: the first has the mid 1. */
	readonly log: Done[] = [];
	/** How many of them the server has acknowledged, which are always the first. */
	acknowledgedCount = 0;
	/** How often the socket connected. */
	connects = 0;
	readonly #line: BadLine;
	readonly #store: Tab;
	readonly #socket: AppSocket;
	readonly #transport: SyncTransport;
	readonly #loop: SyncLoop;
	readonly #listeners: Listeners;
	/** No edit may come between the halves of an answer that is taken in. */
	#turn: Promise<unknown> = Promise.resolve();
	#isReached = false;

	/** One of a new person, on a line of its own to this server. */
	static async open(
		serverUrl: string,
		name: string,
		listeners: Listeners = {}
	): Promise<HeadlessDevice> {
		const line = await openBadLine(serverUrl);
		const visitor = await Visitor.signedUp(line, name);
		const { tabs } = await openStore('memory', visitor.clientId);
		const [store] = tabs;
		return new HeadlessDevice(visitor, line, store, { name, ...listeners });
	}

	private constructor(
		visitor: Visitor,
		line: BadLine,
		store: Tab,
		{ name, ...listeners }: Listeners & { name: string }
	) {
		this.name = name;
		this.visitor = visitor;
		this.#line = line;
		this.#store = store;
		this.#listeners = listeners;
		this.#socket = this.#openSocket();
		this.#transport = this.#createTransport();
		this.#loop = new SyncLoop({
			replica: this.#replica(),
			transport: this.#transport,
			now: Date.now,
			random: Math.random,
			after(ms, act) {
				const timer = setTimeout(act, ms);
				return () => clearTimeout(timer);
			},
			onChange: () => undefined
		});
		this.#loop.pull();
	}

	get userId(): string {
		return this.visitor.userId;
	}

	/** What it holds: base, outbox, and what the server refused. */
	get stored(): Tab['stored'] {
		return this.#store.stored;
	}

	/** Its socket is connected, over a line that carries something. */
	get isOnline(): boolean {
		return this.#isReached;
	}

	/** Why it does not sync any more, which nothing here should bring about; null while it does. */
	get problem(): string | null {
		return this.#loop.state.stoppedBy?.message ?? null;
	}

	/** Does what a person would: it is saved when this resolves, and on its way. */
	async act(mutation: Mutation): Promise<Done> {
		const muid = crypto.randomUUID();
		const done: Done = { muid, mutation, doneAt: performance.now(), acknowledged: null };
		await this.#alone(() => {
			this.log.push(done);
			return this.#store.save(mutation, muid, Date.now());
		});
		this.#loop.nudge();
		return done;
	}

	/** Lets another device onto a list of this one. */
	async invite(guest: HeadlessDevice, listId: string): Promise<void> {
		await until('the list to be on the server', () => this.stored.lists.has(listId));
		await guest.visitor.join(this.visitor, listId);
		await until('the guest to have the list', () => guest.stored.lists.has(listId));
	}

	/** Takes the network away: what is open breaks, and nothing new comes through. */
	cut(): void {
		this.#isReached = false;
		this.#line.change({ isClosed: true });
		this.#line.cut();
	}

	/** What is open goes dead and nobody is told; what is opened from now on works. */
	goSilent(): void {
		this.#isReached = false;
		this.#line.killSilently();
	}

	/** Nothing gets through for now, and what is sent meanwhile arrives when it is over. */
	stall(): void {
		this.#isReached = false;
		this.#line.change({ isHeld: true });
	}

	/** Ends a cut or a stall; when to notice is the device's own affair. */
	restore(): void {
		this.#line.change({});
		this.#isReached = this.#socket.connected;
	}

	/** Somebody looks at it, or its system says that there is a network: it does not wait any longer. */
	look(): void {
		this.#transport.reopen();
		this.#loop.revive();
	}

	close(): void {
		this.#loop.close();
		this.#socket.disconnect();
		this.#line.close();
	}

	#alone<T>(work: () => Promise<T>): Promise<T> {
		const done = this.#turn.then(work);
		this.#turn = done.catch(() => undefined);
		return done;
	}

	#openSocket(): AppSocket {
		const { url, cookie } = this.visitor;
		const extraHeaders = { origin: url, cookie };
		const socket: AppSocket = io(url, { ...SOCKET_OPTIONS, extraHeaders, forceNew: true });
		socket.on('connect', () => {
			this.connects++;
			this.#isReached = true;
			this.#loop.pull();
		});
		socket.on('poke', ({ seq }) => this.#loop.poke(seq));
		socket.on('disconnect', () => {
			this.#isReached = false;
			this.#loop.disconnected();
		});
		return socket;
	}

	#createTransport(): SyncTransport {
		const overSocket = createTransport(() => this.#socket);
		return {
			get isConnected() {
				return overSocket.isConnected;
			},
			send: (request) =>
				overSocket.isConnected ? overSocket.send(request) : this.#sendOverHttp(request),
			reopen: () => overSocket.reopen()
		};
	}

	/** The product's own leaves address and cookie to the browser. */
	async #sendOverHttp(request: SyncRequest): Promise<SyncAnswer | ErrorBody | null> {
		const { url, cookie } = this.visitor;
		try {
			const response = await fetch(`${url}/api/sync`, {
				method: 'POST',
				headers: { origin: url, cookie, 'content-type': 'application/json' },
				body: JSON.stringify(request),
				signal: AbortSignal.timeout(ACKNOWLEDGE_MS)
			});
			return readAnswer(syncAnswerSchema, await response.json()) as SyncAnswer | ErrorBody;
		} catch {
			return null; // no line, no server, or not in time
		}
	}

	#replica() {
		const store = this.#store;
		const apply = (request: SyncRequest, answer: SyncAnswer) =>
			this.#alone(async () => {
				this.#note(answer);
				const before = store.stored.meta;
				await store.apply(request, answer, null);
				this.#listeners.onHeard?.(this);
				return store.stored.meta !== before;
			});
		return {
			get waitingCount() {
				return store.stored.outbox.length + store.stored.offered.length;
			},
			get meta() {
				return store.stored.meta;
			},
			request: async () => store.request(Date.now()),
			apply
		};
	}

	/** Logs what the server has said that it has. */
	#note({ lmid, cursor }: SyncAnswer): void {
		const acknowledged = { at: performance.now(), cursor };
		for (const done of this.log.slice(this.acknowledgedCount, lmid)) {
			done.acknowledged = acknowledged;
			this.#listeners.onAcknowledged?.(done);
		}
		this.acknowledgedCount = Math.max(this.acknowledgedCount, lmid);
	}
}
