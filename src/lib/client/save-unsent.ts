import { tryToDescribe } from '#lib/domain/mutation-text.ts';
import type { Replica } from './replica.ts';

const MIME_TYPE = 'application/json';

/**
 * Gives the person a file with everything that was done here and is not on the server: in words, for whoever reads it,
 * and exactly, for whoever has to bring it back.
 * @param now wall-clock ms
 */
export function saveUnsent(replica: Replica, now: number): void {
	const url = URL.createObjectURL(new Blob([unsentOf(replica, now)], { type: MIME_TYPE }));
	const link = document.createElement('a');
	link.href = url;
	link.download = `groceries-not-on-the-server-${new Date(now).toISOString().slice(0, 10)}.json`;
	link.click();
	URL.revokeObjectURL(url);
}

/** The file's text. */
export function unsentOf({ view, unconfirmed, dead }: Replica, now: number): string {
	const waiting = unconfirmed.map((entry) => ({
		what: tryToDescribe(view, entry),
		list: view.lists.get(entry.args.listId)?.name ?? null,
		doneAt: new Date(entry.at).toISOString(),
		edit: entry
	}));
	const refused = dead.map(({ entry, message, unreadable, itemName, listName }) => ({
		what: entry ? tryToDescribe(view, entry, { itemName, listName }) : null,
		why: message,
		edit: entry ?? unreadable
	}));
	const file = { savedAt: new Date(now).toISOString(), waiting, refused };
	return JSON.stringify(file, null, '\t');
}
