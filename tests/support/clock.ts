import type { Device } from './browser.ts';

export const DAY_MS = 24 * 3_600_000;

/** After this script `Date`, and no timer, is off by so many ms; run again, by so many others. */
const shiftDate = (byMs: number): string => `
	globalThis.clockShiftMs = ${byMs};
	globalThis.RightDate ??= Date;
	globalThis.Date = class extends RightDate {
		constructor(...given) {
			if (given.length === 0) super(Date.now());
			else super(...given);
		}
		static now() {
			return RightDate.now() + globalThis.clockShiftMs;
		}
	};
`;

/**
 * Puts the clock of a device wrong, or on, by so many ms; the first time before the app is opened, because the app takes
 * its clock from there.
 */
export async function shiftClock({ context }: Device, byMs: number): Promise<void> {
	await context.addInitScript(shiftDate(byMs));
	for (const page of context.pages()) await page.evaluate(shiftDate(byMs));
}

/** The variables of a server whose clock is so many ms ahead. */
export const clockAhead = (byMs: number): Record<string, string> => ({
	NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(shiftDate(byMs))}`
});
