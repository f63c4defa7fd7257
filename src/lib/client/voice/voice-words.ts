/** The last rung is on every phone, and asks nobody. */
const KEYBOARD = 'Use the microphone on your keyboard.';
const AGAIN = `Press the microphone to try again, or use the one on your keyboard.`;

/** Why there is no listening, and what to do instead. */
export const VOICE_SENTENCES = {
	insecure: `Over plain http a browser lends nobody its microphone; over https it does. ${KEYBOARD}`,
	homeScreen: `On an iPhone or iPad, apps on the Home Screen cannot listen. ${KEYBOARD}`,
	notSafari: `On an iPhone or iPad, only Safari can listen. ${KEYBOARD}`,
	absent: `This browser does not turn speech into words. ${KEYBOARD}`,
	dead: `This browser does not begin to listen. ${KEYBOARD}`,
	chosen: KEYBOARD
} as const;

/** Every code of the Web Speech API, and our own two. */
const ENDS: Readonly<Record<string, string>> = {
	dead: VOICE_SENTENCES.dead,
	unanswered: `The browser asked for the microphone and got no answer. ${AGAIN}`,
	ended: `Nothing was heard. ${AGAIN}`,
	'no-speech': `Nothing was heard. ${AGAIN}`,
	aborted: `Something else took the microphone. ${AGAIN}`,
	'audio-capture': `No microphone was found. ${KEYBOARD}`,
	network: `The browser’s speech service cannot be reached. ${AGAIN}`,
	'not-allowed': `This site may not use the microphone; the browser’s settings for it can change that. ${KEYBOARD}`,
	'service-not-allowed': `The browser does not let this site use its speech service. ${KEYBOARD}`,
	'language-not-supported': `The browser’s speech service does not know English. ${KEYBOARD}`,
	'bad-grammar': `The browser’s speech service could not work with this page. ${KEYBOARD}`
};

const MAX_CODE_LENGTH = 40;

/** Why listening ended with no word heard. */
export function endToWords(end: string): string {
	if (Object.hasOwn(ENDS, end)) return ENDS[end] ?? '';
	return `The browser stopped listening (${end.slice(0, MAX_CODE_LENGTH)}). ${KEYBOARD}`;
}

/** What is said beside the words that were heard, when listening did not end by itself; '' when it did. */
export function endAfterWords(end: string): string {
	return ['ended', 'no-speech', 'aborted'].includes(end) ? '' : 'Listening broke off here.';
}
