import { storageErrorName } from './db.ts';
import { DatabaseLost, type StorageTools, type Stored } from './replica-storage.ts';

/** What a disk may do wrong: it has no room, a newer version of the app has the database, or it simply fails. */
export type StorageProblem = 'full' | 'newer' | 'failing';

/** The disk as one page uses it: one thing after the other, and nothing given up at the first failure. */
export class Disk {
	/** Why what was done here could not be written; null when it could. */
	saveError: Error | null;
	/** Why what others did could not be written. */
	applyError: Error | null = null;
	/** What waits for the disk waits in line, so that memory and disk move in the same steps. */
	#turn: Promise<unknown> = Promise.resolve();
	#isPersisting = false;
	readonly #tools: StorageTools;
	readonly #stored: () => Stored;

	/** @param stored all that the page holds, for when the disk has lost it */
	constructor(tools: StorageTools, stored: () => Stored) {
		this.#tools = tools;
		this.#stored = stored;
		this.saveError = stored().refusedBy;
	}

	get problem(): StorageProblem | null {
		const error = this.saveError ?? this.applyError;
		if (error === null) return null;
		const name = storageErrorName(error);
		return name === 'QuotaExceededError' ? 'full' : name === 'VersionError' ? 'newer' : 'failing';
	}

	/** Waits its turn. What it does must bear being done twice. */
	alone<T>(work: () => Promise<T>): Promise<T> {
		const done = this.#turn.then(() => this.steady(work));
		this.#turn = done.catch(() => undefined);
		return done;
	}

	/** Once more over a new connection; and once more after the browser has emptied the database, filled again. */
	async steady<T>(work: () => Promise<T>): Promise<T> {
		const { db } = this.#tools;
		try {
			return await db.steady(work);
		} catch (cause) {
			if (!(cause instanceof DatabaseLost)) throw cause;
			const { writeBack } = await import('./write-back.ts');
			await writeBack(db, this.#stored());
			return work();
		}
	}

	/** Has it saved again and again until that works. */
	persist(save: () => Promise<void>): void {
		if (this.#isPersisting) return;
		this.#isPersisting = true;
		this.#tools.persist(async () => {
			await save();
			this.#isPersisting = this.saveError !== null;
			return !this.#isPersisting;
		});
	}
}
