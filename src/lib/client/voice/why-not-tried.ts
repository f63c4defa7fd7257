import { VOICE_SENTENCES } from './voice-words.ts';

/** What a browser says of itself. */
export interface BrowserFacts {
	readonly isSecure: boolean;
	readonly hasSpeech: boolean;
	/** Opened from the Home Screen, without the browser around it. */
	readonly isInstalled: boolean;
	readonly userAgent: string;
	readonly touchPoints: number;
}

/** @returns why this browser is not even asked to listen, in words; '' when it may be tried */
export function whyNotTried(browser: BrowserFacts): string {
	if (!browser.isSecure) return VOICE_SENTENCES.insecure;
	// There it has the function, which takes the call and never does anything.
	if (isApplePhone(browser) && browser.isInstalled) return VOICE_SENTENCES.homeScreen;
	if (isApplePhone(browser) && !isSafari(browser)) return VOICE_SENTENCES.notSafari;
	return browser.hasSpeech ? '' : VOICE_SENTENCES.absent;
}

/** iPhone and iPad; an iPad calls itself a Mac, but no Mac has a touch screen. */
function isApplePhone({ userAgent, touchPoints }: BrowserFacts): boolean {
	return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1);
}

/** Others name themselves beside Safari, or, inside of an app, do not name it. */
function isSafari({ userAgent }: BrowserFacts): boolean {
	return (
		/ Version\/\S+ .*Safari\//.test(userAgent) &&
		!/CriOS|FxiOS|EdgiOS|OPiOS|OPT\/|GSA\/|DuckDuckGo|YaBrowser|Brave/.test(userAgent)
	);
}
