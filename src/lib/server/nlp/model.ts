import { parseAnswer, type ModelItem } from './answer.ts';
import type { Chat } from './ollama.ts';
import { questionAbout } from './prompt.ts';
import { typedWords, wordsOfName } from './typed-words.ts';
import type { AskedBy, OllamaCalls } from './queue.ts';
import { Unanswered, type Reason } from './unanswered.ts';

/** `away`: Ollama is left alone for a while; `off`: it does not do what it is told, and is not asked again. */
export type ModelState = 'not-loaded' | 'loading' | 'ready' | 'away' | 'off';

/** What it read, or why it did not, in a sentence. */
export type ModelAnswer = { readonly items: readonly ModelItem[] } | { readonly skipped: string };

/** Who wants to know, and whether they still do. */
export interface Asker {
	readonly askedBy: AskedBy;
	/** Aborts when they have gone. */
	readonly signal: AbortSignal;
}

export interface Model {
	/** Never rejects. A person waits for at most a place, a load and an answer, each within `timeoutMs`. */
	ask(line: string, asker: Asker): Promise<ModelAnswer>;
	readonly state: ModelState;
	/** Why it is away or off, in a sentence. */
	readonly why: string | null;
}

interface ModelOptions {
	readonly chat: Chat;
	readonly calls: Pick<OllamaCalls, 'run'>;
	readonly timeoutMs: number;
	readonly keepAliveMs: number;
	/** Ms since some moment, never backwards. */
	readonly monotonic: () => number;
	readonly report: (problem: unknown, doing: string) => void;
}

/** A model of some gigabytes on a slow disk. Ollama gives up loading when whoever asked hangs up. */
const LOAD_MS = 60_000;
/** How long Ollama is left alone after it failed. */
const AWAY_MS = 30_000;
/** In a row, with loads between them: one late answer may be a busy machine. */
const MAX_LATE = 3;
/** A model that does not get this right is of no use, however good its manners. */
const TEST_LINE = 'three red apples and some oat milk';
const TEST_NAMES = ['apple', 'milk'];
const DISOBEYED =
	'The model is switched off: it did not answer a test sentence as it was asked to.';
const LOADING = 'The model is being loaded; the next line will find it ready.';
const LEAVES_ALONE: ReadonlySet<Reason> = new Set([
	'unreachable',
	'unknown-model',
	'failed',
	'strange'
] as const);

/**
 * The model behind Ollama: loaded with the first line that asks for it, tried out with a fixed sentence each time, and
 * left alone where it is away. After `keepAliveMs` without a question it counts as unloaded.
 */
export function createModel(options: ModelOptions): Model {
	const { chat, calls, timeoutMs, keepAliveMs, monotonic, report } = options;
	let loading: Promise<string | null> | null = null;
	let loadedUntil = -Infinity;
	let awayUntil = -Infinity;
	let why: string | null = null;
	let isOff = false;
	let lateCount = 0;

	function stateNow(): ModelState {
		if (isOff) return 'off';
		if (loading !== null) return 'loading';
		if (monotonic() < awayUntil) return 'away';
		return monotonic() < loadedUntil ? 'ready' : 'not-loaded';
	}

	async function ask(line: string, { askedBy, signal }: Asker): Promise<ModelAnswer> {
		const problem = await becomeReady(askedBy, signal);
		if (problem !== null) return { skipped: problem };
		try {
			const content = await calls.run((running) => chat(questionAbout(line), running), {
				askedBy,
				signal,
				limitMs: timeoutMs
			});
			answered();
			lateCount = 0;
			const items = parseAnswer(content);
			return items === null ? { skipped: 'The model’s answer could not be read.' } : { items };
		} catch (failure) {
			return { skipped: failed(failure) };
		}
	}

	/** @returns null, or why it is not */
	async function becomeReady(askedBy: AskedBy, signal: AbortSignal): Promise<string | null> {
		const state = stateNow();
		if (state === 'ready') return null;
		if (state === 'away' || state === 'off') return why;
		// One for all who want it, so that a model which was away is tried once. Nobody's going ends it.
		loading ??= load().finally(() => (loading = null));
		return within(askedBy === 'person' ? timeoutMs : LOAD_MS, loading, signal);
	}

	async function load(): Promise<string | null> {
		try {
			const content = await calls.run((running) => chat(questionAbout(TEST_LINE), running), {
				askedBy: 'person',
				signal: new AbortController().signal,
				limitMs: Math.max(LOAD_MS, timeoutMs)
			});
			if (obeys(content)) {
				answered();
				return null;
			}
			isOff = true;
			why = DISOBEYED;
			report(new Error(content.slice(0, 500)), 'trying out the model');
			return why;
		} catch (failure) {
			return failed(failure, MAX_LATE);
		}
	}

	function answered(): void {
		loadedUntil = monotonic() + keepAliveMs;
		why = null;
	}

	/** @returns what to say of it */
	function failed(failure: unknown, late = 1): string {
		if (!(failure instanceof Unanswered)) throw failure;
		const { reason, message } = failure;
		if (reason === 'late') {
			// Perhaps it was unloaded for somebody else's model: the next line loads it, with the time that takes.
			loadedUntil = -Infinity;
			lateCount += late;
		}
		if (LEAVES_ALONE.has(reason) || lateCount >= MAX_LATE) {
			// Once, however long it stays away.
			if (message !== why) report(failure, 'asking the model');
			awayUntil = monotonic() + AWAY_MS;
			loadedUntil = -Infinity;
			lateCount = 0;
			why = message;
		}
		return message;
	}

	return {
		ask,
		get state() {
			return stateNow();
		},
		get why() {
			return stateNow() === 'away' || isOff ? why : null;
		}
	};
}

/** JSON in the shape that was asked for, with nothing in it but words of the sentence, and what it names. */
function obeys(content: string): boolean {
	const words = typedWords(TEST_LINE);
	const named = parseAnswer(content)?.map(({ name }) => wordsOfName(name, words)) ?? [];
	const all = new Set(named.flatMap((found) => found?.flatMap(({ folded }) => folded) ?? []));
	return named.every((found) => found !== null) && TEST_NAMES.every((name) => all.has(name));
}

/** Waits that long, or until the caller leaves. */
async function within(
	ms: number,
	waited: Promise<string | null>,
	signal: AbortSignal
): Promise<string | null> {
	const { promise, resolve } = Promise.withResolvers<string>();
	const leave = () => resolve(new Unanswered('left').message);
	const timer = setTimeout(() => resolve(LOADING), ms);
	signal.addEventListener('abort', leave, { once: true });
	if (signal.aborted) leave();
	return Promise.race([waited, promise]).finally(() => {
		clearTimeout(timer);
		signal.removeEventListener('abort', leave);
	});
}
