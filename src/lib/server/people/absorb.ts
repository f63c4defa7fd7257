import { FIRST_LIST_NAME, type List } from '#lib/domain/list.ts';
import type { SyncStore } from '../sync/sync-store.ts';
import type { Session, SessionStore } from './sessions.ts';

/**
 * Makes what a device did before it was paired the person's own: its lists, and its counter with them, so that
 * edits on their way still count once. Only somebody without a name who shares nothing disappears like that;
 * anybody else stays who they are, and the device begins anew as the other person.
 *
 * Runs inside the caller's transaction.
 * @returns whether the two are one now
 */
export function absorb(
	{ sessions, sync }: { sessions: SessionStore; sync: SyncStore },
	{ userId, name }: Session,
	byUserId: string,
	at: number
): boolean {
	const { members, clients, timeline, rows } = sync;
	if (userId === byUserId) return false;
	const mine = members.allOf(userId).filter(({ active }) => active);
	const isShared = mine.some(({ listId }) => members.userIdsOn(listId).length > 1);
	if (name !== '' || isShared) return false;
	const rev = timeline.nextRevision();
	for (const { listId, role } of mine) {
		const change = { role, rev, at, clientId: 'server' };
		members.put(listId, userId, { ...change, active: false });
		if (!isUntouched(rows.get('lists', listId), sync))
			members.put(listId, byUserId, { ...change, active: true });
	}
	clients.move(userId, byUserId, rev);
	sessions.absorb(userId, byUserId);
	return true;
}

/** The list that a first visit makes by itself, and nobody has used. */
function isUntouched(list: List | undefined, { rows }: SyncStore): boolean {
	if (!list) return true;
	const isFirst = list.name === FIRST_LIST_NAME && Object.keys(list.stamps).length === 1;
	return isFirst && rows.itemsSince(list.id, -1, null).length === 0;
}
