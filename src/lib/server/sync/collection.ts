import { TRASH_MS } from '#lib/domain/in-trash.ts';
import type { Sqlite } from '../db/sqlite.ts';
import { CLIENT_MS, TOMBSTONE_MS } from './retention.ts';
import type { SyncStore } from './sync-store.ts';

/**
 * Removes for good what nobody can want any more: lists that lay in the bin for 30 days, tombstones that every device
 * had 180 days to hear of, and devices that were not seen for 400 days. A device that stayed away for longer than a
 * tombstone lives finds its cursor below the floor and is sent a snapshot.
 */
export interface Collector {
	/**
	 * Inside the caller's transaction.
	 * @param now wall-clock ms
	 * @returns the people who lost a list, so that they can be told
	 */
	collect(now: number): Set<string>;
}

export function createCollector(sqlite: Sqlite, { members, timeline }: SyncStore): Collector {
	const expiredLists = sqlite
		.prepare<[number], string>('SELECT id FROM grocery_lists WHERE deleted_at < ?')
		.pluck();
	const dropItems = sqlite.prepare<[string]>('DELETE FROM grocery_items WHERE list_id = ?');
	const dropList = sqlite.prepare<[string]>('DELETE FROM grocery_lists WHERE id = ?');
	const dropInvites = sqlite.prepare<[string]>('DELETE FROM invites WHERE list_id = ?');
	// A row that became part of another leads to it as long as that one is there.
	const oldItems = `FROM grocery_items WHERE deleted_at < ? AND (merged_into IS NULL
		OR merged_into NOT IN (SELECT id FROM grocery_items))`;
	const oldMemberships = `FROM list_members WHERE stamps ->> '$."$"[1]' < ?
		AND list_id NOT IN (SELECT id FROM grocery_lists)`;
	const newest = [oldItems, oldMemberships].map((rows) =>
		sqlite.prepare<[number], number>(`SELECT coalesce(max(rev), 0) ${rows}`).pluck()
	);
	const drop = [oldItems, oldMemberships].map((rows) => sqlite.prepare<[number]>(`DELETE ${rows}`));
	const oldClients = 'FROM sync_clients WHERE seen_at < ?';
	const dropRejects = sqlite.prepare<[number]>(
		`DELETE FROM sync_rejects WHERE client_id IN (SELECT client_id ${oldClients})`
	);
	const dropClients = sqlite.prepare<[number]>(`DELETE ${oldClients}`);

	function purge(listId: string, now: number): string[] {
		const people = members.userIdsOn(listId);
		const rev = timeline.nextRevision();
		for (const { userId, role } of members.onList(listId))
			members.put(listId, userId, { role, active: false, rev, at: now, clientId: 'server' });
		for (const statement of [dropItems, dropList, dropInvites]) statement.run(listId);
		return people;
	}

	return {
		collect(now) {
			const told = expiredLists.all(now - TRASH_MS).flatMap((listId) => purge(listId, now));
			const before = now - TOMBSTONE_MS;
			timeline.raiseFloor(Math.max(...newest.map((statement) => statement.get(before) ?? 0)));
			for (const statement of drop) statement.run(before);
			dropRejects.run(now - CLIENT_MS);
			dropClients.run(now - CLIENT_MS);
			return new Set(told);
		}
	};
}
