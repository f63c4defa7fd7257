import type { ReplicaStore, ReplicaTransaction } from '#lib/client/apply-answer.ts';
import type { DeadEntry, OutboxEntry, ReplicaMeta } from '#lib/client/db.ts';
import type { Item } from '#lib/domain/item.ts';
import type { List } from '#lib/domain/list.ts';
import type { Member } from '#lib/domain/member.ts';

/** A device's stores in memory, behind the interface that IndexedDB has in the product. */
export class MemoryReplicaStore implements ReplicaStore {
	meta: ReplicaMeta;
	lists = new Map<string, List>();
	items = new Map<string, Item>();
	members = new Map<string, Member>();
	outbox: OutboxEntry[] = [];
	dead: DeadEntry[] = [];

	constructor(clientId: string) {
		const start = { lastMid: 0, cursor: 0, epoch: null, acked: 0, proof: null, undo: [] };
		this.meta = { clientId, ...start };
	}

	/** Nothing else runs meanwhile, because the tests wait for one thing at a time. */
	async transaction<T>(act: (transaction: ReplicaTransaction) => Promise<T>): Promise<T> {
		return act(this.#transaction);
	}

	readonly #transaction: ReplicaTransaction = {
		meta: async () => this.meta,
		putMeta: async (meta) => void (this.meta = meta),
		outboxUpTo: async (mid) => this.outbox.filter((entry) => entry.mid <= mid),
		deleteOutboxUpTo: async (mid) =>
			void (this.outbox = this.outbox.filter((entry) => entry.mid > mid)),
		putDead: async (entries) => void this.dead.push(...entries),
		clearBase: async () => {
			for (const table of [this.lists, this.items, this.members]) table.clear();
		},
		removeList: async (listId) => {
			for (const table of [this.lists, this.items, this.members])
				for (const [id, row] of table) if (row.listId === listId) table.delete(id);
		},
		putRows: async ({ lists, items, members }) => {
			for (const list of lists) this.lists.set(list.id, list);
			for (const item of items) this.items.set(item.id, item);
			for (const member of members) this.members.set(member.id, member);
		}
	};
}
