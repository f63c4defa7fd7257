import type { ErrorCode } from '#lib/protocol/error.ts';
import type { Reject } from '#lib/protocol/sync.ts';
import type { Sqlite } from '../db/sqlite.ts';

/** A device as the server counts it. */
export interface SyncClient {
	readonly userId: string;
	/** The last mutation of it that was applied or refused; committed with its effects, which makes it exactly-once. */
	readonly lmid: number;
	readonly seenAt: number;
	/** A cursor below it was given to somebody else, so it says nothing of what this person may see. */
	readonly floor: number;
}

export interface ClientStore {
	get(clientId: string): SyncClient | undefined;
	put(clientId: string, client: Omit<SyncClient, 'floor'>): void;
	reject(clientId: string, reject: Reject, body: string, at: number): void;
	rejectsAfter(clientId: string, mid: number): Reject[];
	/** Drops those the device has heard of, and the oldest of a device that never says so. */
	forgetRejects(clientId: string, acked: number): void;
	/** How many devices a person has had. */
	countOf(userId: string): number;
	/** Gives all of a person's clients to another, to whom they begin at a revision. */
	move(fromUserId: string, toUserId: string, rev: number): void;
	/** Whose these clients are, for those the server knows. */
	owners(clientIds: readonly string[]): Record<string, string>;
}

/** Kept for a device that has not said that it heard of them. */
const MAX_REJECTS = 1_000;

export function createClientStore(sqlite: Sqlite): ClientStore {
	const get = sqlite.prepare<[string], SyncClient>(
		'SELECT user_id AS userId, lmid, seen_at AS seenAt, floor FROM sync_clients WHERE client_id = ?'
	);
	const put = sqlite.prepare<[string, string, number, number]>(
		`INSERT INTO sync_clients (client_id, user_id, lmid, seen_at) VALUES (?, ?, ?, ?)
		 ON CONFLICT (client_id) DO UPDATE SET lmid = excluded.lmid, seen_at = excluded.seen_at`
	);
	const reject = sqlite.prepare<[string, number, string, string, string, string, number]>(
		`INSERT INTO sync_rejects (client_id, mid, muid, code, message, body, at) VALUES (?, ?, ?, ?, ?, ?, ?)
		 ON CONFLICT DO NOTHING`
	);
	const rejects = sqlite.prepare<
		[string, number],
		{ mid: number; muid: string; code: ErrorCode; message: string }
	>(
		'SELECT mid, muid, code, message FROM sync_rejects WHERE client_id = ? AND mid > ? ORDER BY mid'
	);
	const forget = sqlite.prepare<{ clientId: string; acked: number; kept: number }>(
		`DELETE FROM sync_rejects WHERE client_id = @clientId AND (mid <= @acked OR mid <=
		 (SELECT mid FROM sync_rejects WHERE client_id = @clientId ORDER BY mid DESC LIMIT 1 OFFSET @kept))`
	);
	const count = sqlite
		.prepare<[string], number>('SELECT count(*) FROM sync_clients WHERE user_id = ?')
		.pluck();
	const move = sqlite.prepare<[string, number, string]>(
		'UPDATE sync_clients SET user_id = ?, floor = ? WHERE user_id = ?'
	);
	const owners = sqlite.prepare<[string], { clientId: string; userId: string }>(
		`SELECT client_id AS clientId, user_id AS userId FROM sync_clients
		 WHERE client_id IN (SELECT value FROM json_each(?))`
	);
	return {
		get: (clientId) => get.get(clientId),
		put: (clientId, { userId, lmid, seenAt }) => void put.run(clientId, userId, lmid, seenAt),
		reject: (clientId, { mid, muid, code, message }, body, at) =>
			void reject.run(clientId, mid, muid, code, message, body, at),
		rejectsAfter: (clientId, mid) => rejects.all(clientId, mid),
		forgetRejects: (clientId, acked) => void forget.run({ clientId, acked, kept: MAX_REJECTS }),
		move: (fromUserId, toUserId, rev) => void move.run(toUserId, rev, fromUserId),
		countOf: (userId) => count.get(userId) ?? 0,
		owners: (clientIds) =>
			Object.fromEntries(
				owners.all(JSON.stringify(clientIds)).map(({ clientId, userId }) => [clientId, userId])
			)
	};
}
