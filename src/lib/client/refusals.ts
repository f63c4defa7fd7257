import { tryToDescribe } from '#lib/domain/mutation-text.ts';
import type { Rows } from '#lib/domain/row.ts';
import type { DeadEntry } from './db.ts';

/** A refused edit, as the tray shows it. */
export interface NotSavedEntry {
	readonly muid: string;
	/** What was done, such as "Milk, 2 gallons" or 'Renamed "Chips" to "Tortilla chips"'. */
	readonly title: string;
	/** Why the server refused it, as a sentence. */
	readonly reason: string;
	/** What "Copy" gives. */
	readonly text: string;
	/** Whether it can be done anew. */
	readonly canRetry: boolean;
}

/** @param dead oldest first @returns newest first */
export function toEntries(dead: readonly DeadEntry[], rows: Rows): NotSavedEntry[] {
	return dead
		.map(({ muid, entry, message, unreadable, ...known }) => {
			const title = entry && tryToDescribe(rows, entry, known);
			if (title === null) return toUnreadable(muid, message, unreadable ?? JSON.stringify(entry));
			const { listName } = known;
			const reason = listName === undefined ? message : `“${listName}”: ${message}`;
			return { muid, title, reason, text: `${title}. ${reason}`, canRetry: true };
		})
		.reverse();
}

const toUnreadable = (muid: string, reason: string, text: string): NotSavedEntry => ({
	muid,
	title: 'A change that cannot be read',
	reason,
	text,
	canRetry: false
});
