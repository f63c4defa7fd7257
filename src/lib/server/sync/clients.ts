import type { ErrorCode } from '#lib/protocol/error.ts';
import type { Reject } from '#lib/protocol/sync.ts';
import type { Sqlite } from '../db/sqlite.ts';

/** A device as the server counts it. */
export interface SyncClient {
	readonly userId: string;
	/** The last mutation of it that was applied or refused; committed with its effects, which makes it exactly-once. */
	readonly lmid: number;
	readonly seenAt: number;
}

export interface ClientStore {
	get(clientId: string): SyncClient | undefined;
	put(clientId: string, client: SyncClient): void;
	reject(clientId: string, reject: Reject, body: string, at: number): void;
	rejectsAfter(clientId: string, mid: number): Reject[];
	/** Whose these clients are, for those the server knows. */
	owners(clientIds: readonly string[]): Record<string, string>;
}

export function createClientStore(sqlite: Sqlite): ClientStore {
	const get = sqlite.prepare<[string], SyncClient>(
		'SELECT user_id AS userId, lmid, seen_at AS seenAt FROM sync_clients WHERE client_id = ?'
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
		owners: (clientIds) =>
			Object.fromEntries(
				owners.all(JSON.stringify(clientIds)).map(({ clientId, userId }) => [clientId, userId])
			)
	};
}
