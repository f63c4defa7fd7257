import { TRASH_MS } from '#lib/domain/in-trash.ts';
import type { Sqlite } from '../db/sqlite.ts';
import { CLIENT_MS, TOMBSTONE_MS } from './retention.ts';
import type { SyncStore } from './sync-store.ts';

/** What was paid for one thing, on one list: two years of weekly trips are too many to be of use. */
const KEPT_OF_EACH = 24;

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
	const dropRows = ['grocery_items', 'own_prices', 'choices', 'invites']
		.map((table) => `DELETE FROM ${table} WHERE list_id = ?`)
		.concat('DELETE FROM grocery_lists WHERE id = ?')
		.map((statement) => sqlite.prepare<[string]>(statement));
	// A row that became part of another leads to it as long as that one is there.
	const oldItems = `FROM grocery_items WHERE deleted_at < ? AND (merged_into IS NULL
		OR merged_into NOT IN (SELECT id FROM grocery_items))`;
	const oldMemberships = `FROM list_members WHERE stamps ->> '$."$"[1]' < ?
		AND list_id NOT IN (SELECT id FROM grocery_lists)`;
	const oldPrices = 'FROM own_prices WHERE deleted_at < ?';
	const old = [oldItems, oldMemberships, oldPrices];
	const newest = old.map((rows) =>
		sqlite.prepare<[number], number>(`SELECT coalesce(max(rev), 0) ${rows}`).pluck()
	);
	const drop = old.map((rows) => sqlite.prepare<[number]>(`DELETE ${rows}`));
	/** All but the newest of each thing on each list. */
	const surplus = sqlite.prepare<[number, number]>(
		`UPDATE own_prices SET deleted_at = ?, rev = ? WHERE deleted_at IS NULL AND id IN (
			SELECT id FROM (SELECT id, row_number() OVER (
				PARTITION BY list_id, coalesce(product_id, '/' || norm)
				ORDER BY stamps ->> '$."$"[1]' DESC
			) AS place FROM own_prices WHERE deleted_at IS NULL) WHERE place > ${KEPT_OF_EACH}
		)`
	);
	const hasSurplus = sqlite.prepare<[], number>(
		`SELECT 1 FROM own_prices WHERE deleted_at IS NULL
		 GROUP BY list_id, coalesce(product_id, '/' || norm) HAVING count(*) > ${KEPT_OF_EACH} LIMIT 1`
	);
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
		for (const statement of dropRows) statement.run(listId);
		return people;
	}

	return {
		collect(now) {
			const told = expiredLists.all(now - TRASH_MS).flatMap((listId) => purge(listId, now));
			if (hasSurplus.get() !== undefined) surplus.run(now, timeline.nextRevision());
			const before = now - TOMBSTONE_MS;
			timeline.raiseFloor(Math.max(...newest.map((statement) => statement.get(before) ?? 0)));
			for (const statement of drop) statement.run(before);
			dropRejects.run(now - CLIENT_MS);
			dropClients.run(now - CLIENT_MS);
			return new Set(told);
		}
	};
}
