import type { HistoryEntry } from '#lib/domain/price-history.ts';

/** How far back a history is looked at. */
export interface Range {
	readonly label: string;
	/** null: all of it. */
	readonly days: number | null;
}

export const RANGES = [
	{ label: '1 month', days: 30 },
	{ label: '3 months', days: 90 },
	{ label: '1 year', days: 365 },
	{ label: 'All', days: null }
] as const satisfies readonly Range[];

const DAY_MS = 24 * 3_600_000;
/** All of a short history is still some time, or a chart of it would be one dot. */
const LEAST_DAYS = 30;

/** Where a range begins, in wall-clock ms. */
export function rangeStart(
	{ days }: Range,
	entries: readonly HistoryEntry[],
	nowMs: number
): number {
	if (days !== null) return nowMs - days * DAY_MS;
	return Math.min(entries[0]?.at ?? nowMs, nowMs - LEAST_DAYS * DAY_MS);
}
