import { hear, type Hearing, type Hears, type HearTools } from './hear.ts';
import type { Speech, Where } from './speech.ts';
import type { VoiceMemory } from './voice-memory.ts';
import { endAfterWords, endToWords, VOICE_SENTENCES } from './voice-words.ts';

/** How long a browser may think about what it can do; then it cannot. */
export const LOOK_MS = 1_000;
/** A language pack is some tens of MB. */
export const DOWNLOAD_MS = 180_000;

export interface ListenTools extends Pick<HearTools, 'after' | 'asksFirst'> {
	/** null where the browser has none. */
	readonly speech: Speech | null;
	/** Why listening is not even tried, or ''. */
	readonly whyNot: string;
	readonly memory: Pick<VoiceMemory, 'agreedAt' | 'agree' | 'isDead' | 'setDead'>;
	readonly now: () => Date;
}

export type VoiceState =
	/** Waits for `answer`. */
	| { readonly kind: 'asking'; readonly about: 'download' | 'service'; readonly note: string }
	| { readonly kind: 'downloading' }
	| ({ readonly kind: 'listening'; readonly where: Where } & Hears)
	/** It is over, and these are the words. `note` says why it broke off, or is ''. */
	| { readonly kind: 'heard'; readonly words: string; readonly note: string }
	/** It is over without a word: why, and that the keyboard can listen. */
	| { readonly kind: 'keyboard'; readonly sentence: string };

export interface Listening {
	/** What the person says to what is asked. */
	readonly answer: (isYes: boolean) => void;
	/** Lets the last words come. */
	readonly stop: () => void;
	/** Ends at once; no state follows. */
	readonly end: () => void;
}

/**
 * Turns speech into words by the best way there is: on this device, else by the browser's own service if the person
 * allows it, else by the microphone of the keyboard. What cannot be tried is told before this returns.
 */
export function listen(tools: ListenTools, onState: (state: VoiceState) => void): Listening {
	const { memory, after } = tools;
	let isOver = false;
	let answer: (isYes: boolean) => void = () => undefined;
	let hearing: Hearing | null = null;

	const tell = (state: VoiceState): void => {
		if (!isOver) onState(state);
	};

	const ask = (about: 'download' | 'service', note = ''): Promise<boolean> => {
		const { promise, resolve } = Promise.withResolvers<boolean>();
		answer = resolve;
		tell({ kind: 'asking', about, note });
		return promise;
	};

	async function climb(): Promise<void> {
		const { speech, whyNot } = tools;
		if (whyNot !== '' || !speech) {
			tell({ kind: 'keyboard', sentence: whyNot || VOICE_SENTENCES.absent });
			return;
		}
		const device = await onDevice(speech);
		if (device === 'there' && (await isHeard(speech, 'device'))) return;
		if (memory.isDead('service')) {
			tell({ kind: 'keyboard', sentence: VOICE_SENTENCES.dead });
			return;
		}
		if (memory.agreedAt === null) {
			const note = device === 'failed' ? 'The download did not work.' : '';
			if (!(await ask('service', note))) {
				tell({ kind: 'keyboard', sentence: VOICE_SENTENCES.chosen });
				return;
			}
			memory.agree(tools.now());
		}
		await isHeard(speech, 'service');
	}

	async function onDevice(speech: Speech): Promise<'there' | 'not there' | 'failed'> {
		if (memory.isDead('device')) return 'not there';
		const availability = await within(LOOK_MS, speech.available(), 'unavailable');
		if (availability === 'available') return 'there';
		// Whoever chose the service before is not asked about a download every time.
		if (availability === 'unavailable' || memory.agreedAt !== null) return 'not there';
		if (!(await ask('download'))) return 'not there';
		tell({ kind: 'downloading' });
		return (await within(DOWNLOAD_MS, speech.install(), false)) ? 'there' : 'failed';
	}

	/** @returns false when the next rung should be tried */
	async function isHeard(speech: Speech, where: Where): Promise<boolean> {
		if (isOver) return true;
		const { asksFirst } = tools;
		const onChange = (hears: Hears): void => tell({ kind: 'listening', where, ...hears });
		hearing = hear(speech.create(where), { after, asksFirst, onChange });
		const { words, end } = await hearing.over;
		if (end === 'dead' && !isOver) memory.setDead(where);
		if (words !== '') tell({ kind: 'heard', words, note: endAfterWords(end) });
		else if (where === 'device' && CANNOT_HERE.has(end)) return false;
		else tell({ kind: 'keyboard', sentence: endToWords(end) });
		return true;
	}

	function within<T>(ms: number, asked: Promise<T>, otherwise: T): Promise<T> {
		const { promise, resolve } = Promise.withResolvers<T>();
		const callOff = after(ms, () => resolve(otherwise));
		asked.then(resolve, () => resolve(otherwise)).finally(callOff);
		return promise;
	}

	void climb();
	return {
		answer: (isYes) => answer(isYes),
		stop: () => hearing?.stop(),
		end() {
			isOver = true;
			hearing?.drop();
		}
	};
}

/** Ends that speak of recognition on this device only. */
const CANNOT_HERE = new Set(['dead', 'language-not-supported', 'service-not-allowed']);
