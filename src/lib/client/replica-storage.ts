import type { Item } from '#lib/domain/item.ts';
import type { List } from '#lib/domain/list.ts';
import type { OutboxEntry, ReplicaDatabase, ReplicaMeta } from './db.ts';
import type { JournalEntry } from './journal.ts';

// What a replica reads and writes inside its transactions.

export interface StoredRows {
	readonly lists: readonly List[];
	readonly items: readonly Item[];
	readonly outbox: readonly OutboxEntry[];
}

/** Adds a tab's edits to the outbox, but for those that are there already. @returns meta with the new count */
export async function saveEdits(
	db: ReplicaDatabase,
	meta: ReplicaMeta,
	tabId: string,
	edits: readonly JournalEntry[]
): Promise<ReplicaMeta> {
	const last = edits.at(-1);
	if (!last) return meta;
	const savedSeq = (await db.tabs.get(tabId))?.savedSeq ?? 0;
	const entries = edits
		.filter(({ seq }) => seq > savedSeq)
		.map(({ entry }, i) => ({ ...entry, mid: meta.lastMid + i + 1 }));
	await db.outbox.bulkAdd(entries);
	await db.tabs.put({ tabId, savedSeq: last.seq });
	return { ...meta, lastMid: meta.lastMid + entries.length };
}

export async function readRows(db: ReplicaDatabase): Promise<StoredRows> {
	const [lists, items, outbox] = await Promise.all([
		db.lists.toArray(),
		db.items.toArray(),
		db.outbox.orderBy('mid').toArray()
	]);
	return { lists, items, outbox };
}

export function firstMeta(clientId: string): ReplicaMeta {
	return { clientId, lastMid: 0, cursor: 0, epoch: null, acked: 0, proof: null, undo: [] };
}
