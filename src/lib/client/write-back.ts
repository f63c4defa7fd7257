import { META_KEY, type ReplicaDatabase } from './db.ts';
import type { Stored } from './replica-storage.ts';

/**
 * Puts everything that a page holds into a database that was emptied under it, as browsers do when they need room:
 * the page is then the only place where it still is. Without effect when another tab was quicker.
 */
export function writeBack(db: ReplicaDatabase, stored: Stored): Promise<void> {
	return db.transaction('rw', db.tables, async () => {
		if (await db.meta.get(META_KEY)) return;
		await Promise.all([
			db.meta.put(stored.meta, META_KEY),
			db.lists.bulkPut([...stored.lists.values()]),
			db.items.bulkPut([...stored.items.values()]),
			db.members.bulkPut([...stored.members.values()]),
			db.ownPrices.bulkPut([...stored.ownPrices.values()]),
			db.choices.bulkPut([...stored.choices.values()]),
			db.salvage.bulkPut([...stored.offered]),
			db.outbox.bulkPut([...stored.outbox]),
			db.dead.bulkPut([...stored.dead])
		]);
	});
}
