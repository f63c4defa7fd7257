/** What browsers have of the Web Speech API; TypeScript's own types know its events and nothing else. */
export interface Recognizer extends EventTarget {
	lang: string;
	continuous: boolean;
	interimResults: boolean;
	/** On this device or not at all; absent where the browser knows no such choice. */
	processLocally?: boolean;
	start: () => void;
	abort: () => void;
	stop: () => void;
}

export type Availability = 'available' | 'downloadable' | 'downloading' | 'unavailable';

interface RecognizerClass {
	new (): Recognizer;
	available?: (options: { langs: string[]; processLocally: boolean }) => Promise<Availability>;
	install?: (options: { langs: string[]; processLocally: boolean }) => Promise<boolean>;
}

/** Where sound becomes words. */
export type Where = 'device' | 'service';

/** The browser's speech, as far as it has any. Every question may also be refused, or never be answered. */
export interface Speech {
	/** Whether the language can be recognized on this device. */
	available: () => Promise<Availability>;
	/** Downloads the language; only a tap may ask for it. @returns whether it is there now */
	install: () => Promise<boolean>;
	create: (where: Where) => Recognizer;
}

/** The part of `window` that matters here. */
export interface SpeechWindow {
	readonly SpeechRecognition?: RecognizerClass;
	readonly webkitSpeechRecognition?: RecognizerClass;
	readonly navigator: { readonly language: string; readonly userAgent: string };
}

/** @returns null where the browser has no speech recognition */
export function findSpeech(page: SpeechWindow): Speech | null {
	const Found = page.SpeechRecognition ?? page.webkitSpeechRecognition;
	if (!Found) return null;
	// What is read are English words, whatever the language of the browser.
	const lang = page.navigator.language.startsWith('en') ? page.navigator.language : 'en-US';
	const options = { langs: [lang], processLocally: true };
	return {
		available: async () => (await Found.available?.(options)) ?? 'unavailable',
		install: async () => (await Found.install?.(options)) ?? false,
		create(where) {
			const recognizer = new Found();
			recognizer.lang = lang;
			recognizer.interimResults = true;
			// Chrome on Android repeats what it heard before when it is told to go on by itself.
			recognizer.continuous = !page.navigator.userAgent.includes('Android');
			if (where === 'device') recognizer.processLocally = true;
			return recognizer;
		}
	};
}
