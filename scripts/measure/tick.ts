import { setOffline } from '../../tests/support/household.ts';
import { ListPage } from '../../tests/support/list-page.ts';
import { quantile } from '../bench/timing.ts';
import { timeTick } from './frame.ts';
import { withPhones } from './phones.ts';
import type { Found, Row } from './row.ts';
import { pause } from './screen.ts';

const THINGS = ['Milk', 'Eggs', 'Bread', 'Butter', 'Coffee', 'Apples', 'Rice', 'Salt'] as const;
const TICKS = 300;
const GOAL_P95_MS = 30;
const TELL_EVERY = 50;

/** Two Chromiums and the server on one machine: from the tap to the frame in which the other person sees it. */
export const tickToTheOtherScreen: Row = {
	what: `tick to the other screen, ${TICKS} ticks`,
	goal: `p95 < ${GOAL_P95_MS} ms, none missing`,
	measure: ({ tell }) =>
		withPhones(THINGS.join(', '), async ({ ann, ben }) => {
			const taken = await timeTicks(ann.list, ben.list, TICKS, (done) => {
				if (done % TELL_EVERY === 0) tell(`${done} of ${TICKS} ticks`);
			});
			return timesToFound(taken, GOAL_P95_MS);
		})
};

const TICKS_BETWEEN_TABS = 40;
/** What nobody takes for a delay. */
const AT_ONCE_MS = 100;

export const twoTabsOffline: Row = {
	what: `two tabs offline, ${TICKS_BETWEEN_TABS} ticks`,
	goal: `see each other at once: p95 < ${AT_ONCE_MS} ms`,
	measure: () =>
		withPhones(THINGS.join(', '), async ({ ann }) => {
			const second = await openBeside(ann.list);
			await second.ticks.last().waitFor();
			await setOffline(true, ann.device);
			const taken = await timeTicks(ann.list, second, TICKS_BETWEEN_TABS, () => undefined);
			return timesToFound(taken, AT_ONCE_MS);
		})
};

/** The same list in a window of its own: a tab behind another one draws about once a second. */
async function openBeside({ page }: ListPage): Promise<ListPage> {
	const opened = page.context().waitForEvent('page');
	await page.evaluate(() => void window.open(location.href, '', 'popup,noopener'));
	return new ListPage(await opened);
}

/** Between ticks, and never the same: in step with the frames of the other screen it would be luck. */
const REST_MS = 60;
const MORE_REST_MS = 80;

/** @returns ms for each; null for one that never came */
async function timeTicks(
	from: ListPage,
	to: ListPage,
	times: number,
	onDone: (done: number) => void
): Promise<(number | null)[]> {
	const taken: (number | null)[] = [];
	for (let i = 0; i < times; i += 1) {
		const name = THINGS[i % THINGS.length] ?? THINGS[0];
		const isTicked = Math.floor(i / THINGS.length) % 2 === 0;
		taken.push(await timeTick(from, to, name, isTicked));
		onDone(i + 1);
		await pause(REST_MS + Math.random() * MORE_REST_MS);
	}
	return taken;
}

function timesToFound(taken: readonly (number | null)[], goalP95Ms: number): Found {
	const times = taken.filter((ms) => ms !== null);
	const missing = taken.length - times.length;
	if (times.length === 0) return { ours: 'none ever came', isMet: false };
	const p95 = quantile(times, 0.95);
	const [p50, most] = [quantile(times, 0.5), Math.max(...times)].map((ms) => ms.toFixed(0));
	return {
		ours: `p50 ${p50}, p95 ${p95.toFixed(0)}, max ${most} ms, ${missing} missing`,
		isMet: p95 < goalP95Ms && missing === 0
	};
}
