import { Dexie, type Table } from 'dexie';
import { databaseName } from './identity.ts';

/** A text that was pasted, opened or shared, until it is added or thrown away; one for each list. */
export interface ImportDraft {
	readonly listId: string;
	/** Of this import: the rows that come of it are named after it. */
	readonly id: string;
	readonly text: string;
	/** '' for a paste. */
	readonly fileName: string;
	/** It is to be shown line by line, and not for more typing. */
	readonly isRead: boolean;
}

/** What was decided about its lines. */
export interface DraftChoices {
	readonly listId: string;
	/** The import that this is about. */
	readonly id: string;
	readonly ticks: ReadonlyMap<number, boolean>;
	readonly ways: ReadonlyMap<number, LineWay>;
}

/** Which of its readings a line is added by. */
export type LineWay = 'rules' | 'written' | 'model';

/** A database of its own: a text may be long, and the lists do without it. */
class DraftDatabase extends Dexie {
	declare drafts: Table<ImportDraft, string>;
	declare choices: Table<DraftChoices, string>;

	constructor(name: string) {
		super(name);
		this.version(1).stores({ drafts: 'listId', choices: 'listId' });
	}
}

const ADDED_KEY = 'wga.imports-added';
/** Nobody has more of them open in tabs. */
const MAX_ADDED = 20;

/** The texts that wait on this device. Each belongs to whoever the device is now, as its lists do. */
export class ImportDrafts {
	readonly #db: DraftDatabase;
	readonly #storage: Storage;

	constructor(storage: Storage) {
		this.#storage = storage;
		this.#db = new DraftDatabase(`${databaseName(storage)}-imports`);
	}

	/** What waits for this list. A browser without storage for it has none. */
	async find(listId: string): Promise<{ draft: ImportDraft; choices: DraftChoices | null } | null> {
		const [draft, choices] = await Promise.all([
			this.#db.drafts.get(listId),
			this.#db.choices.get(listId)
		]).catch(() => []);
		if (!draft) return null;
		if (this.isAdded(draft.id)) {
			await this.drop(listId);
			return null;
		}
		return { draft, choices: choices?.id === draft.id ? choices : null };
	}

	/** @returns whether it lies on the disk now */
	async keep(draft: ImportDraft): Promise<boolean> {
		return this.#db.drafts.put(draft).then(
			() => true,
			() => false
		);
	}

	async keepChoices(choices: DraftChoices): Promise<void> {
		await this.#db.choices.put(choices).catch(() => undefined); // they are made again in a moment
	}

	async drop(listId: string): Promise<void> {
		const { drafts, choices } = this.#db;
		// What stays behind is known to be added, or is shown once more.
		await Promise.all([drafts.delete(listId), choices.delete(listId)]).catch(() => undefined);
	}

	/** In the same moment as the edits themselves, so that a reload finds both or neither. */
	noteAdded(id: string): void {
		this.#storage.setItem(ADDED_KEY, JSON.stringify([...this.#added(), id].slice(-MAX_ADDED)));
	}

	/** Also when another tab did it. */
	isAdded(id: string): boolean {
		return this.#added().includes(id);
	}

	#added(): string[] {
		const ids: unknown = JSON.parse(this.#storage.getItem(ADDED_KEY) ?? '[]');
		return Array.isArray(ids) ? ids.map(String) : [];
	}
}
