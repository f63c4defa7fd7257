import type { Choice } from '#lib/domain/choice.ts';
import type { Item } from '#lib/domain/item.ts';
import type { List } from '#lib/domain/list.ts';
import type { Member } from '#lib/domain/member.ts';
import type { OwnPrice } from '#lib/domain/own-price.ts';
import type { Mutation } from '#lib/domain/undo.ts';
import {
	META_KEY,
	type DeadEntry,
	type OfferedRow,
	type OutboxEntry,
	type ReplicaDatabase,
	type ReplicaMeta,
	type UndoEntry
} from './db.ts';
import type { Journal, JournalEntry } from './journal.ts';

// What a replica reads and writes inside its transactions.

/** What is on this device's disk, held in memory: base, outbox, and how far both have come. */
export interface Stored {
	meta: ReplicaMeta;
	readonly lists: Map<string, List>;
	readonly items: Map<string, Item>;
	readonly members: Map<string, Member>;
	readonly ownPrices: Map<string, OwnPrice>;
	readonly choices: Map<string, Choice>;
	/** What was the base of a timeline that has ended, until the server has looked at it. */
	offered: readonly OfferedRow[];
	/** Lowest mid first. */
	outbox: readonly OutboxEntry[];
	/** Lowest mid first. */
	dead: readonly DeadEntry[];
	/** Edits of earlier tabs that are on no disk, because it refused them. */
	readonly unsaved: readonly OutboxEntry[];
	/** Why the disk could only be read; null in normal life. */
	readonly refusedBy: Error | null;
}

/** Somebody has emptied the database while this page was open. */
export class DatabaseLost extends Error {}

export interface StorageTools {
	readonly db: ReplicaDatabase;
	readonly journal: Journal;
	/** Wall-clock ms. */
	readonly now: () => number;
	readonly newId: () => string;
	/** Goes on trying what the disk has refused, until it says that all is saved. */
	readonly persist: (save: () => Promise<boolean>) => void;
}

type OpenTools = Omit<StorageTools, 'persist'>;

/** How long it is remembered how far a tab has saved. */
const TABS_KEPT_MS = 24 * 3_600_000;

/** Opens the database with what earlier tabs had not saved, making this device's identity on the first visit. */
export async function openStored({ db, journal, now, newId }: OpenTools): Promise<Stored> {
	const orphans = journal.orphans();
	let isFirstVisit = false;
	const stored = await db.transaction('rw', db.tables, async () => {
		const known = await db.meta.get(META_KEY);
		isFirstVisit = !known;
		let meta = known ?? firstMeta(newId());
		// Of tabs that are long gone; one that is at work now must not save its notes a second time.
		await db.tabs.filter(({ savedAt }) => now() - savedAt > TABS_KEPT_MS).delete();
		for (const { tabId, entries } of orphans)
			meta = (await saveEdits(db, meta, tabId, entries)).meta;
		await db.meta.put(meta, META_KEY);
		return readStored(db);
	});
	for (const { tabId } of orphans) journal.bury(tabId);
	if (isFirstVisit) return stored;
	// Where the code for it cannot be fetched, what is on the disk is believed.
	const repair = await import('./repair.ts').catch(() => null);
	return repair ? repair.ensureSound(db, stored, newId) : stored;
}

/** Edits as somebody has just made them, known as far as this device knows. */
export function newEntries(
	mutations: readonly Mutation[],
	{ cursor, epoch }: ReplicaMeta,
	{ now, newId }: Pick<StorageTools, 'now' | 'newId'>
): OutboxEntry[] {
	return mutations.map((mutation) => ({
		...mutation,
		mid: 0, // the transaction that saves it knows how many other tabs' edits come before
		muid: newId(),
		at: now(),
		base: cursor,
		epoch
	}));
}

/** Adds a tab's edits to the outbox, but for those that are there already; writes all but meta. */
async function saveEdits(
	db: ReplicaDatabase,
	meta: ReplicaMeta,
	tabId: string,
	edits: readonly JournalEntry[]
): Promise<{ readonly meta: ReplicaMeta; readonly entries: readonly OutboxEntry[] }> {
	const last = edits.at(-1);
	if (!last) return { meta, entries: [] };
	const savedSeq = (await db.tabs.get(tabId))?.savedSeq ?? 0;
	const unsaved = edits.filter(({ seq }) => seq > savedSeq);
	const entries = unsaved.map(({ entry }, i) => ({ ...entry, mid: meta.lastMid + i + 1 }));
	const undone = new Set(unsaved.map(({ spends }) => spends?.undo));
	const retried = unsaved.flatMap(({ spends }) => spends?.dead ?? []);
	// None waits for another: each turn inside a transaction is time in which nothing else reaches the disk.
	await Promise.all([
		db.outbox.bulkAdd(entries),
		db.tabs.put({ tabId, savedSeq: Math.max(savedSeq, last.seq), savedAt: last.entry.at }),
		retried.length > 0 && db.dead.bulkDelete(retried)
	]);
	const undo = meta.undo.filter(({ id }) => !undone.has(id));
	return { meta: { ...meta, undo, lastMid: meta.lastMid + entries.length }, entries };
}

interface Edits {
	readonly tabId: string;
	readonly batch: readonly JournalEntry[];
	readonly undo: readonly UndoEntry[];
	/** Dead entries that were retried or given up, by muid. */
	readonly dropped: readonly string[];
}

/**
 * Writes what a person did, all or nothing.
 * @returns meta before and after, and the entries with their numbers
 * @throws DatabaseLost when it is empty, and other errors of the disk
 */
export function writeEdits(
	db: ReplicaDatabase,
	{ tabId, batch, undo, dropped }: Edits
): Promise<{ before: ReplicaMeta; meta: ReplicaMeta; entries: readonly OutboxEntry[] }> {
	return db.transaction('rw', [db.outbox, db.meta, db.tabs, db.dead], async () => {
		const before = await db.meta.get(META_KEY);
		if (!before) throw new DatabaseLost();
		const saved = await saveEdits(db, before, tabId, batch);
		const meta = { ...saved.meta, undo, buried: before.buried + dropped.length };
		await Promise.all([
			db.meta.put(meta, META_KEY),
			dropped.length > 0 && db.dead.bulkDelete([...dropped])
		]);
		return { before, meta, entries: saved.entries };
	});
}

/** Everything; inside a transaction, so that all of it is of one moment. @throws DatabaseLost when it is empty */
export async function readStored(db: ReplicaDatabase): Promise<Stored> {
	const [meta, lists, items, members, ownPrices, choices, offered, outbox, dead] =
		await Promise.all([
			db.meta.get(META_KEY),
			db.lists.toArray(),
			db.items.toArray(),
			db.members.toArray(),
			db.ownPrices.toArray(),
			db.choices.toArray(),
			db.salvage.toArray(),
			db.outbox.orderBy('mid').toArray(),
			db.dead.toArray()
		]);
	if (!meta) throw new DatabaseLost();
	dead.sort((a, b) => midOf(a) - midOf(b));
	return {
		meta,
		lists: byId(lists),
		items: byId(items),
		members: byId(members),
		ownPrices: byId(ownPrices),
		choices: byId(choices),
		offered,
		outbox,
		dead,
		unsaved: [],
		refusedBy: null
	};
}

const midOf = ({ entry }: DeadEntry): number => entry?.mid ?? 0;

const byId = <R extends { readonly id: string }>(rows: readonly R[]): Map<string, R> =>
	new Map(rows.map((row) => [row.id, row]));

export function firstMeta(clientId: string): ReplicaMeta {
	return {
		clientId,
		lastMid: 0,
		cursor: 0,
		epoch: null,
		acked: 0,
		proof: null,
		undo: [],
		userId: null,
		authors: {},
		buried: 0
	};
}

/** Whether two looks at a replica's record found it at the same point: what one knows the other knows too. */
export function isSamePoint(a: ReplicaMeta, b: ReplicaMeta): boolean {
	return POINT.every((field) => a[field] === b[field]);
}

const POINT = ['lastMid', 'cursor', 'epoch', 'acked', 'userId', 'buried'] as const;
