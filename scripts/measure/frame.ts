import type { Locator, Page } from '@playwright/test';
import type { ListPage } from '../../tests/support/list-page.ts';
import { pause } from './screen.ts';

/** Nobody waits for longer than this for what somebody else did: it counts as missing. */
const MISSING_AFTER_MS = 5_000;
const FRAME_MS = 1_000 / 60;

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
	await noteNextTap(from.page);
	await tapOutOfStep(from.tick(name));
	const shownAt = await drawnAt();
	return shownAt === null ? null : shownAt - (await tappedAt(from.page));
}

/** A browser hears of a pointer's moves with its frames, and a click right after one would always be in step with them. */
async function tapOutOfStep(box: Locator): Promise<void> {
	await box.hover();
	await pause(Math.random() * FRAME_MS);
	await box.page().mouse.down();
	await box.page().mouse.up();
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

/** As the browser stamps it, before any code of the page has run. */
async function noteNextTap(page: Page): Promise<void> {
	await page.evaluate(() => {
		const note = ({ timeStamp }: Event) => {
			document.documentElement.dataset['tappedAt'] = String(performance.timeOrigin + timeStamp);
		};
		addEventListener('click', note, { capture: true, once: true });
	});
}

/** @returns in wall-clock ms */
const tappedAt = (page: Page): Promise<number> =>
	page.evaluate(() => Number(document.documentElement.dataset['tappedAt']));
