import type { Cents } from './money.ts';
import type { Row } from './row.ts';

export interface List extends Row {
	readonly name: string;
	/** Wall-clock ms; the list lies in the bin, with all its items, until it is restored or purged. */
	readonly deletedAt: number | null;
	/** What the whole list may cost; null when nobody has said. */
	readonly budgetCents: Cents | null;
	/** Sales tax on what is taxable, in hundredths of a percent. */
	readonly taxBasisPoints: number;
	/** Where the household shops; '' when nobody has said. Prices it paid elsewhere do not count here. */
	readonly store: string;
}

/** The fields of a list that a person writes, but for its name. */
export interface ListPatch {
	readonly budgetCents?: Cents | null;
	readonly taxBasisPoints?: number;
	readonly store?: string;
}

/** $999,999.99. */
export const MAX_BUDGET_CENTS = 99_999_999;
/** 30 %: more than any state takes. */
export const MAX_TAX_BASIS_POINTS = 3_000;
/** What a list has until somebody says otherwise. */
export const PLAIN_LIST = { budgetCents: null, taxBasisPoints: 0, store: '' } as const;

/** The name of the list that a first visit finds. */
export const FIRST_LIST_NAME = 'Groceries';
export const MAX_LIVE_ITEMS = 1_000;
/** As many lists as one person can be on. */
export const MAX_LISTS = 50;
