import type { Page } from '@playwright/test';

declare global {
	interface Window {
		/** By row: what its tick has shown, one entry for each change. */
		ticksShown: Map<string, boolean[]>;
	}
}

/**
 * Watches what every tick on the page shows, frame by frame, from now on until the page goes.
 * @returns what asks for it: by the name of the row, one entry for each change, with what it showed first
 */
export async function recordTicks(page: Page): Promise<() => Promise<Record<string, boolean[]>>> {
	await page.evaluate(() => {
		window.ticksShown = new Map();
		const look = () => {
			for (const tick of document.querySelectorAll<HTMLInputElement>('li input[type=checkbox]')) {
				const id = tick.closest('[data-row]')?.getAttribute('data-row') ?? '';
				const shown = window.ticksShown.get(id) ?? [];
				if (shown.at(-1) !== tick.checked) window.ticksShown.set(id, [...shown, tick.checked]);
			}
			requestAnimationFrame(look);
		};
		look();
	});
	return () =>
		page.evaluate(() =>
			Object.fromEntries(
				[...document.querySelectorAll('[data-row]')].map((row) => [
					row.querySelector('.name')?.textContent ?? '',
					window.ticksShown.get(row.getAttribute('data-row') ?? '') ?? []
				])
			)
		);
}
