import type { Locator, Page } from '@playwright/test';
import type { ListPage } from '../../tests/support/list-page.ts';
import { pause } from './screen.ts';

/** Nobody waits for longer than this for what somebody else did: it counts as missing. */
const MISSING_AFTER_MS = 5_000;
const FRAME_MS = 1_000 / 60;
const MOST_TRIES = 5;

/**
 * Ticks a row on one screen, or takes its tick away.
 * @returns ms until the frame in which the other screen shows it; null when it never does
 */
export async function timeTick(
	from: ListPage,
	to: ListPage,
	name: string,
	isTicked: boolean
): Promise<number | null> {
	const drawnAt = await watchRow(to.page, name, isTicked);
	const tappedAt = await tap(from.tick(name));
	const shownAt = await drawnAt();
	return shownAt === null ? null : shownAt - tappedAt;
}

/** @returns when, as the browser stamped it before any code of the page had run, in wall-clock ms */
async function tap(box: Locator): Promise<number> {
	for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
		const hit = await box.evaluateHandle(noteClick);
		await box.hover();
		// A browser hears of a pointer's moves with its frames; a click right after one would be in step with them.
		await pause(Math.random() * FRAME_MS);
		await box.page().mouse.down();
		await box.page().mouse.up();
		const tappedAt = await hit.evaluate((hit) => hit.end());
		await hit.dispose();
		if (tappedAt !== null) return tappedAt;
	}
	throw new Error('The row moved away under every tap.');
}

/**
 * Runs in the page. A row may have moved meanwhile: a click on anything else has no effect.
 * @returns what ends it, and tells when this was clicked
 */
function noteClick(box: Element): { end(): number | null } {
	let clickedAt: number | null = null;
	const note = (event: Event) => {
		if (event.target === box) clickedAt = performance.timeOrigin + event.timeStamp;
		else event.preventDefault();
	};
	addEventListener('click', note, { capture: true });
	return {
		end() {
			removeEventListener('click', note, { capture: true });
			return clickedAt;
		}
	};
}

/**
 * Watches for a row from now on, frame by frame.
 * @returns what tells when the frame that shows it like this was drawn, in wall-clock ms; null when it never was
 */
export async function watchRow(
	page: Page,
	name: string,
	isTicked: boolean
): Promise<() => Promise<number | null>> {
	const given = { label: `${name},`, isTicked, limitMs: MISSING_AFTER_MS };
	// The handle is there as soon as the first look was taken; what it holds comes later.
	const handle = await page.evaluateHandle(({ label, isTicked, limitMs }) => {
		const startedAt = performance.now();
		return { drawnAt: new Promise<number | null>(look) };

		function look(resolve: (at: number | null) => void): void {
			// Found anew each time, because a row that moves into the cart is another element.
			const box = document.querySelector<HTMLInputElement>(`input[aria-label^="${label}"]`);
			if (box?.checked === isTicked) return drawn(resolve);
			if (performance.now() - startedAt > limitMs) return resolve(null);
			requestAnimationFrame(() => look(resolve));
		}

		/** The first task after the frame's own callbacks runs when it has been laid out and painted. */
		function drawn(resolve: (at: number) => void): void {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
			port2.postMessage(null);
		}
	}, given);
	return () => handle.evaluate(({ drawnAt }) => drawnAt).finally(() => handle.dispose());
}
