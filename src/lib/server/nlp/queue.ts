import PQueue from 'p-queue';
import { Unanswered } from './unanswered.ts';

/** Somebody waits for the answer, or it is work in the background. */
export type AskedBy = 'person' | 'bulk';

interface CallOptions {
	readonly askedBy: AskedBy;
	/** Whoever asked leaves: the call ends, or its wait does. */
	readonly signal: AbortSignal;
	/** How long it may run once it has a place, in ms. */
	readonly limitMs: number;
}

/** Ends when its signal says so: its place is free when it has settled, and not before. */
type Call<T> = (signal: AbortSignal) => Promise<T>;

/** The only way to Ollama. */
export interface OllamaCalls {
	/** @throws Unanswered when it was not let in, was left, or took too long; else what the call throws */
	run<T>(call: Call<T>, options: CallOptions): Promise<T>;
	readonly runningCount: number;
	readonly waitingCount: number;
	/** Ends every call, and refuses all that come later. */
	close(): Promise<void>;
}

/** As many of each kind may wait; the next is refused. */
const MAX_WAITING = 64;
const PRIORITY = { person: 1, bulk: 0 } as const;
/** Bulk stands aside for every person, so it needs patience. */
const BULK_WAIT_MS = 600_000;

interface QueueOptions {
	/** Calls at a time, whoever asks. */
	readonly concurrency: number;
	/** How long a person's call may wait for a place. */
	readonly waitMs: number;
}

/** At most `concurrency` calls at a time, people's before bulk, and never two of bulk (docs/decisions/0002). */
export function openOllamaQueue({ concurrency, waitMs }: QueueOptions): OllamaCalls {
	const queue = new PQueue({ concurrency });
	// Bulk lines up here, and one of it at a time goes on into the queue: it never holds both places.
	const bulkLine = new PQueue({ concurrency: 1 });
	const ending = new AbortController();

	async function run<T>(call: Call<T>, { askedBy, signal, limitMs }: CallOptions): Promise<T> {
		const isBulk = askedBy === 'bulk';
		const ahead = isBulk ? bulkLine.size : queue.sizeBy({ priority: PRIORITY.person });
		if (ahead >= MAX_WAITING) throw new Unanswered('full');
		const left = AbortSignal.any([signal, ending.signal]);
		const wait = openWait(left, ending.signal, isBulk ? BULK_WAIT_MS : waitMs);
		// The queue hears of the wait alone. It gives a place away as soon as its signal aborts, and a call that runs
		// holds its place until Ollama has been hung up on.
		const options = { signal: wait.signal, priority: PRIORITY[askedBy] };
		const enter = () =>
			queue.add(() => {
				wait.end();
				return runWithin(call, left, ending.signal, limitMs);
			}, options);
		try {
			return await (isBulk ? bulkLine.add(enter, { signal: wait.signal }) : enter());
		} finally {
			wait.end();
		}
	}

	return {
		run,
		get runningCount() {
			return queue.pending;
		},
		get waitingCount() {
			return queue.size + bulkLine.size;
		},
		async close() {
			ending.abort();
			await Promise.all([queue.onIdle(), bulkLine.onIdle()]);
		}
	};
}

/** `WALMART_NLP_QUEUE=off`: every call at once. Nothing holds the limit then. */
export function openDirectCalls(): OllamaCalls {
	const ending = new AbortController();
	const running = new Set<Promise<unknown>>();
	return {
		async run(call, { signal, limitMs }) {
			const left = AbortSignal.any([signal, ending.signal]);
			const answer = runWithin(call, left, ending.signal, limitMs);
			running.add(answer);
			try {
				return await answer;
			} finally {
				running.delete(answer);
			}
		},
		get runningCount() {
			return running.size;
		},
		waitingCount: 0,
		async close() {
			ending.abort();
			await Promise.allSettled(running);
		}
	};
}

/** Its signal aborts when the caller leaves or has waited too long; whoever stops waiting calls `end`. */
function openWait(left: AbortSignal, ending: AbortSignal, limitMs: number) {
	const controller = new AbortController();
	const leave = () => controller.abort(leftFor(ending));
	const timer = setTimeout(() => controller.abort(new Unanswered('waited')), limitMs);
	left.addEventListener('abort', leave, { once: true });
	if (left.aborted) leave();
	function end(): void {
		clearTimeout(timer);
		left.removeEventListener('abort', leave);
	}
	return { signal: controller.signal, end };
}

async function runWithin<T>(
	call: Call<T>,
	left: AbortSignal,
	ending: AbortSignal,
	limitMs: number
): Promise<T> {
	if (left.aborted) throw leftFor(ending);
	const late = new AbortController();
	const timer = setTimeout(() => late.abort(), limitMs);
	try {
		return await call(AbortSignal.any([left, late.signal]));
	} catch (problem) {
		if (left.aborted) throw leftFor(ending);
		if (late.signal.aborted) throw new Unanswered('late');
		throw problem;
	} finally {
		clearTimeout(timer);
	}
}

const leftFor = (ending: AbortSignal) => new Unanswered(ending.aborted ? 'ending' : 'left');
