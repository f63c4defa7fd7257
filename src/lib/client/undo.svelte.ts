import type { UndoEntry } from './db.ts';
import type { Replica } from './replica.ts';

/** What can be taken back; survives a reload because it is kept beside the outbox. */
export class UndoStack {
	#latest = $state.raw<UndoEntry | null>(null);
	readonly #replica: Replica;

	constructor(replica: Replica) {
		this.#replica = replica;
		this.#latest = replica.undoEntries.at(-1) ?? null;
		replica.subscribe(() => {
			this.#latest = replica.undoEntries.at(-1) ?? null;
		});
	}

	/** The act that the snackbar offers to take back. */
	get latest(): UndoEntry | null {
		return this.#latest;
	}

	/** Takes back the latest act on this list. @returns its label, or null when there is none. */
	undo(listId: string): string | null {
		return this.#replica.undo(listId);
	}
}
