import { FIRST_LIST_NAME } from '#lib/domain/list.ts';
import { Announcer } from './announcer.svelte.ts';
import { Connection } from './connection.svelte.ts';
import { PriceDatabase, ReplicaDatabase } from './db.ts';
import { databaseName, newId } from './identity.ts';
import { OpenList } from './items.svelte.ts';
import { Journal } from './journal.ts';
import { Lists } from './lists.svelte.ts';
import { Prices } from './prices.svelte.ts';
import { Replica } from './replica.ts';
import { UndoStack } from './undo.svelte.ts';

const LAST_LIST_KEY = 'wga.last-list';

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
	readonly undo: UndoStack;
	readonly announcer = new Announcer();
	readonly #replica: Replica;
	readonly #storage: Storage;
	readonly #open = new Map<string, OpenList>();

	static async open(): Promise<App> {
		const name = databaseName(localStorage);
		const db = new ReplicaDatabase(name);
		const journal = new Journal(localStorage, name, newId());
		const replica = await Replica.open({ db, journal, now: Date.now, newId });
		return new App(replica, new Prices(new PriceDatabase(`${name}-prices`)), localStorage);
	}

	private constructor(replica: Replica, prices: Prices, storage: Storage) {
		this.#replica = replica;
		this.#storage = storage;
		this.prices = prices;
		this.lists = new Lists(replica, newId);
		this.undo = new UndoStack(replica);
		this.connection = new Connection(replica, prices);
	}

	/** The list to show first: the last one opened here, else any, else a new "Groceries". */
	async firstList(): Promise<string> {
		const { all } = this.lists;
		const last = this.#storage.getItem(LAST_LIST_KEY);
		const found = all.find((list) => list.id === last) ?? all[0];
		if (found) return found.id;
		const id = this.lists.create(FIRST_LIST_NAME, { canUndo: false });
		await this.#replica.saved();
		return id;
	}

	/** The list with its rows; the same instance while the page lives. */
	openList(id: string): OpenList {
		let list = this.#open.get(id);
		if (!list) {
			list = new OpenList(id, {
				replica: this.#replica,
				prices: this.prices,
				newId,
				now: Date.now
			});
			this.#open.set(id, list);
		}
		if (list.list) this.#storage.setItem(LAST_LIST_KEY, id);
		return list;
	}
}
