import 'fake-indexeddb/auto';
import { applyAnswer } from '#lib/client/apply-answer.ts';
import { ReplicaDatabase } from '#lib/client/db.ts';
import { requestOf, takeAnswer } from '#lib/client/exchange.ts';
import { memoryStore } from '#lib/client/memory-store.ts';
import { firstMeta, readStored, writeEdits, type Stored } from '#lib/client/replica-storage.ts';
import type { Mutation } from '#lib/domain/undo.ts';
import type { SyncAnswer, SyncRequest } from '#lib/protocol/sync.ts';

/** What one device keeps, and how it is changed: by the product's own code. */
export interface DeviceStore {
	/** What the device knows: base, outbox, and how far both have come. */
	readonly stored: Stored;
	/** Saves what a person did at `at`, wall-clock ms of the device. */
	save(mutation: Mutation, muid: string, at: number): Promise<void>;
	request(now: number): Promise<SyncRequest>;
	apply(request: SyncRequest, answer: SyncAnswer): Promise<void>;
	/** @throws Error when memory and disk do not hold the same */
	check(): Promise<void>;
	close(): Promise<void>;
}

export type StoreKind = 'memory' | 'dexie';

export function openStore(kind: StoreKind, clientId: string): Promise<DeviceStore> {
	return kind === 'memory' ? Promise.resolve(inMemory(clientId)) : onDexie(clientId);
}

function emptyStored(clientId: string): Stored {
	const tables = { lists: new Map(), items: new Map(), members: new Map() };
	return { meta: firstMeta(clientId), ...tables, outbox: [], dead: [] };
}

/** Quick, for many runs. */
function inMemory(clientId: string): DeviceStore {
	const stored = emptyStored(clientId);
	return {
		stored,
		async save(mutation, muid, at) {
			const { cursor: base, epoch, lastMid } = stored.meta;
			stored.meta = { ...stored.meta, lastMid: lastMid + 1 };
			const entry = { ...mutation, mid: lastMid + 1, muid, at, base, epoch };
			stored.outbox = [...stored.outbox, entry];
		},
		request: async (now) => requestOf(stored.meta, stored.outbox, now),
		apply: async (request, answer) =>
			void (await applyAnswer(memoryStore(stored), request, answer)),
		check: async () => undefined,
		close: async () => undefined
	};
}

let databases = 0;

/** IndexedDB as the product uses it, with what a tab holds of it in memory beside it. */
async function onDexie(clientId: string): Promise<DeviceStore> {
	const db = new ReplicaDatabase(`model-${++databases}`);
	const stored = emptyStored(clientId);
	await writeEdits(db, {
		tabId: 'tab',
		batch: [],
		undo: [],
		dropped: [],
		first: stored.meta
	});
	let seq = 0;
	return {
		stored,
		async save(mutation, muid, at) {
			const { cursor: base, epoch } = stored.meta;
			const entry = { ...mutation, mid: 0, muid, at, base, epoch };
			const batch = [{ seq: ++seq, entry }];
			const rest = { tabId: 'tab', undo: [], dropped: [], first: stored.meta };
			const { meta, entries } = await writeEdits(db, { batch, ...rest });
			stored.meta = meta;
			stored.outbox = [...stored.outbox, ...entries];
		},
		request: async (now) => requestOf(stored.meta, stored.outbox, now),
		apply: async (request, answer) => void (await takeAnswer(db, stored, request, answer)),
		async check() {
			const onDisk = await readStored(db, stored.meta);
			if (describeStored(onDisk) !== describeStored(stored))
				throw new Error(
					`I7 atomic: the disk holds\n${describeStored(onDisk)}\nand memory\n${describeStored(stored)}`
				);
		},
		close: () => db.delete()
	};
}

const describeStored = ({ lists, items, members, ...rest }: Stored): string =>
	JSON.stringify([...[lists, items, members].map((table) => [...table.values()].sort(byId)), rest]);

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
	a.id < b.id ? -1 : 1;
