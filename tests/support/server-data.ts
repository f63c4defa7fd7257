import { isDeepStrictEqual } from 'node:util';
import Database from 'better-sqlite3';
import { createMemberStore, type MemberStore } from '#lib/server/sync/members.ts';
import { createSqlRows, type SqlRows } from '#lib/server/sync/sql-rows.ts';
import type { HeadlessDevice } from './headless-device.ts';

/** A server's database, read by its own code from outside. Whoever opens it closes it. */
export interface ServerData {
	readonly rows: SqlRows;
	readonly members: MemberStore;
	/** The ids of all items, deleted ones too. */
	readonly itemIds: readonly string[];
	readonly epoch: string;
	/** `ok`, or what SQLite finds broken. */
	readonly integrity: string;
	close(): void;
}

export function openServerData(file: string): ServerData {
	const sqlite = new Database(file, { fileMustExist: true });
	const value = (sql: string) => sqlite.prepare<[], string>(sql).pluck();
	return {
		rows: createSqlRows(sqlite),
		members: createMemberStore(sqlite),
		itemIds: value('SELECT id FROM grocery_items').all(),
		epoch: value('SELECT epoch FROM sync_meta').get() ?? '',
		integrity: value('PRAGMA integrity_check').all().join(', '),
		close: () => void sqlite.close()
	};
}

/** I4, I5: in what a device that waits for nothing differs from the server's rows it may see; null in nothing. */
export function differenceOf(device: HeadlessDevice, data: ServerData): string | null {
	const { stored, userId } = device;
	const listIds = data.members
		.allOf(userId)
		.filter(({ active }) => active)
		.map(({ listId }) => listId);
	const served = {
		lists: listIds.flatMap((id) => data.rows.get('lists', id) ?? []),
		items: listIds.flatMap((id) => data.rows.itemsSince(id, -1, null)),
		members: listIds.flatMap((id) => data.members.onList(id))
	};
	for (const table of ['lists', 'items', 'members'] as const) {
		const held = stored[table];
		for (const row of served[table])
			if (!isDeepStrictEqual(held.get(row.id), row))
				return `${table} ${row.id} is ${JSON.stringify(held.get(row.id))}, on the server ${JSON.stringify(row)}`;
		if (held.size !== served[table].length)
			return `it holds ${held.size} ${table}, the server ${served[table].length}`;
	}
	return null;
}
