import type { Member } from '#lib/domain/member.ts';
import type { MemoryRows } from '#lib/domain/memory-rows.ts';
import { replay } from '#lib/domain/replay.ts';
import { inverseOf, type Mutation } from '#lib/domain/undo.ts';
import type { SyncAnswer, SyncRequest } from '#lib/protocol/sync.ts';
import { META_KEY, watch, type OutboxEntry, type ReplicaMeta, type UndoEntry } from './db.ts';
import { Disk, type StorageProblem } from './disk.ts';
import type { JournalEntry, Spent } from './journal.ts';
import {
	drawRows,
	forEachChanged,
	Touched,
	type DrawOffered,
	type ReplicaChange
} from './replica-view.ts';
import {
	isSamePoint,
	newEntries,
	openStored,
	readStored,
	writeEdits,
	type StorageTools,
	type Stored
} from './replica-storage.ts';

export type { ReplicaChange } from './replica-view.ts';

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
	/** What the screen shows. Read it freely; it changes through `act`, `undo` and `apply`. */
	view: MemoryRows;
	/** Base and outbox as they are on the disk, as far as this tab has heard. */
	#stored: Stored;
	#drawOffered: DrawOffered | null;
	#undo: readonly UndoEntry[];
	/** Dead entries that are to leave the disk with the next save. */
	#dropped: readonly string[] = [];
	/** Comes with the line to the server. */
	#exchange: typeof import('./exchange.ts') | null = null;
	#saving: Promise<void> | null = null;
	readonly #touched = new Touched();
	readonly #disk: Disk;
	readonly #tools: StorageTools;
	readonly #listeners = new Set<(change: ReplicaChange) => void>();
	readonly #watching: { unsubscribe(): void };

	/** Opens the database, making this device's identity in it on the first visit. */
	static async open(tools: StorageTools): Promise<Replica> {
		const { db } = tools;
		const stored = await db
			.steady(() => openStored(tools))
			.catch(async (cause: unknown) =>
				(await import('./open-unsaved.ts')).openUnsaved(tools, cause)
			);
		return new Replica(tools, stored, await drawerOf(stored));
	}

	private constructor(tools: StorageTools, stored: Stored, drawOffered: DrawOffered | null) {
		this.#tools = tools;
		this.#stored = stored;
		this.#drawOffered = drawOffered;
		this.#disk = new Disk(tools, () => this.#stored);
		this.#undo = stored.meta.undo;
		this.view = this.#draw();
		if (this.#disk.saveError) this.#disk.persist(() => this.#save());
		this.#watching = watch(
			() => tools.db.meta.get(META_KEY),
			(meta) => {
				// Most news is this tab's own. What cannot be read now is read with the next news.
				if (meta && !isSamePoint(meta, this.meta))
					this.#disk.alone(() => this.#catchUp()).catch(() => undefined);
			}
		);
	}

	/** What this device knows about itself, and how far it has come. */
	get meta(): ReplicaMeta {
		return this.#stored.meta;
	}

	/** Who is on the lists, as the server said it last; by the membership's id. */
	get members(): ReadonlyMap<string, Member> {
		return this.#stored.members;
	}

	/** Edits that the server refused, oldest first, until somebody retries or drops them. */
	get dead(): Stored['dead'] {
		return this.#stored.dead;
	}

	/** How many edits the server has not confirmed. */
	get pending(): number {
		return this.savedCount + this.#unsaved.length;
	}

	/** How many of them are on the disk, and so can be sent. */
	get savedCount(): number {
		return this.#stored.outbox.length;
	}

	/** How many edits and rows the server has not looked at, of those that can be sent. */
	get waitingCount(): number {
		return this.savedCount + this.#stored.offered.length;
	}

	/** How many edits are not even on this device's disk because writing failed; 0 in normal life. */
	get unsavedCount(): number {
		return this.#disk.saveError === null ? 0 : this.#unsaved.length;
	}

	/** What the disk does wrong; null when it works. */
	get storageProblem(): StorageProblem | null {
		return this.#disk.problem;
	}

	/** There are rows to offer back to a server that went back in time. */
	get isOffering(): boolean {
		return this.#stored.offered.length > 0;
	}

	/** All edits that the server has not confirmed, oldest first. */
	get unconfirmed(): readonly OutboxEntry[] {
		return [...this.#stored.outbox, ...this.#unsaved];
	}

	get #unsaved(): readonly OutboxEntry[] {
		return [...this.#stored.unsaved, ...this.#tools.journal.entries.map(({ entry }) => entry)];
	}

	get undoEntries(): readonly UndoEntry[] {
		return this.#undo;
	}

	/** Calls back after every change of the view, and after what is pending, dead or known of people changed. */
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
		// Each is taken back as things are before it.
		this.#apply(mutations, {}, (entry) => inverse.unshift(...inverseOf(this.view, entry)));
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
		this.#apply(entry.mutations, { undo: entry.id });
		this.#notify();
		void this.#save();
		return entry.label;
	}

	/** Does a refused edit anew, as if it were done now. Without effect when it is not among the dead, or damaged. */
	retry(muid: string): void {
		const entry = this.dead.find((dead) => dead.muid === muid)?.entry;
		if (!entry) return;
		this.#bury(muid);
		this.#apply([entry], { dead: muid });
		this.#notify();
		void this.#save();
	}

	/** Gives up a refused edit. */
	drop(muid: string): void {
		this.#bury(muid);
		this.#notify();
		void this.#save();
	}

	/** Resolves when everything done so far is on the disk. @throws what the database said when it could not. */
	async saved(): Promise<void> {
		while (this.#unsaved.length > 0 || this.#saving) {
			await this.#save();
			if (this.#disk.saveError !== null) throw this.#disk.saveError;
		}
	}

	/**
	 * What to ask the server next: the lowest edits of the outbox. What is not on the disk yet has no number and is not
	 * in it. Memory will do: it is the disk as of one moment, and whatever is saved later, by any tab, has a higher one.
	 */
	async request(): Promise<SyncRequest> {
		const { requestOf } = await this.#loadExchange();
		return requestOf(this.#stored, this.#tools.now());
	}

	/** The same at once, as small as what may outlive its page; null when there is nothing to say. */
	lastRequest(): SyncRequest | null {
		if (!this.#exchange || this.savedCount === 0 || this.isOffering) return null;
		const { requestOf, MAX_LAST_BYTES } = this.#exchange;
		return requestOf(this.#stored, this.#tools.now(), MAX_LAST_BYTES);
	}

	/** Takes an answer in, on the disk and on the screen. @returns whether it still fitted */
	apply(request: SyncRequest, answer: SyncAnswer): Promise<boolean> {
		return this.#disk.alone(async () => {
			const { takeAnswer } = await this.#loadExchange();
			const { db } = this.#tools;
			try {
				const taken = await takeAnswer(db, this.#stored, request, answer);
				this.#disk.applyError = null;
				if (taken.isBehind) await this.#reload();
				else if (taken.isApplied) await this.#redraw();
				return taken.isApplied;
			} catch (error) {
				this.#disk.applyError = error as Error;
				this.#notify();
				throw error;
			}
		});
	}

	/** Notes whose database this is. */
	bind(userId: string): Promise<void> {
		return this.#disk.alone(async () => {
			const { bindTo } = await this.#loadExchange();
			await bindTo(this.#tools.db, userId);
			await this.#catchUp();
		});
	}

	close(): void {
		this.#watching.unsubscribe();
		this.#listeners.clear();
		this.#tools.db.close();
	}

	async #loadExchange() {
		return (this.#exchange ??= await import('./exchange.ts'));
	}

	/** The journal is written once, because it is written whole. */
	#apply(
		mutations: readonly Mutation[],
		spends: Spent,
		before?: (mutation: Mutation) => unknown
	): void {
		const entries = newEntries(mutations, this.meta, this.#tools);
		this.#tools.journal.append(entries, spends);
		for (const entry of entries) {
			before?.(entry);
			replay(this.view, entry, this.meta.clientId);
		}
	}

	/** Takes an entry off the dead, here at once and on the disk with the next save. */
	#bury(muid: string): void {
		this.#stored.dead = this.dead.filter((dead) => dead.muid !== muid);
		this.#dropped = [...this.#dropped, muid];
	}

	/** One transaction at a time; whatever was done meanwhile goes into the next. */
	#save(): Promise<void> {
		this.#saving ??= this.#disk
			.alone(() => this.#saveAll())
			.finally(() => {
				this.#saving = null;
				this.#notify();
				if (this.#disk.saveError !== null) this.#disk.persist(() => this.#save());
				else if (this.#unsaved.length > 0) void this.#save();
			});
		return this.#saving;
	}

	async #saveAll(): Promise<void> {
		const { journal } = this.#tools;
		let savedUndo: readonly UndoEntry[] | null = null;
		let isBehind = false;
		if (this.#stored.refusedBy !== null && !(await this.#openAgain())) return;
		while (journal.entries.length + this.#dropped.length > 0 || savedUndo !== this.#undo) {
			const batch = journal.entries;
			const undo = this.#undo;
			try {
				isBehind = (await this.#disk.steady(() => this.#write(batch, undo))) || isBehind;
				savedUndo = undo;
				this.#disk.saveError = null;
			} catch (error) {
				// Kept in the journal, shown as "not saved", and tried again.
				this.#disk.saveError = error as Error; // Dexie rejects with nothing else
				return;
			}
			// Whoever sends the edits hears of them at once.
			this.#notify();
		}
		if (isBehind) await this.#reload();
	}

	/** The disk could only be read when the page was opened. @returns whether it can be written now */
	async #openAgain(): Promise<boolean> {
		try {
			this.#stored = await openStored(this.#tools);
			this.#disk.saveError = null;
			await this.#redraw();
			return true;
		} catch (error) {
			this.#disk.saveError = error as Error;
			return false;
		}
	}

	/** @returns whether another tab got in between, so that its work is still to be read */
	async #write(batch: readonly JournalEntry[], undo: readonly UndoEntry[]): Promise<boolean> {
		const { db, journal } = this.#tools;
		const edits = { tabId: journal.tabId, batch, undo, dropped: this.#dropped };
		const { before, meta, entries } = await writeEdits(db, edits);
		journal.settle(batch.length);
		this.#dropped = this.#dropped.slice(edits.dropped.length);
		if (!isSamePoint(before, this.meta)) return true;
		this.#stored.meta = meta;
		this.#stored.outbox = [...this.#stored.outbox, ...entries];
		return false;
	}

	/** What another tab did is on the same disk, and shows here as it does there. */
	async #catchUp(): Promise<void> {
		const meta = await this.#tools.db.meta.get(META_KEY);
		if (meta && !isSamePoint(meta, this.meta)) await this.#reload();
	}

	async #reload(): Promise<void> {
		const { db, journal } = this.#tools;
		const stored = await db.transaction('r', db.tables, async () => readStored(db));
		stored.dead = stored.dead.filter(({ muid }) => !this.#dropped.includes(muid));
		this.#stored = stored;
		if (journal.entries.length === 0) this.#undo = this.meta.undo;
		await this.#redraw();
	}

	/** Makes the view anew and tells of the rows that are no longer the same. */
	async #redraw(): Promise<void> {
		this.#drawOffered = await drawerOf(this.#stored);
		const before = this.view;
		this.view = this.#draw();
		forEachChanged(before, this.view, this.#touched.add);
		this.#notify();
	}

	#draw(): MemoryRows {
		return drawRows(this.#stored, this.#unsaved, this.#drawOffered, this.#touched.add);
	}

	#notify(): void {
		const change = this.#touched.take();
		for (const listener of this.#listeners) listener(change);
	}
}

/** How offered rows are shown; the code for it is loaded only where there are any. */
async function drawerOf({ offered }: Stored): Promise<DrawOffered | null> {
	if (offered.length === 0) return null;
	const loaded = await import('./offer.ts').catch(() => null);
	return loaded && loaded.drawOffered; // offline, and not installed: they are kept, and shown the next time
}
