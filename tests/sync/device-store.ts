import 'fake-indexeddb/auto';
import { applyAnswer, type ReplicaStore } from '#lib/client/apply-answer.ts';
import { META_KEY, ReplicaDatabase } from '#lib/client/db.ts';
import { requestOf, takeAnswer } from '#lib/client/exchange.ts';
import { memoryStore } from '#lib/client/memory-store.ts';
import { firstMeta, readStored, writeEdits, type Stored } from '#lib/client/replica-storage.ts';
import type { Mutation } from '#lib/domain/undo.ts';
import type { SyncAnswer, SyncRequest } from '#lib/protocol/sync.ts';

/** A tab that is open on a device. */
export interface Tab {
	/** What it knows: base, outbox, and how far both have come. */
	readonly stored: Stored;
	/** Saves what a person did at `at`, wall-clock ms of the device. */
	save(mutation: Mutation, muid: string, at: number): Promise<void>;
	request(now: number): SyncRequest;
	/** @param dies at which of its steps the tab is killed in the middle of it; null if it is not */
	apply(request: SyncRequest, answer: SyncAnswer, dies: number | null): Promise<void>;
	/** Hears what other tabs did. */
	catchUp(): Promise<void>;
}

/** What one device keeps, and how it is changed: by the product's own code. */
export interface DeviceStore {
	/** All over the same disk. */
	readonly tabs: readonly [Tab, Tab];
	/** @throws Error when a tab and the disk do not hold the same */
	check(): Promise<void>;
	close(): Promise<void>;
}

export type StoreKind = 'memory' | 'dexie';

export function openStore(kind: StoreKind, clientId: string): Promise<DeviceStore> {
	return kind === 'memory' ? Promise.resolve(inMemory(clientId)) : onDexie(clientId);
}

function emptyStored(clientId: string): Stored {
	const household = { members: new Map(), ownPrices: new Map(), choices: new Map() };
	const tables = { lists: new Map(), items: new Map(), ...household };
	const rest = { offered: [], outbox: [], dead: [], unsaved: [], refusedBy: null };
	return { meta: firstMeta(clientId), ...tables, ...rest };
}

/** The end of a tab, in the middle of what it was doing. */
class Killed extends Error {}

/** Throws `Killed` when it has been called so often. */
function fuse(dies: number | null): () => void {
	let steps = 0;
	return () => {
		if (dies !== null && ++steps > dies) throw new Killed();
	};
}

/** Quick, for many runs. Memory plays the disk, so both tabs hold the same. */
function inMemory(clientId: string): DeviceStore {
	const stored = emptyStored(clientId);
	const tab: Tab = {
		stored,
		async save(mutation, muid, at) {
			const { cursor: base, epoch, lastMid } = stored.meta;
			stored.meta = { ...stored.meta, lastMid: lastMid + 1 };
			const entry = { ...mutation, mid: lastMid + 1, muid, at, base, epoch };
			stored.outbox = [...stored.outbox, entry];
		},
		request: (now) => requestOf(stored, now),
		apply: (request, answer, dies) =>
			survive(applyAnswer(diskIn(stored, fuse(dies)), request, answer)),
		catchUp: async () => undefined
	};
	return { tabs: [tab, tab], check: async () => undefined, close: async () => undefined };
}

/** A transaction over memory that is undone when its tab is killed in it. */
function diskIn(stored: Stored, burn: () => void): ReplicaStore {
	return {
		async transaction(act) {
			const before = copyOf(stored);
			try {
				return await memoryStore(stored).transaction((transaction) =>
					act(
						new Proxy(transaction, {
							get(target, name, receiver) {
								burn();
								return Reflect.get(target, name, receiver) as unknown;
							}
						})
					)
				);
			} catch (cause) {
				Object.assign(stored, before);
				throw cause;
			}
		}
	};
}

const copyOf = (stored: Stored): Stored => ({
	...stored,
	lists: new Map(stored.lists),
	items: new Map(stored.items),
	members: new Map(stored.members),
	ownPrices: new Map(stored.ownPrices),
	choices: new Map(stored.choices)
});

let databases = 0;

/** IndexedDB as the product uses it, with what each tab holds of it in memory beside it. */
async function onDexie(clientId: string): Promise<DeviceStore> {
	const db = new ReplicaDatabase(`model-${++databases}`);
	await db.meta.put(firstMeta(clientId), META_KEY);
	let burn = fuse(null);
	db.use({
		stack: 'dbcore',
		name: 'killed tabs',
		create: (core) => ({
			...core,
			table(name) {
				const table = core.table(name);
				return {
					...table,
					mutate(request) {
						burn();
						return table.mutate(request);
					}
				};
			}
		})
	});
	/** Tabs that another has overtaken. */
	const behind = new Set<number>();
	const overtake = (number: number) =>
		[1, 2].forEach((other) => other !== number && behind.add(other));
	const tabs = [1, 2].map((number): Tab => {
		let stored = emptyStored(clientId);
		let seq = 0;
		async function catchUp(): Promise<void> {
			stored = await readStored(db);
			behind.delete(number);
		}
		return {
			get stored() {
				return stored;
			},
			async save(mutation, muid, at) {
				const { cursor: base, epoch } = stored.meta;
				const entry = { ...mutation, mid: 0, muid, at, base, epoch };
				const batch = [{ seq: ++seq, entry }];
				const rest = { undo: [], dropped: [] };
				await writeEdits(db, { tabId: `tab-${number}`, batch, ...rest });
				overtake(number);
				await catchUp();
			},
			request: (now) => requestOf(stored, now),
			async apply(request, answer, dies) {
				burn = fuse(dies);
				try {
					const { isApplied, isBehind } = await takeAnswer(db, stored, request, answer);
					if (isApplied) overtake(number);
					if (isBehind) await catchUp();
				} catch (cause) {
					if (!isKilled(cause)) throw cause;
				}
				burn = fuse(null);
				// A killed tab is opened anew.
				if (dies !== null) await catchUp();
			},
			catchUp
		};
	}) as [Tab, Tab];
	await Promise.all(tabs.map((tab) => tab.catchUp()));
	return {
		tabs,
		async check() {
			const onDisk = describeStored(await readStored(db));
			for (const [at, tab] of tabs.entries()) {
				if (behind.has(at + 1)) await tab.catchUp();
				const held = describeStored(tab.stored);
				if (held !== onDisk)
					throw new Error(`I7 atomic: the disk holds\n${onDisk}\nand a tab\n${held}`);
			}
		},
		close: () => db.delete()
	};
}

async function survive(work: Promise<unknown>): Promise<void> {
	try {
		await work;
	} catch (cause) {
		if (!isKilled(cause)) throw cause;
	}
}

/** Dexie wraps what was thrown in it. */
const isKilled = (cause: unknown): boolean =>
	cause instanceof Killed ||
	(cause instanceof Error && isKilled((cause as { inner?: unknown }).inner));

function describeStored({ lists, items, members, ownPrices, choices, ...rest }: Stored): string {
	const tables = [lists, items, members, ownPrices, choices];
	return JSON.stringify([...tables.map((table) => [...table.values()].sort(byId)), rest]);
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
	a.id < b.id ? -1 : 1;
