import type { ErrorBody, ErrorCode } from '#lib/protocol/error.ts';
import type { SyncAnswer, SyncRequest } from '#lib/protocol/sync.ts';

/** What carries a request to the server and its answer back; see `transport.ts`. */
export interface SyncTransport {
	/** The socket says that it is connected, so news come by themselves. */
	readonly isConnected: boolean;
	/** @returns what the server said; null when nobody answered in time. It never rejects. */
	send(request: SyncRequest): Promise<SyncAnswer | ErrorBody | null>;
	/** Puts a new socket in the place of one that may be dead. */
	reopen(): void;
}

/** What the loop needs of a replica. */
export interface SyncedReplica {
	/** How many edits can be sent, and rows offered back. */
	readonly waitingCount: number;
	readonly meta: { readonly cursor: number };
	request(): Promise<SyncRequest>;
	apply(request: SyncRequest, answer: SyncAnswer): Promise<boolean>;
}

export interface SyncLoopTools {
	readonly replica: SyncedReplica;
	readonly transport: SyncTransport;
	/** Wall-clock ms. */
	readonly now: () => number;
	/** Calls back once after so many ms. @returns what calls that off */
	readonly after: (ms: number, act: () => void) => () => void;
	/** At least 0 and less than 1. */
	readonly random: () => number;
	readonly onChange: (state: LoopState) => void;
}

/** How the loop stands with its server. */
export interface LoopState {
	/** When an answer was taken in last, in wall-clock ms; null before the first. */
	readonly lastContactAt: number | null;
	/** The last request came to nothing. */
	readonly isFailing: boolean;
	/** Why the loop stands still until somebody does something; null while it runs. */
	readonly stoppedBy: ErrorBody['error'] | null;
}

/** Edits made within this time travel together, but for the first, which goes at once. */
const COALESCE_MS = 20;
/** How often to ask though nothing was heard; a poke may be lost. */
const PULL_CONNECTED_MS = 60_000;
const PULL_HTTP_MS = 30_000;
/** How soon to look for the server after its socket went away, and at most twice as long. */
const PROBE_MS = 500;
const FIRST_RETRY_MS = 1_000;
/** With the jitter on top the longest wait is 60 s. */
const LONGEST_RETRY_MS = 40_000;
/** Edits wait, and a socket that says it is connected has brought no answer for so long: it is dead. */
const WATCHDOG_MS = 25_000;

/** What passes by itself. Whatever else a server refuses a whole request for, only a person can do something about. */
const PASSING: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
	'busy',
	'unavailable',
	'rate_limited',
	'internal',
	'server_too_old'
]);

/** Asks the server until it has been told everything, one request at a time. Errors keep the outbox as it is. */
export class SyncLoop {
	#state: LoopState = { lastContactAt: null, isFailing: false, stoppedBy: null };
	#isAsking = false;
	/** Asked for again while a request is on its way. */
	#isDirty = false;
	/** An edit came that the request on its way may not have in it. */
	#isNudged = false;
	/** The newest that the server has told of since the last request began. */
	#pokedSeq = 0;
	#asked = 0;
	#lastAnswered = 0;
	#failures = 0;
	#askedAt = -Infinity;
	/** The next request that nobody has to ask for. */
	#callOff: (() => void) | null = null;
	#isBackingOff = false;
	#stopWatchdog: (() => void) | null = null;
	#isClosed = false;
	readonly #tools: SyncLoopTools;

	constructor(tools: SyncLoopTools) {
		this.#tools = tools;
	}

	/** How many requests have begun; the answer to a later one knows of everything up to now. */
	get asked(): number {
		return this.#asked;
	}

	/** Which of them was answered last, counted from 1. */
	get answered(): number {
		return this.#lastAnswered;
	}

	get state(): LoopState {
		return this.#state;
	}

	/** An edit is on the disk. */
	nudge(): void {
		if (this.#isAsking) this.#isNudged = true;
		else if (!this.#isBackingOff) this.#askWithin(COALESCE_MS);
	}

	/** The server has got as far as this. */
	poke(seq: number): void {
		this.#pokedSeq = Math.max(this.#pokedSeq, seq);
		if (this.#pokedSeq > this.#tools.replica.meta.cursor && !this.#isBackingOff) this.#ask();
	}

	/** Asks at once, also while the loop waits after a failure: the socket connected, or was closed by the server. */
	pull(): void {
		if (this.#isAsking) this.#isDirty = true;
		this.#ask();
	}

	/** There is a network again, or somebody looks at the page: what failed before counts no longer. */
	revive(): void {
		this.#failures = 0;
		this.pull();
	}

	/** The socket went away: whether the server did, too, shows by asking, and not everybody asks at once. */
	disconnected(): void {
		if (!this.#isAsking && !this.#isBackingOff && !this.#state.stoppedBy)
			this.#schedule(PROBE_MS * (1 + this.#tools.random()));
	}

	/** Goes on after `stoppedBy`. */
	resume(): void {
		this.#tell({ stoppedBy: null });
		this.revive();
	}

	close(): void {
		this.#isClosed = true;
		this.#callOff?.();
		this.#stopWatchdog?.();
	}

	#ask(): void {
		if (this.#isAsking || this.#isClosed || this.#state.stoppedBy) return;
		this.#callOff?.();
		this.#isBackingOff = false;
		this.#isAsking = true;
		this.#isDirty = false;
		this.#isNudged = false;
		this.#pokedSeq = 0;
		this.#asked++;
		this.#askedAt = this.#tools.now();
		this.#watch();
		void this.#exchange().then((next) => {
			this.#isAsking = false;
			if (!this.#isClosed) next();
		});
	}

	/** @returns what to do next; it never rejects */
	async #exchange(): Promise<() => void> {
		const { replica, transport, now } = this.#tools;
		try {
			const request = await replica.request();
			const answer = await transport.send(request);
			if (answer === null) return () => this.#retry(null);
			this.#stopWatchdog?.();
			this.#stopWatchdog = null;
			if ('error' in answer) return () => this.#refused(answer.error);
			const isApplied = await replica.apply(request, answer);
			// Without progress the same request would go out again and again. One that was overtaken by another tab's
			// finds the cursor elsewhere.
			const isProgress = isApplied
				? answer.reset || answer.salvaged || answer.lmid > request.acked
				: replica.meta.cursor !== request.cursor;
			return () => this.#answered(now(), isProgress);
		} catch {
			return () => this.#retry(null); // the disk of this device, not the network: it may come round too
		}
	}

	#answered(at: number, isProgress: boolean): void {
		const { replica } = this.#tools;
		this.#failures = 0;
		this.#lastAnswered = this.#asked;
		this.#tell({ lastContactAt: at, isFailing: false });
		const hasMore = replica.waitingCount > 0;
		if (this.#isDirty || this.#pokedSeq > replica.meta.cursor) this.#ask();
		else if (hasMore && this.#isNudged) this.#askWithin(COALESCE_MS);
		else if (hasMore && isProgress) this.#ask();
		else this.#schedulePull();
	}

	#refused(error: ErrorBody['error']): void {
		if (!PASSING.has(error.code)) {
			// Said before something changed, as who this device is: whoever asked again since wants to hear it anew.
			if (this.#isDirty) return this.#ask();
			return this.#tell({ isFailing: true, stoppedBy: error });
		}
		// Too fast is not too weak: the line is as good as before.
		this.#retry(error.retryAfterMs ?? null, error.code !== 'rate_limited');
	}

	#retry(retryAfterMs: number | null, isFailing = true): void {
		this.#tell({ isFailing });
		const base = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#failures++);
		if (this.#isDirty) return this.#ask();
		this.#isBackingOff = true;
		this.#schedule(retryAfterMs ?? base * (1 + this.#tools.random() / 2));
	}

	#schedulePull(): void {
		this.#schedule(this.#tools.transport.isConnected ? PULL_CONNECTED_MS : PULL_HTTP_MS);
	}

	/** At once, or so long after the last request began. */
	#askWithin(ms: number): void {
		// Never longer than that, though the clock was set back meanwhile.
		const waitMs = Math.min(ms, this.#askedAt + ms - this.#tools.now());
		if (waitMs <= 0) this.#ask();
		else this.#schedule(waitMs);
	}

	#schedule(ms: number): void {
		this.#callOff?.();
		this.#callOff = this.#tools.after(ms, () => this.#ask());
	}

	/** Runs from the first request that brings no answer until one does. */
	#watch(): void {
		this.#stopWatchdog ??= this.#tools.after(WATCHDOG_MS, () => {
			this.#stopWatchdog = null;
			const { replica, transport } = this.#tools;
			if (replica.waitingCount === 0) return;
			if (transport.isConnected) transport.reopen();
			if (this.#isAsking) this.#watch();
		});
	}

	#tell(change: Partial<LoopState>): void {
		this.#state = { ...this.#state, ...change };
		this.#tools.onChange(this.#state);
	}
}
