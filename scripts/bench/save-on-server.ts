import { join } from 'node:path';
import { applyMutation } from '#lib/domain/mutators.ts';
import { SERVER_RULES } from '#lib/domain/server-rules.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { createSyncStore, type SyncStore } from '#lib/server/sync/sync-store.ts';
import { createWriter } from '#lib/server/sync/writer.ts';
import type { Bench } from './bench.ts';
import { withFolder } from './scratch.ts';
import { timeInTurn, type Work } from './timing.ts';

/** As many devices as send an edit in the same moment. */
const AT_ONCE = 100;

/** An edit, on the disk of the server: a hundred that arrive at once, beside a transaction for each. */
export const saveOnServer: Bench = {
	name: 'save on the server, 100 at once',
	unit: 'ms',
	target: 100,
	bar: 1 / 8,
	barOf: 'limit',
	measure: () =>
		withFolder(async (dataDir) => {
			const database = await openDatabase(join(dataDir, 'grocery.db'));
			try {
				const store = createSyncStore(database.sqlite, 'epoch', 0);
				const writer = createWriter(database.sqlite);
				const edit = editOf(store);
				const together: Work = async (times) => {
					for (let i = 0; i < times; i += AT_ONCE)
						await Promise.all(Array.from({ length: AT_ONCE }, () => writer.write(edit)));
				};
				const oneByOne: Work = async (times) => {
					for (let i = 0; i < times; i++) await writer.write(edit);
				};
				const works = { ours: together, limit: oneByOne };
				const { ours, limit } = await timeInTurn(works, { rounds: 9, times: AT_ONCE * 5 });
				return { ours, limit };
			} finally {
				await database.close();
			}
		})
};

/** What one edit writes: the row it ticks, the revision, and the device's counter. */
function editOf({ rows, clients, timeline }: SyncStore): () => void {
	const rest = { note: '', productId: null, keepSeparate: false };
	const context = { rev: 1, at: 1, clientId: 'device', base: 1, server: SERVER_RULES };
	const item = { listId: 'list', id: 'milk', name: 'Milk', ...rest };
	applyMutation(rows, 'list.create', { listId: 'list', name: 'Groceries' }, context);
	applyMutation(rows, 'item.add', { ...item, quantity: { milli: 1_000, unit: null } }, context);
	let lmid = 0;
	return () => {
		const rev = timeline.nextRevision();
		const patch = { checked: ++lmid % 2 === 0 };
		applyMutation(rows, 'item.set', { listId: 'list', id: 'milk', patch }, { ...context, rev });
		clients.put('device', { userId: 'ann', lmid, seenAt: lmid });
	};
}
