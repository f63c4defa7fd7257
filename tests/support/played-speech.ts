import type { Page } from '@playwright/test';

/** What a page does in place of the browser's speech, which needs a microphone and its maker's service. */
interface PlayedRecognizer extends EventTarget {
	processLocally?: boolean;
}

declare global {
	var played: PlayedRecognizer[];
}

/**
 * Plays the browser's own speech recognition in every page that opens from now on: a real one hears no sound here,
 * and its service is on the internet. All else is the real app in a real browser.
 */
export async function playSpeech(
	page: Page,
	onDevice: 'available' | 'downloadable' | 'unavailable'
): Promise<void> {
	await page.addInitScript((availability) => {
		globalThis.played = [];
		class SpeechRecognition extends EventTarget {
			static available = () => Promise.resolve(availability);
			static install = () => Promise.resolve(true);
			processLocally = false;
			start(): void {
				globalThis.played.push(this);
			}
			stop(): void {
				this.dispatchEvent(new Event('end'));
			}
			abort(): void {
				this.dispatchEvent(new Event('end'));
			}
		}
		Object.assign(globalThis, { SpeechRecognition });
	}, onDevice);
}

/** Where the one that was started last turns sound into words. */
export function isOnDevice(page: Page): Promise<boolean | undefined> {
	return page.evaluate(() => globalThis.played.at(-1)?.processLocally);
}

/** Waits until something was started, and lets it hear. */
export async function speak(page: Page, settled: string, unsure = ''): Promise<void> {
	await page.waitForFunction(() => globalThis.played.length > 0);
	await page.evaluate(
		([settled, unsure]) => {
			const results = [
				Object.assign([{ transcript: settled }], { isFinal: true }),
				Object.assign([{ transcript: unsure }], { isFinal: false })
			];
			const recognizer = globalThis.played.at(-1);
			recognizer?.dispatchEvent(new Event('audiostart'));
			recognizer?.dispatchEvent(Object.assign(new Event('result'), { results }));
		},
		[settled, unsure] as const
	);
}

/** Lets it end by itself, with an error or without. */
export async function endSpeech(page: Page, error?: string): Promise<void> {
	await page.waitForFunction(() => globalThis.played.length > 0);
	await page.evaluate((error) => {
		const recognizer = globalThis.played.at(-1);
		if (error !== undefined)
			recognizer?.dispatchEvent(Object.assign(new Event('error'), { error }));
		recognizer?.dispatchEvent(new Event('end'));
	}, error);
}
