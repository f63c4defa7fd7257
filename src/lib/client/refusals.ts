import { describeMutation } from '#lib/domain/mutation-text.ts';
import type { Rows } from '#lib/domain/row.ts';
import type { DeadEntry } from './db.ts';

/** A refused edit, as the tray shows it. */
export interface NotSavedEntry {
	readonly muid: string;
	/** What was done, such as "Milk, 2 gallons" or 'Renamed "Chips" to "Tortilla chips"'. */
	readonly title: string;
	/** Why the server refused it, as a sentence. */
	readonly reason: string;
	/** When it was done, in wall-clock ms. */
	readonly at: number;
	/** What "Copy" gives. */
	readonly text: string;
}

/** @param dead oldest first @returns newest first */
export function toEntries(dead: readonly DeadEntry[], rows: Rows): NotSavedEntry[] {
	return dead
		.map(({ muid, entry, message, ...known }) => {
			const title = describeMutation(rows, entry, known);
			const { listName } = known;
			const reason = listName === undefined ? message : `“${listName}”: ${message}`;
			return { muid, title, reason, at: entry.at, text: `${title}. ${reason}` };
		})
		.reverse();
}
