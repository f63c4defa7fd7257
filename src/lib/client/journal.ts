import type { OutboxEntry } from './db.ts';

/** An edit on its way to the disk, numbered by the tab that made it. */
export interface JournalEntry {
	readonly seq: number;
	readonly entry: OutboxEntry;
	/** What this edit uses up, so that it cannot be used a second time after a reload. */
	readonly spends?: Spent;
}

export interface Spent {
	/** An act that it takes back, by id. */
	readonly undo?: number;
	/** A refused edit that it does anew, by muid. */
	readonly dead?: string;
}

/** What a tab that is gone, or still at work, had not saved when somebody looked. */
export interface Orphans {
	readonly tabId: string;
	readonly entries: readonly JournalEntry[];
}

/**
 * Bridges the few milliseconds between a tap and the end of its IndexedDB transaction. A reload aborts that
 * transaction, but what localStorage took is there at once, so the next page finds the edit and saves it. The
 * transaction that saves an edit also stores its number, which is what keeps it from being saved twice.
 */
export class Journal {
	readonly tabId: string;
	readonly #storage: Storage;
	readonly #prefix: string;
	/** This tab's edits whose transaction has not completed, oldest first. */
	#entries: readonly JournalEntry[] = [];
	#seq = 0;

	constructor(storage: Storage, databaseName: string, tabId: string) {
		this.#storage = storage;
		this.#prefix = `${databaseName}.journal.`;
		this.tabId = tabId;
	}

	get entries(): readonly JournalEntry[] {
		return this.#entries;
	}

	/** Notes edits before anything else happens to them. */
	append(entries: readonly OutboxEntry[], spends: Spent = {}): void {
		const notes = entries.map((entry) => ({ seq: ++this.#seq, entry, spends }));
		this.#keep([...this.#entries, ...notes]);
	}

	/** Forgets the oldest so many: they are on the disk now. */
	settle(count: number): void {
		this.#keep(this.#entries.slice(count));
	}

	/** What other tabs left; those that are open still may be about to save it themselves. */
	orphans(): Orphans[] {
		return Array.from({ length: this.#storage.length }, (_, i) => this.#storage.key(i) ?? '')
			.filter((key) => key.startsWith(this.#prefix) && key !== this.#prefix + this.tabId)
			.map((key) => ({ tabId: key.slice(this.#prefix.length), entries: this.#read(key) }));
	}

	/** Drops the note of a tab whose edits were taken over. */
	bury(tabId: string): void {
		this.#storage.removeItem(this.#prefix + tabId);
	}

	#keep(entries: readonly JournalEntry[]): void {
		this.#entries = entries;
		const key = this.#prefix + this.tabId;
		try {
			if (entries.length === 0) this.#storage.removeItem(key);
			else this.#storage.setItem(key, JSON.stringify(entries));
		} catch {
			// Full, or refused: the transaction alone then has to be quick enough.
		}
	}

	#read(key: string): JournalEntry[] {
		try {
			return JSON.parse(this.#storage.getItem(key) ?? '[]') as JournalEntry[];
		} catch {
			return []; // Only this app writes here; a note cut off in the middle was never acted upon.
		}
	}
}
