import type { Sqlite } from '../db/sqlite.ts';
import { createClientStore, type ClientStore } from './clients.ts';
import { createMemberStore, type MemberStore } from './members.ts';
import { createSqlRows, type SqlRows } from './sql-rows.ts';
import { createTimelineStore, type TimelineStore } from './timeline.ts';

/** Everything a sync request reads and writes, over one connection and its prepared statements. */
export interface SyncStore {
	readonly rows: SqlRows;
	readonly members: MemberStore;
	readonly clients: ClientStore;
	readonly timeline: TimelineStore;
	/** Runs it in a savepoint of the open transaction: when it throws, what it wrote is undone. */
	inSavepoint<T>(act: () => T): T;
}

/**
 * @param firstEpoch name of the timeline, used when the database is new
 * @param now wall-clock ms
 */
export function createSyncStore(sqlite: Sqlite, firstEpoch: string, now: number): SyncStore {
	return {
		rows: createSqlRows(sqlite),
		members: createMemberStore(sqlite),
		clients: createClientStore(sqlite),
		timeline: createTimelineStore(sqlite, firstEpoch, now),
		// Nested, better-sqlite3 turns its transactions into savepoints.
		inSavepoint: (act) => sqlite.transaction(act)()
	};
}
