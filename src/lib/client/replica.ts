import { createMemoryRows, type MemoryRows } from '#lib/domain/memory-rows.ts';
import { replay } from '#lib/domain/replay.ts';
import type { Table } from '#lib/domain/row.ts';
import { inverseOf, type Mutation } from '#lib/domain/undo.ts';
import { META_KEY, watch, type ReplicaDatabase, type ReplicaMeta, type UndoEntry } from './db.ts';
import type { Journal, JournalEntry } from './journal.ts';
import { firstMeta, readRows, saveEdits, type StoredRows } from './replica-storage.ts';

export interface ReplicaChange {
	readonly lists: ReadonlySet<string>;
	readonly items: ReadonlySet<string>;
}

export interface ReplicaTools {
	readonly db: ReplicaDatabase;
	readonly journal: Journal;
	readonly now: () => number;
	readonly newId: () => string;
}

export interface ActLabel {
	readonly label: string;
	readonly quiet?: boolean;
}

/** How many acts can be taken back, as in `docs/sync.md`. */
const UNDO_DEPTH = 20;

/**
 * This device's copy of the lists. The view changes first, in the same task as the tap; IndexedDB follows. What
 * the screen shows is always the outbox replayed over the base, so there is nothing to roll back.
 */
export class Replica {
	/** What the screen shows. Read it freely; it changes only through `act` and `undo`. */
	view: MemoryRows;
	#meta: ReplicaMeta;
	#undo: readonly UndoEntry[];
	#savedCount: number;
	#saving: Promise<void> | null = null;
	#saveError: Error | null = null;
	/** The newest mid on the disk that this tab has heard of, by whichever tab. */
	#newestMid: number;
	#touched = { lists: new Set<string>(), items: new Set<string>() };
	readonly #tools: ReplicaTools;
	readonly #listeners = new Set<(change: ReplicaChange) => void>();
	readonly #watching: { unsubscribe(): void };

	/** Opens the database, making this device's identity in it on the first visit. */
	static async open(tools: ReplicaTools): Promise<Replica> {
		const { db, journal } = tools;
		const orphans = journal.orphans();
		const stored = await db.transaction('rw', db.tables, async () => {
			const known = (await db.meta.get(META_KEY)) ?? firstMeta(tools.newId());
			await db.tabs
				.where('tabId')
				.noneOf(orphans.map(({ tabId }) => tabId))
				.delete();
			let meta = known;
			for (const { tabId, entries } of orphans) meta = await saveEdits(db, meta, tabId, entries);
			await db.meta.put(meta, META_KEY);
			return { meta, ...(await readRows(db)) };
		});
		for (const { tabId } of orphans) journal.bury(tabId);
		return new Replica(tools, stored);
	}

	private constructor(tools: ReplicaTools, stored: StoredRows & { meta: ReplicaMeta }) {
		this.#tools = tools;
		this.#meta = stored.meta;
		this.#undo = stored.meta.undo;
		this.#newestMid = stored.meta.lastMid;
		this.#savedCount = stored.outbox.length;
		this.view = this.#replay(stored);
		this.#settle();
		this.#watching = watch(
			() => tools.db.meta.get(META_KEY),
			(meta) => {
				this.#newestMid = Math.max(this.#newestMid, meta?.lastMid ?? 0);
				if (!this.#saving) void this.#catchUp();
			}
		);
	}

	/** How many edits the server has not confirmed. */
	get pending(): number {
		return this.#savedCount + this.#tools.journal.entries.length;
	}

	/** How many edits are not even on this device's disk because writing failed; 0 in normal life. */
	get unsavedCount(): number {
		return this.#saveError === null ? 0 : this.#tools.journal.entries.length;
	}

	get undoEntries(): readonly UndoEntry[] {
		return this.#undo;
	}

	/** Calls back after every change of the view, and after saving changed what is pending. */
	subscribe(listener: (change: ReplicaChange) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/**
	 * Does what a person did: all mutations at once, as one thing that can be undone. The view is right when this
	 * returns; `saved()` tells when the disk is.
	 * @param undo what the snackbar says, such as "Deleted Milk"; without it the act cannot be taken back.
	 */
	act(listId: string, mutations: readonly Mutation[], undo?: ActLabel): void {
		const inverse: Mutation[] = [];
		for (const mutation of mutations) {
			inverse.unshift(...inverseOf(this.view, mutation));
			this.#apply([mutation]);
		}
		if (undo && inverse.length > 0) {
			const id = (this.#undo.at(-1)?.id ?? 0) + 1;
			const entry = { id, listId, quiet: false, ...undo, mutations: inverse };
			this.#undo = [...this.#undo, entry].slice(-UNDO_DEPTH);
		}
		this.#notify();
		void this.#save();
	}

	/** Takes back the latest act on a list, as a new act of its own. @returns its label, or null if there was none. */
	undo(listId: string): string | null {
		const entry = this.#undo.findLast((candidate) => candidate.listId === listId);
		if (!entry) return null;
		this.#undo = this.#undo.filter((candidate) => candidate !== entry);
		this.#apply(entry.mutations);
		this.#notify();
		void this.#save();
		return entry.label;
	}

	/** Resolves when everything done so far is on the disk. @throws what the database said when it could not. */
	async saved(): Promise<void> {
		while (this.#tools.journal.entries.length > 0 || this.#saving) {
			await this.#save();
			if (this.#saveError !== null) throw this.#saveError;
		}
	}

	close(): void {
		this.#watching.unsubscribe();
		this.#listeners.clear();
		this.#tools.db.close();
	}

	#apply(mutations: readonly Mutation[]): void {
		const { now, newId, journal } = this.#tools;
		const { cursor, epoch, clientId } = this.#meta;
		const entries = mutations.map((mutation) => ({
			...mutation,
			mid: 0, // the transaction that saves it knows how many other tabs' edits come before
			muid: newId(),
			at: now(),
			base: cursor,
			epoch
		}));
		journal.append(entries);
		for (const entry of entries) replay(this.view, entry, clientId);
	}

	/** One transaction at a time; whatever was done meanwhile goes into the next. */
	#save(): Promise<void> {
		this.#saving ??= this.#saveAll().finally(() => {
			this.#saving = null;
			this.#notify();
			if (this.#tools.journal.entries.length > 0 && this.#saveError === null) void this.#save();
		});
		return this.#saving;
	}

	async #saveAll(): Promise<void> {
		const { journal } = this.#tools;
		let undo: readonly UndoEntry[] | null = null;
		while (journal.entries.length > 0 || undo !== this.#undo) {
			const batch = journal.entries;
			undo = this.#undo;
			try {
				await this.#write(batch, undo);
				this.#saveError = null;
			} catch (error) {
				// Kept in the journal and shown as "not saved"; the next act, and `saved()`, try again.
				this.#saveError = error as Error; // Dexie rejects with nothing else
				return;
			}
			journal.settle(batch.length);
			this.#savedCount += batch.length;
		}
		await this.#catchUp();
	}

	async #write(batch: readonly JournalEntry[], undo: readonly UndoEntry[]): Promise<void> {
		const { db, journal } = this.#tools;
		const [before, after] = await db.transaction('rw', [db.outbox, db.meta, db.tabs], async () => {
			const before = (await db.meta.get(META_KEY)) ?? this.#meta;
			const after = { ...(await saveEdits(db, before, journal.tabId, batch)), undo };
			await db.meta.put(after, META_KEY);
			return [before, after] as const;
		});
		// Where another tab got in between, its entries are still to be read: `#meta` keeps saying so.
		if (before.lastMid === this.#meta.lastMid) this.#meta = after;
		this.#newestMid = Math.max(this.#newestMid, after.lastMid);
	}

	/** Another tab's edits are in the same outbox, and show here as they do there. */
	async #catchUp(): Promise<void> {
		if (this.#newestMid > this.#meta.lastMid) await this.#reload();
	}

	/** Makes the view anew from the disk and what is not on it yet. */
	async #reload(): Promise<void> {
		const { db } = this.#tools;
		const stored = await db.transaction(
			'r',
			[db.lists, db.items, db.outbox, db.meta],
			async () => ({
				meta: (await db.meta.get(META_KEY)) ?? this.#meta,
				...(await readRows(db))
			})
		);
		this.#meta = stored.meta;
		this.#newestMid = stored.meta.lastMid;
		if (this.#tools.journal.entries.length === 0) this.#undo = stored.meta.undo;
		this.#savedCount = stored.outbox.length;
		const before = this.view;
		this.view = this.#replay(stored);
		for (const id of before.lists.keys()) this.#touched.lists.add(id);
		for (const id of before.items.keys()) this.#touched.items.add(id);
		this.#notify();
	}

	#replay(stored: StoredRows & { meta: ReplicaMeta }): MemoryRows {
		const rows = createMemoryRows((table, id) => this.#touch(table, id));
		for (const list of stored.lists) rows.put('lists', list);
		for (const item of stored.items) rows.put('items', item);
		const unsaved = this.#tools.journal.entries.map(({ entry }) => entry);
		for (const entry of [...stored.outbox, ...unsaved]) replay(rows, entry, stored.meta.clientId);
		return rows;
	}

	#touch(table: Table, id: string): void {
		this.#touched[table].add(id);
	}

	#settle(): ReplicaChange {
		const change = this.#touched;
		this.#touched = { lists: new Set(), items: new Set() };
		return change;
	}

	#notify(): void {
		const change = this.#settle();
		for (const listener of this.#listeners) listener(change);
	}
}
