import type { ImportProgress } from '#lib/protocol/imports.ts';
import type { SessionAnswer } from '#lib/protocol/people.ts';
import type { Entrance } from './entrance.ts';
import { openLivePrices, type PriceReader } from './live-prices.ts';
import type { Replica } from './replica.ts';
import { NOBODY_ANSWERED } from './sign-in.ts';
import { openSocket, type AppSocket } from './socket.ts';
import { SyncLoop, type LoopState } from './sync-loop.ts';
import { createTransport, sendAndForget } from './transport.ts';

export interface LineState extends LoopState {
	/** The socket is connected, so news come by themselves. */
	readonly isConnected: boolean;
}

interface LineTools {
	readonly replica: Replica;
	readonly entrance: Entrance;
	readonly prices: PriceReader;
	readonly onChange: (state: LineState) => void;
	readonly onImport: (progress: ImportProgress) => void;
}

/** Longer than a request with its retry; nobody looks at a dialog for longer than this. */
const FLUSH_MS = 15_000;
/** A server that knows this device and yet refuses it is not asked about that all the time. */
const ASK_AGAIN_MS = 10_000;

/** The line to the server: the socket, sync and live prices. One tab of a device has it; see `tabs.ts`. */
export class Line {
	#socket: AppSocket | null = null;
	#askedAgainAt = -Infinity;
	/** Stopped for a moment only: who this device is, is being asked. */
	#isAskingAgain = false;
	#savedCount: number;
	readonly #listeners = new Set<() => void>();
	readonly #transport = createTransport(() => this.#socket);
	readonly #loop: SyncLoop;
	readonly #livePrices: ReturnType<typeof openLivePrices>;
	readonly #stopCounting: () => void;
	readonly #tools: LineTools;

	constructor(tools: LineTools) {
		const { replica, entrance } = tools;
		this.#tools = tools;
		this.#livePrices = openLivePrices(tools.prices);
		const line = this.#transport;
		this.#loop = new SyncLoop({
			replica,
			transport: {
				get isConnected() {
					return line.isConnected;
				},
				reopen: () => line.reopen(),
				/** Nothing is sent before the server has said who this device is. */
				async send(request) {
					const answer = await entrance.enter();
					return answer === null || 'error' in answer ? answer : line.send(request);
				}
			},
			now: Date.now,
			random: Math.random,
			after(ms, act) {
				const timer = setTimeout(act, ms);
				return () => clearTimeout(timer);
			},
			onChange: ({ stoppedBy }) => {
				if (stoppedBy) this.#halt(stoppedBy.code);
				this.#tell();
				for (const listener of this.#listeners) listener();
			}
		});
		this.#savedCount = replica.savedCount;
		this.#stopCounting = replica.subscribe(() => {
			if (replica.savedCount > this.#savedCount) this.#loop.nudge();
			this.#savedCount = replica.savedCount;
		});
		if (entrance.answer) this.begin(entrance.answer);
		this.#loop.pull();
	}

	get state(): LineState {
		return { ...this.#loop.state, isConnected: this.#transport.isConnected };
	}

	/** The server has said who this device is. */
	begin({ realtime }: SessionAnswer): void {
		if (realtime === 'socket') this.#socket ??= this.#connect();
		if (this.#socket && !this.#socket.active) this.#socket.connect();
		this.#livePrices.attach(this.#socket);
		// What it stopped for, as being signed out, may be over: another tab did what had to be done.
		if (this.#loop.state.stoppedBy) this.#loop.resume();
	}

	/** Somebody looks at the page again, or there is a network again. */
	wake(isLineStale: boolean): void {
		if (isLineStale) this.#transport.reopen();
		if (this.#loop.state.stoppedBy) void this.#tools.entrance.enterAnew();
		else this.#loop.revive();
	}

	/** This device is somebody else for the server now: what is open was opened with another cookie. */
	reopen(): void {
		this.#transport.reopen();
		this.#loop.resume();
	}

	/**
	 * Resolves when the answer to a request that begins from now on has left nothing to send.
	 * @throws Error with a sentence when that does not come about
	 */
	flush(): Promise<void> {
		if (this.#loop.state.stoppedBy) this.#loop.resume();
		const { asked } = this.#loop;
		const { promise, resolve, reject } = Promise.withResolvers<void>();
		const look = () => {
			const { stoppedBy, isFailing } = this.#loop.state;
			if (this.#isAskingAgain) return;
			if (stoppedBy) reject(new Error(stoppedBy.message));
			else if (isFailing) reject(new Error(NOBODY_ANSWERED.error.message));
			else if (this.#tools.replica.waitingCount === 0 && this.#loop.answered > asked) resolve();
		};
		const timer = setTimeout(() => reject(new Error(NOBODY_ANSWERED.error.message)), FLUSH_MS);
		this.#listeners.add(look);
		this.#loop.revive();
		return promise.finally(() => {
			this.#listeners.delete(look);
			clearTimeout(timer);
		});
	}

	/** What another tab wants has changed. */
	wantPrices(): void {
		this.#livePrices.ask();
	}

	/** The page is about to go, and with it the socket: what the server does not have is sent in a way that outlives it. */
	sendLast(): void {
		const request = this.#tools.replica.lastRequest();
		if (request && this.#tools.entrance.answer) sendAndForget(request);
	}

	close(): void {
		this.#loop.close();
		this.#stopCounting();
		this.#livePrices.close();
		// Whoever has the line now tells how it stands.
		this.#socket?.off().disconnect();
	}

	#tell(): void {
		this.#tools.onChange(this.state);
	}

	#connect(): AppSocket {
		const opened = openSocket(() => this.#loop.state.stoppedBy === null);
		opened.on('connect', () => {
			this.#loop.pull();
			this.#tell();
		});
		opened.on('poke', ({ seq }) => this.#loop.poke(seq));
		opened.on('import:progress', (progress) => this.#tools.onImport(progress));
		opened.on('disconnect', (reason) => {
			// Closed by the server: over HTTP it says why.
			if (reason === 'io server disconnect') this.#loop.pull();
			else this.#loop.disconnected();
			this.#tell();
		});
		opened.on('connect_error', () => {
			if (!opened.active) this.#loop.pull(); // not let in: over HTTP it says why
		});
		return opened;
	}

	/** A request may have gone out before this device was signed in anew, here or in another tab: so it is asked once. */
	#halt(code: string): void {
		const { entrance } = this.#tools;
		const isAboutWho = code === 'unauthenticated' || code === 'forbidden';
		if (isAboutWho && entrance.answer && performance.now() - this.#askedAgainAt > ASK_AGAIN_MS) {
			entrance.forget();
			this.#askedAgainAt = performance.now();
			this.#isAskingAgain = true;
			setTimeout(() => {
				this.#loop.resume(); // tells of the failure once more
				this.#isAskingAgain = false;
			});
		} else if (code === 'unauthenticated') {
			entrance.signedOut();
			this.#socket?.disconnect();
		}
	}
}
