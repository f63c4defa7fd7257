import type { Row } from './row.ts';

/** Which product somebody of the list picked for a name, so that the next "milk" is the same milk. */
export interface Choice extends Row {
	/** `normalizeName` of what is written on the row. */
	readonly norm: string;
	/** null: forgotten, and the catalog decides again. */
	readonly productId: string | null;
}

/** As many as a list remembers. */
export const MAX_CHOICES = 2_000;

/** One for each name of a list, whoever picks: two people who pick unseen write the same row. */
export const choiceId = (listId: string, norm: string): string => `${listId}/${norm}`;
