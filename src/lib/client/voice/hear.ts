import type { Recognizer } from './speech.ts';

/** Some browsers take the call and never do anything: without sound or words by then, this one is such. */
export const DEAD_START_MS = 2_500;
/** How long the browser's own question about the microphone may stand. */
export const ANSWER_MS = 30_000;
/** After the last word, or after the start without one. */
export const SILENCE_MS = 8_000;
/** Nobody's microphone stays open longer, whatever happens. */
export const LISTEN_MS = 60_000;
/** How long the last words may take to come once it was told to stop. */
export const STOP_MS = 2_000;

export interface HearTools {
	/** Calls back once after so many ms. @returns what calls that off */
	readonly after: (ms: number, act: () => void) => () => void;
	/**
	 * Finds out whether the browser asks the person for the microphone first.
	 * @param onAnswer called once they have answered
	 */
	readonly asksFirst: (onAnswer: () => void, ended: AbortSignal) => Promise<boolean>;
	readonly onChange: (heard: Hears) => void;
}

/** What has come so far. */
export interface Hears {
	readonly phase: 'starting' | 'asking' | 'open';
	/** What will not change any more. */
	readonly words: string;
	/** What the browser may still hear differently. */
	readonly unsure: string;
}

export interface Heard {
	readonly words: string;
	/** 'ended', 'dead', 'unanswered', or the browser's error code. */
	readonly end: string;
}

export interface Hearing {
	/** Settles once, also for a browser that never says a word; never rejects. */
	readonly over: Promise<Heard>;
	/** Lets the browser finish its words. */
	readonly stop: () => void;
	/** Ends at once. */
	readonly drop: () => void;
}

/** Listens once over a recognizer nobody else uses; everything it waits for has a limit. */
export function hear(recognizer: Recognizer, tools: HearTools): Hearing {
	const ended = new AbortController();
	const { promise: over, resolve } = Promise.withResolvers<Heard>();
	let hears: Hears = { phase: 'starting', words: '', unsure: '' };
	let isStopping = false;
	/** The one thing that is waited for now. */
	let callOff: () => void = () => undefined;
	let callOffWhole: () => void = () => undefined;

	const wait = (ms: number, act: () => void): void => {
		callOff();
		callOff = tools.after(ms, act);
	};
	const change = (more: Partial<Hears>): void => tools.onChange((hears = { ...hears, ...more }));

	const finish = (end: string): void => {
		if (ended.signal.aborted) return;
		ended.abort();
		callOff();
		callOffWhole();
		quietly(() => recognizer.abort());
		resolve({ words: joinWords(hears.words, hears.unsure), end });
	};

	const stop = (): void => {
		if (isStopping || ended.signal.aborted) return;
		isStopping = true;
		wait(STOP_MS, () => finish('ended'));
		quietly(() => recognizer.stop());
	};

	const awaitSound = (): void => wait(DEAD_START_MS, () => finish('dead'));

	const onSound = (): void => {
		if (isStopping) return;
		wait(SILENCE_MS, stop);
		if (hears.phase === 'open') return;
		callOffWhole = tools.after(LISTEN_MS, stop);
		change({ phase: 'open' });
	};

	const onResult = (event: Event): void => {
		onSound();
		change(resultsToWords((event as SpeechRecognitionEvent).results));
	};

	const onError = (event: Event): void => {
		const { error } = event as SpeechRecognitionErrorEvent;
		finish(isStopping && error === 'aborted' ? 'ended' : error);
	};

	const onAnswer = (): void => {
		if (hears.phase !== 'asking') return;
		change({ phase: 'starting' });
		awaitSound();
	};

	const on = (type: string, act: (event: Event) => void): void =>
		recognizer.addEventListener(type, act, { signal: ended.signal });
	for (const type of ['audiostart', 'soundstart', 'speechstart']) on(type, onSound);
	on('result', onResult);
	on('error', onError);
	on('end', () => finish('ended'));

	awaitSound();
	tools.onChange(hears);
	try {
		recognizer.start();
	} catch (cause) {
		finish(cause instanceof Error ? cause.name : String(cause));
	}
	void tools.asksFirst(onAnswer, ended.signal).then((asks) => {
		if (!asks || hears.phase !== 'starting' || isStopping || ended.signal.aborted) return;
		change({ phase: 'asking' });
		wait(ANSWER_MS, () => finish('unanswered'));
	});
	return { over, stop, drop: () => finish('ended') };
}

function resultsToWords(results: SpeechRecognitionResultList): Pick<Hears, 'words' | 'unsure'> {
	const all = [...results].map((result) => ({
		isFinal: result.isFinal,
		words: result[0]?.transcript ?? ''
	}));
	const textOf = (isFinal: boolean): string =>
		joinWords(...all.filter((one) => one.isFinal === isFinal).map(({ words }) => words));
	return { words: textOf(true), unsure: textOf(false) };
}

/** The browser's pieces begin with a space, or not. */
export function joinWords(...pieces: readonly string[]): string {
	return pieces
		.map((piece) => piece.trim())
		.filter((piece) => piece !== '')
		.join(' ');
}

/** A recognizer that is already over throws when it is told to end; it may. */
function quietly(act: () => void): void {
	try {
		act();
	} catch {
		// It is over, which is what was wanted.
	}
}
