import type { ReplicaStore, ReplicaTransaction } from './apply-answer.ts';
import { META_KEY, type ReplicaDatabase } from './db.ts';
import { DatabaseLost } from './replica-storage.ts';

/** How long the log of merges goes back. */
const MERGES_KEPT_MS = 30 * 24 * 3_600_000;

/** A device's stores on its disk. A transaction is all or nothing, and no other tab writes meanwhile. */
export function replicaStore(db: ReplicaDatabase): ReplicaStore {
	const ofLists = [db.items, db.members, db.ownPrices, db.choices];
	const base = [db.lists, ...ofLists];
	const tables = [...base, db.salvage, db.outbox, db.dead, db.merges, db.meta];
	const transaction: ReplicaTransaction = {
		async meta() {
			const meta = await db.meta.get(META_KEY);
			if (!meta) throw new DatabaseLost();
			return meta;
		},
		putMeta: async (meta) => void (await db.meta.put(meta, META_KEY)),
		outboxUpTo: (mid) => db.outbox.where('mid').belowOrEqual(mid).sortBy('mid'),
		deleteOutboxUpTo: async (mid) => void (await db.outbox.where('mid').belowOrEqual(mid).delete()),
		deleteOutbox: (mid) => db.outbox.delete(mid),
		putDead: async (entries) => void (await db.dead.bulkPut([...entries])),
		list: (id) => db.lists.get(id),
		item: (id) => db.items.get(id),
		async addMerges(entries) {
			const [first] = entries;
			if (!first) return;
			await db.merges
				.where('at')
				.below(first.at - MERGES_KEPT_MS)
				.delete();
			await db.merges.bulkAdd([...entries]);
		},
		forgetMerges: async (listId) => void (await db.merges.where({ listId }).delete()),
		async base() {
			const [lists, items, members, ownPrices, choices] = await Promise.all([
				db.lists.toArray(),
				db.items.toArray(),
				db.members.toArray(),
				db.ownPrices.toArray(),
				db.choices.toArray()
			]);
			return { lists, items, members, ownPrices, choices };
		},
		offered: () => db.salvage.toArray(),
		putOffered: async (rows) => void (await db.salvage.bulkPut([...rows])),
		deleteOffered: (keys) => db.salvage.bulkDelete([...keys]),
		async clearBase() {
			await Promise.all(base.map((table) => table.clear()));
		},
		async removeList(listId) {
			await db.lists.delete(listId);
			for (const table of ofLists) await table.where('listId').equals(listId).delete();
		},
		async putRows({ lists, items, members, ownPrices, choices }) {
			await Promise.all([
				lists.length > 0 && db.lists.bulkPut(lists),
				items.length > 0 && db.items.bulkPut(items),
				members.length > 0 && db.members.bulkPut(members),
				ownPrices.length > 0 && db.ownPrices.bulkPut(ownPrices),
				choices.length > 0 && db.choices.bulkPut(choices)
			]);
		}
	};
	// Async itself: Dexie keeps a transaction open across an await only then.
	return { transaction: (act) => db.transaction('rw', tables, async () => act(transaction)) };
}
