import type { AskedBy } from '../tier.ts';
import { isAboutAnId, isAboutTheTime } from './answers.ts';
import type { Budget } from './budget.ts';
import { getJson, NoAnswer, type JsonAnswer } from './get-json.ts';
import { createPace } from './pace.ts';
import type { PauseReason, Pauses } from './pauses.ts';
import { signedHeaders, type WalmartAccount } from './signature.ts';

interface WalmartClientOptions {
	readonly account: WalmartAccount;
	/** Without a slash at the end. */
	readonly apiBase: string;
	/** Goes along with every call: place and publisher. */
	readonly parameters: Readonly<Record<string, string>>;
	readonly budget: Budget;
	readonly pauses: Pauses;
	/** Wall clock in ms. */
	readonly now: () => number;
	readonly monotonic: () => number;
	/** Rejects when `signal` is aborted. */
	readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
	/** From 0 to 1. */
	readonly random: () => number;
	/** Hears of each pause when it begins, and of nothing that happens during one. */
	readonly report: (problem: unknown, doing: string) => void;
	readonly timeoutMs: number;
	/** Ends everything that is on its way. */
	readonly signal: AbortSignal;
}

/** `bad_id`, `not_found`: there is something about the ids; `none`: nobody answered, or nobody was asked. */
type Reply =
	| { readonly kind: 'ok'; readonly body: unknown }
	| { readonly kind: 'bad_id' | 'not_found' | 'none' };

export interface Question {
	readonly path: '/items' | '/search';
	readonly parameters: Readonly<Record<string, string>>;
	readonly askedBy: AskedBy;
	/** On the monotonic clock: a call that cannot begin before is not made. */
	readonly deadlineMs: number;
}

export interface WalmartClient {
	/** Never rejects. */
	ask(question: Question): Promise<Reply>;
	/** What came as an answer is none: not asked for a minute. */
	doubt(why: string): void;
}

const CALL_EVERY_MS = 250;
const RETRY_AFTER_MS = 200;
const RETRY_JITTER_MS = 600;
const NONE: Reply = { kind: 'none' };

/** One call at a time of what the pauses, the day's budget and the pace allow, and what its answer means for the next. */
export function createWalmartClient(options: WalmartClientOptions): WalmartClient {
	const { account, apiBase, budget, pauses, now, monotonic, random, report, signal } = options;
	const sleep = (ms: number) => options.sleep(ms, signal);
	const takeTurn = createPace({ everyMs: CALL_EVERY_MS, monotonic, sleep });

	async function ask(question: Question): Promise<Reply> {
		try {
			const answer = await call(question);
			if (answer === null) return NONE;
			return settle((await askAgain(question, answer)) ?? answer);
		} catch (problem) {
			if (signal.aborted) return NONE;
			if (!(problem instanceof NoAnswer)) report(problem, 'keeping count of calls to Walmart');
			else pause('failing', problem.message);
			return NONE;
		}
	}

	/** Null when it is not to be asked now. The last look at the pauses comes after the wait for a turn. */
	async function call({ path, parameters, askedBy, deadlineMs }: Question) {
		if (pauses.current() !== null || signal.aborted) return null;
		if (!(await takeTurn(deadlineMs))) return null;
		if (pauses.current() !== null || !budget.take(askedBy)) return null;
		const url = new URL(apiBase + path);
		url.search = new URLSearchParams({ ...options.parameters, ...parameters }).toString();
		const headers = signedHeaders(account, now());
		return getJson(url, { headers, timeoutMs: options.timeoutMs, signal });
	}

	/** Once, where that can help: with a new timestamp, or after a moment. */
	async function askAgain(question: Question, first: JsonAnswer): Promise<JsonAnswer | null> {
		if (first.status === 401 && isAboutTheTime(first.body)) return call(question);
		if (first.status < 500) return null;
		await sleep(RETRY_AFTER_MS + random() * RETRY_JITTER_MS);
		return call(question);
	}

	function settle({ status, body }: JsonAnswer): Reply {
		if (status === 404) return { kind: 'not_found' };
		if (status === 400 && isAboutAnId(body)) return { kind: 'bad_id' };
		if (status === 200 && body !== null) {
			pauses.noteSuccess();
			return { kind: 'ok', body };
		}
		const sentence =
			status === 200 ? 'Walmart’s answer is not JSON.' : `Walmart answered ${status}.`;
		pause(reasonFor(status, body), sentence);
		return NONE;
	}

	function pause(why: PauseReason, sentence: string): void {
		if (pauses.begin(why)) report(new Error(`${sentence} ${CONSEQUENCES[why]}`), 'asking Walmart');
	}

	return { ask, doubt: (why) => pause('failing', why) };
}

function reasonFor(status: number, body: unknown): PauseReason {
	if (status === 403) return 'forbidden';
	if (status === 429) return 'too_many';
	if (status === 401) return isAboutTheTime(body) ? 'clock' : 'unauthorized';
	return 'failing';
}

const CONSEQUENCES: Readonly<Record<PauseReason, string>> = {
	forbidden: 'It is not asked again before the next start: see what the account may do.',
	unauthorized: 'It is not asked for an hour: check the consumer id, the key and its version.',
	clock: 'It is not asked for an hour: set the clock of this machine right.',
	too_many: 'It is not asked for 15 minutes or longer.',
	failing: 'It is not asked for a minute.'
};
