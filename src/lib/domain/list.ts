import type { Row } from './row.ts';

export interface List extends Row {
	readonly name: string;
	/** Wall-clock ms; the list lies in the bin, with all its items, until it is restored or purged. */
	readonly deletedAt: number | null;
}

/** The name of the list that a first visit finds. */
export const FIRST_LIST_NAME = 'Groceries';
export const MAX_LIVE_ITEMS = 1_000;
/** As many lists as one person can be on. */
export const MAX_LISTS = 50;
