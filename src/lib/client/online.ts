import type { SessionAnswer } from '#lib/protocol/people.ts';
import { openLivePrices } from './live-prices.ts';
import type { Prices } from './prices.svelte.ts';
import {
	dropEmptyDatabases,
	NOBODY_ANSWERED,
	signIn,
	takePerson,
	type SignInTools
} from './sign-in.ts';
import { openSocket, type AppSocket } from './socket.ts';
import { SyncLoop, type LoopState } from './sync-loop.ts';
import { createTransport } from './transport.ts';
import { watchPage } from './watch-page.ts';

export { statusOf } from './sync-status.ts';

export interface OnlineTools extends SignInTools {
	readonly prices: Prices;
	readonly onChange: (state: LineState) => void;
}

export interface LineState extends LoopState {
	/** The socket is connected, so news come by themselves. */
	readonly isConnected: boolean;
}

/** The line to the server: who this device is, the socket, sync and live prices. */
export interface Online {
	/** @throws Error with a sentence when the edits so far could not be brought to the server */
	syncNow(): Promise<void>;
	/** Asks who this device is; what stands in the way is in the session's `problem`. */
	signIn(): Promise<void>;
	/** Goes on as who a link has made of this device. Never comes back when the page is loaded anew. */
	adopt(answer: SessionAnswer & { readonly listId?: string }): Promise<void>;
	/** @throws Error with a sentence when the server did not take it */
	setName(name: string): Promise<void>;
	close(): void;
}

/** Longer than a request with its retry; nobody looks at a dialog for longer than this. */
const SYNC_NOW_MS = 15_000;
/** A server that knows this device and yet refuses it is not asked about that all the time. */
const ASK_AGAIN_MS = 10_000;

/** Opens the line; nothing on the screen waits for it. */
export function openOnline(tools: OnlineTools): Online {
	const { replica, session } = tools;
	let socket: AppSocket | null = null;
	let isSignedIn = false;
	let askedAgainAt = -Infinity;
	/** Stopped for a moment only: who this device is, is being asked. */
	let isAskingAgain = false;
	let signingIn: ReturnType<typeof signIn> | null = null;
	const listeners = new Set<() => void>();
	dropEmptyDatabases(tools.storage).catch(() => undefined); // one that cannot be read is kept
	const livePrices = openLivePrices(tools.prices);
	const line = createTransport(() => socket);

	const loop = new SyncLoop({
		replica,
		transport: {
			get isConnected() {
				return line.isConnected;
			},
			reopen: () => line.reopen(),
			/** Nothing is sent before the server has said who this device is. */
			async send(request) {
				if (!isSignedIn) {
					const answer = await enter();
					if (answer === null || 'error' in answer) return answer;
				}
				return line.send(request);
			}
		},
		now: Date.now,
		random: Math.random,
		after(ms, act) {
			const timer = setTimeout(act, ms);
			return () => clearTimeout(timer);
		},
		onChange(state) {
			if (state.stoppedBy) halt(state.stoppedBy.code);
			tell();
			for (const listener of listeners) listener();
		}
	});

	function tell(): void {
		tools.onChange({ ...loop.state, isConnected: line.isConnected });
	}

	/** One at a time: two that came at once without a cookie would be two new people. */
	function enter(name?: string): ReturnType<typeof signIn> {
		signingIn ??= signIn(tools, name)
			.then((answer) => {
				if (answer !== null && !('error' in answer)) begin(answer);
				// What it stopped for, as being signed out, may be over: another tab did what had to be done.
				if (isSignedIn && loop.state.stoppedBy) loop.resume();
				return answer;
			})
			.finally(() => (signingIn = null));
		return signingIn;
	}

	function begin({ realtime }: SessionAnswer): void {
		isSignedIn = true;
		if (realtime === 'socket') socket ??= connect();
		if (socket && !socket.active) socket.connect();
		livePrices.attach(socket);
	}

	function connect(): AppSocket {
		const opened = openSocket(() => loop.state.stoppedBy === null);
		opened.on('connect', () => {
			loop.pull();
			tell();
		});
		opened.on('poke', ({ seq }) => loop.poke(seq));
		opened.on('disconnect', (reason) => {
			// Closed by the server: over HTTP it says why.
			if (reason === 'io server disconnect') loop.pull();
			else loop.disconnected();
			tell();
		});
		return opened;
	}

	/** A request may have gone out before this device was signed in anew, here or in another tab: so it is asked once. */
	function halt(code: string): void {
		const isAboutWho = code === 'unauthenticated' || code === 'forbidden';
		if (isAboutWho && isSignedIn && performance.now() - askedAgainAt > ASK_AGAIN_MS) {
			isSignedIn = false;
			askedAgainAt = performance.now();
			isAskingAgain = true;
			setTimeout(() => {
				loop.resume(); // tells of the failure once more
				isAskingAgain = false;
			});
		} else if (code === 'unauthenticated') {
			session.problem ??= 'signed-out';
			socket?.disconnect();
		}
	}

	let savedCount = replica.savedCount;
	const stopCounting = replica.subscribe(() => {
		if (replica.savedCount > savedCount) loop.nudge();
		savedCount = replica.savedCount;
	});
	const stopWatching = watchPage((isLineStale) => {
		if (isLineStale) line.reopen();
		if (loop.state.stoppedBy) void enter();
		else loop.revive();
	});
	loop.pull();

	/** Resolves when the answer to a request that begins from now on has left nothing to send. */
	function flush(): Promise<void> {
		const { asked } = loop;
		return new Promise((resolve, reject) => {
			const end = (problem: string | null) => {
				listeners.delete(look);
				clearTimeout(timer);
				if (problem === null) resolve();
				else reject(new Error(problem));
			};
			const look = () => {
				const { stoppedBy, isFailing } = loop.state;
				if (isAskingAgain) return;
				if (stoppedBy) end(stoppedBy.message);
				else if (isFailing) end(NOBODY_ANSWERED.error.message);
				else if (replica.waitingCount === 0 && loop.answered > asked) end(null);
			};
			const timer = setTimeout(() => end(NOBODY_ANSWERED.error.message), SYNC_NOW_MS);
			listeners.add(look);
			loop.revive();
		});
	}

	return {
		async syncNow() {
			await replica.saved();
			if (loop.state.stoppedBy) loop.resume();
			await flush();
		},
		async signIn() {
			if (!isSignedIn) await enter();
		},
		async adopt(answer) {
			const path = answer.listId === undefined ? '/' : `/lists/${answer.listId}`;
			if (!(await takePerson(tools, answer, path))) return new Promise(() => undefined);
			line.reopen(); // what is open was opened with another cookie
			begin(answer);
			loop.resume();
			// What comes with it is shown as soon as it is there; whoever waits for it waits no longer than that.
			await flush().catch(() => undefined);
		},
		async setName(name) {
			if (signingIn) await signingIn;
			const answer = (await enter(name)) ?? NOBODY_ANSWERED;
			if ('error' in answer) throw new Error(answer.error.message);
			loop.revive(); // the name comes back with the lists
		},
		close() {
			loop.close();
			stopCounting();
			stopWatching();
			livePrices.close();
			socket?.disconnect();
		}
	};
}
