import { FIRST_LIST_NAME } from '#lib/domain/list.ts';
import type { SessionAnswer } from '#lib/protocol/people.ts';
import { Announcer } from './announcer.svelte.ts';
import { Connection } from './connection.svelte.ts';
import { PriceDatabase, ReplicaDatabase, type MergeEntry } from './db.ts';
import { databaseName, newId } from './identity.ts';
import { OpenList } from './items.svelte.ts';
import { Journal } from './journal.ts';
import { Lists } from './lists.svelte.ts';
import { NotSaved } from './not-saved.svelte.ts';
import { People } from './people.svelte.ts';
import { Prices } from './prices.svelte.ts';
import { Replica } from './replica.ts';
import { Session } from './session.svelte.ts';
import type { Trash } from './trash.svelte.ts';
import { UndoStack } from './undo.svelte.ts';

const LAST_LIST_KEY = 'wga.last-list';
/** How long lists that are on the server are waited for before a first one is made. */
const FIRST_ANSWER_MS = 3_000;

let opening: Promise<App> | null = null;

/**
 * Opens what this device holds; the same instance for the whole page.
 * @throws Error with a sentence for people when the browser gives no storage.
 */
export function openApp(): Promise<App> {
	opening ??= App.open().catch((cause: unknown) => {
		opening = null; // the next navigation may try again
		throw new Error(
			'This browser keeps no data for this page, so the list cannot be saved. A private window or a full disk does that.',
			{ cause }
		);
	});
	return opening;
}

/** The device's composition root: everything the pages use hangs here. */
export class App {
	readonly lists: Lists;
	readonly prices: Prices;
	readonly connection: Connection;
	readonly session = new Session(async (name) => (await this.connection.reach()).setName(name));
	readonly people: People;
	readonly notSaved: NotSaved;
	readonly undo: UndoStack;
	readonly announcer = new Announcer();
	readonly #db: ReplicaDatabase;
	readonly #replica: Replica;
	readonly #storage: Storage;
	readonly #open = new Map<string, OpenList>();
	#firstListId: string | null = null;

	static async open(): Promise<App> {
		const name = databaseName(localStorage);
		const db = new ReplicaDatabase(name);
		const journal = new Journal(localStorage, name, newId());
		const persist = (save: () => Promise<boolean>) => {
			import('./save-again.ts').then(
				({ saveAgain }) => saveAgain(save),
				// Offline, and not kept by the browser: a network brings it.
				() => addEventListener('online', () => persist(save), { once: true })
			);
		};
		const replica = await Replica.open({ db, journal, now: Date.now, newId, persist });
		const prices = new Prices(new PriceDatabase(`${name}-prices`));
		return new App(db, replica, prices, localStorage);
	}

	private constructor(db: ReplicaDatabase, replica: Replica, prices: Prices, storage: Storage) {
		this.#db = db;
		this.#replica = replica;
		this.#storage = storage;
		this.prices = prices;
		this.lists = new Lists(replica, newId, Date.now);
		this.people = new People(replica);
		this.notSaved = new NotSaved(replica);
		this.undo = new UndoStack(replica);
		this.connection = new Connection({
			replica,
			prices,
			session: this.session,
			storage,
			databaseName: db.name,
			goTo: (path) => location.replace(path)
		});
	}

	/** Whether the server knew this device when the page was opened. */
	get isKnown(): boolean {
		return this.#replica.meta.userId !== null;
	}

	/** The list to show first: the last one opened here, else any, else a new "Groceries". */
	async firstList(): Promise<string> {
		// Somebody who comes to a new device has lists already: for those a moment is waited.
		if (this.isKnown && this.lists.all.length === 0)
			await Promise.race([this.syncNow().catch(() => undefined), pause(FIRST_ANSWER_MS)]);
		const { all } = this.lists;
		const last = this.#storage.getItem(LAST_LIST_KEY);
		const found = all.find((list) => list.id === last) ?? all[0];
		if (found) return found.id;
		const id = this.lists.create(FIRST_LIST_NAME, { canUndo: false });
		this.#firstListId = id;
		await this.#replica.saved();
		return id;
	}

	/** Whether it was the list that a first visit makes by itself: it goes when the person turns out to have others. */
	wasFirst(listId: string): boolean {
		return listId === this.#firstListId;
	}

	/** The list with its rows; the same instance while the page lives. */
	openList(id: string): OpenList {
		let list = this.#open.get(id);
		if (!list) {
			list = new OpenList(id, {
				replica: this.#replica,
				prices: this.prices,
				people: this.people,
				newId,
				now: Date.now
			});
			this.#open.set(id, list);
		}
		if (list.list) this.#storage.setItem(LAST_LIST_KEY, id);
		return list;
	}

	/** What was merged on a list, newest first. */
	mergesOf(listId: string): Promise<MergeEntry[]> {
		return this.#db.merges.where('listId').equals(listId).reverse().sortBy('at');
	}

	/** Gives the person a file with what is on this device and not on the server. */
	async saveUnsent(): Promise<void> {
		(await import('./save-unsent.ts')).saveUnsent(this.#replica, Date.now());
	}

	/** What was deleted in the last 30 days, and can be brought back. */
	async trash(): Promise<Trash> {
		const { Trash } = await import('./trash.svelte.ts');
		return new Trash(this.#replica, Date.now);
	}

	/**
	 * Makes sure that what was done here belongs to somebody, before a link makes this device one of somebody's.
	 * @returns who that is, for the link's request; null where the server takes new people by invite only
	 */
	async signIn(): Promise<string | null> {
		await (await this.connection.reach()).signIn();
		return this.#replica.meta.userId;
	}

	/**
	 * Brings everything done so far to the server, as before somebody is invited to it.
	 * @throws Error with a sentence when the server cannot be reached
	 */
	async syncNow(): Promise<void> {
		await (await this.connection.reach()).syncNow();
	}

	/**
	 * Goes on as who a redeemed invite or pairing has made of this device, and syncs. Somebody else gets a database
	 * of their own, and the page is loaded anew; the old database is kept. It does not come back from that.
	 * @throws Error with a sentence when the code for it cannot be fetched
	 */
	async adopt(answer: SessionAnswer & { readonly listId?: string }): Promise<void> {
		await (await this.connection.reach()).adopt(answer);
	}
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
