import type { Role } from '#lib/domain/member.ts';
import type { ErrorBody } from '#lib/protocol/error.ts';
import { errorBody } from '#lib/protocol/error.ts';
import type { Sqlite } from '../db/sqlite.ts';
import { hashToken, newToken } from './sessions.ts';

/** How long a link works; it works once. */
export const LINK_MS = 24 * 3_600_000;
/** What is used or over is kept as long, so that a second try is told why. */
const KEPT_MS = 30 * 24 * 3_600_000;

interface Invite {
	readonly listId: string;
	readonly role: Role;
	/** Who came by it; null while it is open. */
	readonly usedBy: string | null;
	readonly expiresAt: number;
}

/** One-time links: onto a list, and for another device of a person. Writes run inside the caller's transaction. */
export interface LinkStore {
	addInvite(invite: { listId: string; role: Role; createdBy: string }, now: number): string;
	/** Ends the open invites that somebody made, to one list or, for null, to all. */
	dropInvites(createdBy: string, listId: string | null): void;
	/** @returns the invite, or why it does not work; one used by this very person works again, as an answer may get lost */
	openInvite(token: string, userId: string | null, now: number): Invite | ErrorBody;
	useInvite(token: string, userId: string): void;
	addPairing(userId: string, now: number): string;
	/** Ends the open pairings of a person. */
	dropPairings(userId: string): void;
	/** Uses a pairing up. @returns whose device it makes */
	usePairing(token: string, now: number): { userId: string } | ErrorBody;
}

export function createLinkStore(sqlite: Sqlite): LinkStore {
	const addInvite = sqlite.prepare<[string, string, Role, string, number]>(
		'INSERT INTO invites (token_hash, list_id, role, created_by, expires_at) VALUES (?, ?, ?, ?, ?)'
	);
	const getInvite = sqlite.prepare<[string], Invite>(
		`SELECT list_id AS listId, role, used_by AS usedBy, expires_at AS expiresAt
		 FROM invites WHERE token_hash = ?`
	);
	const useInvite = sqlite.prepare<[string, string]>(
		'UPDATE invites SET used_by = ? WHERE token_hash = ?'
	);
	const dropOldInvites = sqlite.prepare<[number]>('DELETE FROM invites WHERE expires_at < ?');
	const dropInvites = sqlite.prepare<{ createdBy: string; listId: string | null }>(
		`DELETE FROM invites WHERE created_by = @createdBy AND used_by IS NULL
		 AND (@listId IS NULL OR list_id = @listId)`
	);
	const dropPairings = sqlite.prepare<[string]>(
		'DELETE FROM pairings WHERE user_id = ? AND used = 0'
	);
	const addPairing = sqlite.prepare<[string, string, number]>(
		'INSERT INTO pairings (token_hash, user_id, expires_at) VALUES (?, ?, ?)'
	);
	const getPairing = sqlite.prepare<
		{ hash: string },
		{ userId: string; used: 0 | 1; expiresAt: number }
	>(
		// Whoever made it may have become a part of somebody else since.
		`WITH RECURSIVE became (id) AS (SELECT user_id FROM pairings WHERE token_hash = @hash
		 UNION SELECT u.absorbed_by FROM users u JOIN became b ON u.id = b.id WHERE u.absorbed_by IS NOT NULL)
		 SELECT u.id AS userId, p.used, p.expires_at AS expiresAt FROM pairings p, became b
		 JOIN users u ON u.id = b.id WHERE p.token_hash = @hash AND u.absorbed_by IS NULL`
	);
	const usePairing = sqlite.prepare<[string]>('UPDATE pairings SET used = 1 WHERE token_hash = ?');
	const dropOldPairings = sqlite.prepare<[number]>('DELETE FROM pairings WHERE expires_at < ?');

	return {
		addInvite({ listId, role, createdBy }, now) {
			dropOldInvites.run(now - KEPT_MS);
			const token = newToken();
			addInvite.run(hashToken(token), listId, role, createdBy, now + LINK_MS);
			return token;
		},
		openInvite(token, userId, now) {
			const invite = getInvite.get(hashToken(token));
			if (!invite) return UNKNOWN;
			if (invite.usedBy !== null && invite.usedBy !== userId) return USED;
			return invite.usedBy === null && invite.expiresAt <= now ? EXPIRED : invite;
		},
		dropInvites: (createdBy, listId) => void dropInvites.run({ createdBy, listId }),
		dropPairings: (userId) => void dropPairings.run(userId),
		useInvite: (token, userId) => void useInvite.run(userId, hashToken(token)),
		addPairing(userId, now) {
			dropOldPairings.run(now - KEPT_MS);
			const token = newToken();
			addPairing.run(hashToken(token), userId, now + LINK_MS);
			return token;
		},
		usePairing(token, now) {
			const pairing = getPairing.get({ hash: hashToken(token) });
			if (!pairing) return UNKNOWN;
			if (pairing.used === 1) return USED;
			if (pairing.expiresAt <= now) return EXPIRED;
			usePairing.run(hashToken(token));
			return { userId: pairing.userId };
		}
	};
}

const UNKNOWN = errorBody('not_found', 'This link does not work. Ask for a new one.');
export const USED = errorBody(
	'used',
	'This link was used already; each works once. Ask for a new one.'
);
const EXPIRED = errorBody(
	'expired',
	'This link is over; each works for 24 hours. Ask for a new one.'
);
