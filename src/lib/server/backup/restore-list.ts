import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { choiceId } from '#lib/domain/choice.ts';
import { nameProblem } from '#lib/domain/item.ts';
import { MAX_LISTS, type List } from '#lib/domain/list.ts';
import type { OwnPrice } from '#lib/domain/own-price.ts';
import type { Stamps } from '#lib/domain/row.ts';
import { openDataLock } from '../db/lock.ts';
import { openDatabase, type OpenedDatabase } from '../db/open.ts';
import { DataRefused } from '../db/refused.ts';
import { createSyncStore, type SyncStore } from '../sync/sync-store.ts';
import { closeWorkFolder } from './folder.ts';
import { bringIn, findArchive, finishRestore, listsIn, type RestoreTools } from './restore.ts';

interface RestoreListTools extends RestoreTools {
	/** The id of a list in the backup, or its name where only one is called so. */
	readonly list: string;
	/** The time of the backup in words that go behind the list's name. */
	readonly label: string;
	/** 128 random bits in 22 characters. */
	readonly newId: () => string;
}

export interface BroughtBack {
	readonly name: string;
	readonly items: number;
	readonly members: number;
}

/**
 * Brings back one list of a backup as a new one, beside whatever is there: for those who are on the list now, or were then
 * when it is gone.
 * @throws DataRefused while a server works in the folder, and when there is no such list in the backup
 */
export async function restoreList(tools: RestoreListTools): Promise<BroughtBack> {
	const { dataDir } = tools;
	const archive = findArchive(tools);
	if (!existsSync(join(dataDir, 'grocery.db')))
		throw new DataRefused(
			`There is no data in ${dataDir} to put a list beside. Restore all of it.`
		);
	const lock = await openDataLock(dataDir);
	try {
		await finishRestore(dataDir);
		return await between(
			await bringIn(archive, dataDir),
			join(dataDir, 'grocery.db'),
			(then, now) => copyList(then, now, tools)
		);
	} finally {
		await closeWorkFolder(dataDir);
		lock.close();
	}
}

async function between<T>(
	oldFile: string,
	file: string,
	act: (then: OpenedDatabase, now: OpenedDatabase) => T
): Promise<T> {
	const then = await openDatabase(oldFile);
	try {
		const now = await openDatabase(file);
		try {
			return act(then, now);
		} finally {
			await now.close();
		}
	} finally {
		await then.close();
	}
}

function copyList(
	then: OpenedDatabase,
	now: OpenedDatabase,
	{ list: wanted, label, newId, newEpoch, now: clock }: RestoreListTools
): BroughtBack {
	const before = createSyncStore(then.sqlite, newEpoch(), clock());
	const after = createSyncStore(now.sqlite, newEpoch(), clock());
	const list = before.rows.get('lists', findList(then, wanted));
	if (!list) throw new Error('A list that was just found is gone.');
	const people = peopleFor(list, before, after);
	return now.sqlite
		.transaction(() => {
			const rev = after.timeline.nextRevision();
			const id = newId();
			const [at, clientId] = [clock(), 'server'];
			// What was done to the rows in another time says nothing about these, which are new.
			const stamps: Stamps = { $: [rev, at, clientId] };
			const labelled = `${list.name} (${label})`;
			const name = nameProblem(labelled) === null ? labelled : list.name;
			after.rows.put('lists', { ...list, id, listId: id, name, deletedAt: null, rev, stamps });
			const items = [...before.rows.liveItems(list.id)];
			for (const item of items)
				after.rows.put('items', { ...item, id: newId(), listId: id, rev, stamps });
			// When and by whom a price was seen is what it is about.
			const asNew = (row: OwnPrice) => ({ $: [rev, row.stamps.$[1], row.stamps.$[2]] as const });
			for (const price of before.rows.ownPricesSince(list.id, -1).filter(isKept))
				after.rows.put('ownPrices', {
					...price,
					id: newId(),
					listId: id,
					rev,
					stamps: asNew(price)
				});
			for (const choice of before.rows.choicesSince(list.id, -1))
				after.rows.put('choices', {
					...choice,
					id: choiceId(id, choice.norm),
					listId: id,
					rev,
					stamps
				});
			for (const { userId, role } of people)
				after.members.put(id, userId, { role, active: true, rev, at, clientId });
			return { name, items: items.length, members: people.length };
		})
		.immediate();
}

const isKept = ({ deletedAt }: OwnPrice): boolean => deletedAt === null;

function findList({ sqlite }: OpenedDatabase, wanted: string): string {
	const lists = listsIn(sqlite);
	const exact = lists.find(({ id }) => id === wanted);
	const named = lists.filter(({ name }) => name.toLowerCase() === wanted.toLowerCase());
	const [only] = exact ? [exact] : named;
	if (only && (exact || named.length === 1)) return only.id;
	const shown = lists.map(({ id, name, items }) => `  ${id}  ${name}, ${items} items`).join('\n');
	const why = only ? 'several lists of that name' : `no list "${wanted}"`;
	throw new DataRefused(`The backup has ${why}. Name one by its id:\n${shown}`);
}

/** Who is on it now; for a list that is gone, who was on it and is known still. */
function peopleFor({ id, name }: List, before: SyncStore, after: SyncStore) {
	const isThere = after.rows.get('lists', id) !== undefined;
	const people = (isThere ? after : before).members
		.onList(id)
		.filter(({ active, userId }) => active && after.members.isPerson(userId))
		.filter(({ userId }) => after.members.listCountOf(userId) < MAX_LISTS);
	if (people.length > 0) return people;
	throw new DataRefused(
		`Nobody on this server can have "${name}": those who were on it are not known here any more, ` +
			`or are on ${MAX_LISTS} lists already. Nothing was changed.`
	);
}
