import type { DeadEntry } from './db.ts';
import type { NotSavedEntry } from './refusals.ts';
import type { Replica } from './replica.ts';

/** The tray of edits that the server refused, until somebody decides about each. */
export class NotSaved {
	/** Newest first. */
	entries = $state.raw<readonly NotSavedEntry[]>([]);
	#seen: readonly DeadEntry[] = [];
	readonly #replica: Replica;

	constructor(replica: Replica) {
		this.#replica = replica;
		const look = () => {
			if (replica.dead !== this.#seen) void this.#describe((this.#seen = replica.dead));
		};
		look();
		replica.subscribe(look);
	}

	/** Does the edit anew, as if it were done now. */
	retry(muid: string): void {
		this.#replica.retry(muid);
	}

	/** Gives the edit up. */
	drop(muid: string): void {
		this.#replica.drop(muid);
	}

	/** Hardly anybody ever needs the words, so they are not in the first load. */
	async #describe(dead: readonly DeadEntry[]): Promise<void> {
		try {
			const entries =
				dead.length === 0
					? []
					: (await import('./refusals.ts')).toEntries(dead, this.#replica.view);
			if (this.#seen === dead) this.entries = entries;
		} catch {
			this.#seen = []; // offline, and not installed: the next change of anything tries again
		}
	}
}
