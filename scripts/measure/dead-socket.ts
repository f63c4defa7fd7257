import type { Page } from '@playwright/test';
import { watchRow } from './frame.ts';
import { withPhonesOnLines } from './phones.ts';
import type { Row } from './row.ts';
import { isShown, isSoInTime, pause } from './screen.ts';

const RETURNS = 3;
/** More than the 10 s after which a device does not trust its socket any more. */
const AWAY_MS = 11_000;
const GOAL_MS = 300;

/** A phone comes out of a pocket, and its connection died in there without a word. */
export const comingBack: Row = {
	what: `socket silently dead, back after ${AWAY_MS / 1_000} s, ${RETURNS} times`,
	goal: `what was missed is shown in ${GOAL_MS} ms`,
	measure: ({ tell }) =>
		withPhonesOnLines('milk', async ({ ann, ben }, lines) => {
			const taken: number[] = [];
			for (let time = 1; time <= RETURNS; time += 1) {
				const name = `Missed${time}x`;
				await look(ann.list.page, { isHidden: true });
				lines.ann.killSilently();
				await ben.list.add(name);
				await isShown(ben.list.tick(name));
				await pause(AWAY_MS);
				const drawnAt = await watchRow(ann.list.page, name, false);
				const backAt = await look(ann.list.page, { isHidden: false });
				const ms = ((await drawnAt()) ?? Infinity) - backAt;
				taken.push(ms);
				tell(`back ${time} of ${RETURNS}: ${msToWords(ms)}`);
			}
			return {
				ours: taken.map(msToWords).join(', '),
				isMet: Math.max(...taken) < GOAL_MS
			};
		})
};

const msToWords = (ms: number): string =>
	Number.isFinite(ms) ? `${ms.toFixed(0)} ms` : 'not in time';

const GOAL_OPEN_S = 30;
/** Long enough to find out that it never comes. */
const PATIENCE_MS = 65_000;

/** A tablet in the kitchen that nobody touches. */
export const leftOpen: Row = {
	what: 'socket silently dead, page left lying open',
	goal: `socket replaced in ${GOAL_OPEN_S} s`,
	measure: ({ tell }) =>
		withPhonesOnLines('milk', async ({ ann, ben }, lines) => {
			const { page } = ann.list;
			const diedAt = performance.now();
			const seconds = () => (performance.now() - diedAt) / 1_000;
			let replaced = Infinity;
			page.on('websocket', () => (replaced = Math.min(replaced, seconds())));
			lines.ann.killSilently();
			await ben.list.add('bread');
			tell(`waiting for up to ${PATIENCE_MS / 1_000} s`);
			const isSeen = await isSoInTime(() => ann.list.tick('Bread').isVisible(), PATIENCE_MS);
			if (!isSeen) return { ours: 'what was missed is never shown', isMet: false };
			return {
				ours: `replaced in ${replaced.toFixed(1)} s, all shown in ${seconds().toFixed(1)} s`,
				isMet: replaced < GOAL_OPEN_S
			};
		})
};

/** What the page hears when it goes out of sight and comes back. @returns when, in wall-clock ms */
function look(page: Page, { isHidden }: { readonly isHidden: boolean }): Promise<number> {
	return page.evaluate((value) => {
		Object.defineProperty(document, 'hidden', { value, configurable: true });
		const at = performance.timeOrigin + performance.now();
		document.dispatchEvent(new Event('visibilitychange'));
		return at;
	}, isHidden);
}
