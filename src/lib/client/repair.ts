import type { DeadEntry, OutboxEntry, ReplicaDatabase } from './db.ts';
import { META_KEY } from './db.ts';
import { firstMeta, readStored, type Stored } from './replica-storage.ts';
import {
	isSound,
	isSoundChoice,
	isSoundDead,
	isSoundEntry,
	isSoundItem,
	isSoundList,
	isSoundMember,
	isSoundMeta,
	isSoundOffered,
	isSoundOwnPrice
} from './soundness.ts';

// Brings a database into shape again in which something cannot be read. Loaded where there is something on the disk.

const UNREADABLE =
	'The disk of this device has damaged this change, and it cannot be read any more.';

/** What was read, if it is sound, else what is left once the damage was set aside. */
export async function ensureSound(
	db: ReplicaDatabase,
	stored: Stored,
	newId: () => string
): Promise<Stored> {
	return isSound(stored) ? stored : repairStored(db, newId);
}

/**
 * Sets aside what is damaged. Rows of the base come anew from the server; an edit that cannot be read goes to the tray
 * of what was not saved, as it is; what nobody can miss is dropped. Every sound edit stays.
 */
function repairStored(db: ReplicaDatabase, newId: () => string): Promise<Stored> {
	return db.transaction('rw', db.tables, async () => {
		const dropped = await Promise.all([
			dropUnsound(db.lists, isSoundList),
			dropUnsound(db.items, isSoundItem),
			dropUnsound(db.members, isSoundMember),
			dropUnsound(db.ownPrices, isSoundOwnPrice),
			dropUnsound(db.choices, isSoundChoice)
		]);
		await dropUnsound(db.salvage, isSoundOffered);
		const edits = await dropUnsound(db.outbox, isSoundEntry);
		const refused = await dropUnsound(db.dead, isSoundDead);
		await db.dead.bulkPut([...edits, ...refused].map((broken) => toDead(broken, newId)));
		await repairMeta(db, newId, dropped.flat().length > 0);
		return readStored(db);
	});
}

interface AnyTable<T> {
	toCollection(): { primaryKeys(): PromiseLike<unknown[]> };
	toArray(): PromiseLike<T[]>;
	bulkDelete(keys: never[]): PromiseLike<void>;
}

/** @returns what was dropped, whatever it is */
async function dropUnsound<T>(
	table: AnyTable<T>,
	isSound: (row: T) => boolean
): Promise<unknown[]> {
	const [rows, keys] = await Promise.all([table.toArray(), table.toCollection().primaryKeys()]);
	const broken = rows.map((row, at) => ({ row, key: keys[at] })).filter(({ row }) => !isSound(row));
	await table.bulkDelete(broken.map(({ key }) => key as never));
	return broken.map(({ row }) => row);
}

function toDead(broken: unknown, newId: () => string): DeadEntry {
	const { muid } = broken as Partial<OutboxEntry>;
	return {
		muid: typeof muid === 'string' ? muid : newId(),
		entry: null,
		code: 'invalid',
		message: UNREADABLE,
		unreadable: JSON.stringify(broken)
	};
}

/** @param isBaseHollow rows of the base are missing, so that its cursor says more than is there */
async function repairMeta(
	db: ReplicaDatabase,
	newId: () => string,
	isBaseHollow: boolean
): Promise<void> {
	const meta = await db.meta.get(META_KEY);
	if (meta && isSoundMeta(meta)) {
		if (isBaseHollow) await db.meta.put({ ...meta, cursor: 0 }, META_KEY);
		return;
	}
	// How far the server had heard this device is lost with the counter: it goes on as another device of its person.
	const lastMid = (await db.outbox.orderBy('mid').last())?.mid ?? 0;
	const userId = typeof meta?.userId === 'string' ? meta.userId : null;
	const base = [db.lists, db.items, db.members, db.ownPrices, db.choices];
	await Promise.all(base.map((table) => table.clear()));
	await db.meta.put({ ...firstMeta(newId()), lastMid, userId }, META_KEY);
}
