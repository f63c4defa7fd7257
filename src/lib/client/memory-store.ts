import type { ReplicaStore, ReplicaTransaction } from './apply-answer.ts';
import type { Stored } from './replica-storage.ts';

/**
 * The stores of a device as it holds them in memory, behind the interface that its disk has: what is taken into the
 * one is taken into the other by the same function. Whoever uses it sees to it that nothing else happens meanwhile.
 */
export function memoryStore(stored: Stored): ReplicaStore {
	const { lists, items, members, ownPrices, choices } = stored;
	const tables = { lists, items, members, ownPrices, choices };
	const transaction: ReplicaTransaction = {
		meta: async () => stored.meta,
		putMeta: async (meta) => void (stored.meta = meta),
		outboxUpTo: async (mid) => stored.outbox.filter((entry) => entry.mid <= mid),
		deleteOutboxUpTo: async (mid) =>
			void (stored.outbox = stored.outbox.filter((entry) => entry.mid > mid)),
		deleteOutbox: async (mid) =>
			void (stored.outbox = stored.outbox.filter((entry) => entry.mid !== mid)),
		putDead: async (entries) => void (stored.dead = [...stored.dead, ...entries]),
		list: async (id) => stored.lists.get(id),
		item: async (id) => stored.items.get(id),
		// The log is read off the disk when somebody opens it.
		addMerges: async () => undefined,
		forgetMerges: async () => undefined,
		base: async () => ({
			lists: [...lists.values()],
			items: [...items.values()],
			members: [...members.values()],
			ownPrices: [...ownPrices.values()],
			choices: [...choices.values()]
		}),
		offered: async () => [...stored.offered],
		putOffered: async (rows) => {
			const keys = new Set(rows.map(({ key }) => key));
			stored.offered = [...stored.offered.filter(({ key }) => !keys.has(key)), ...rows];
		},
		deleteOffered: async (keys) =>
			void (stored.offered = stored.offered.filter(({ key }) => !keys.includes(key))),
		clearBase: async () => {
			for (const table of Object.values(tables)) table.clear();
		},
		removeList: async (listId) => {
			for (const table of Object.values(tables))
				for (const [id, row] of table) if (row.listId === listId) table.delete(id);
		},
		putRows: async (rows) => {
			for (const row of rows.lists) lists.set(row.id, row);
			for (const row of rows.items) items.set(row.id, row);
			for (const row of rows.members) members.set(row.id, row);
			for (const row of rows.ownPrices) ownPrices.set(row.id, row);
			for (const row of rows.choices) choices.set(row.id, row);
		}
	};
	return { transaction: (act) => act(transaction) };
}
