import { createHash, randomBytes } from 'node:crypto';
import { SESSION_DAYS } from '#lib/protocol/session-cookie.ts';
import type { Sqlite } from '../db/sqlite.ts';

/** A signed-in device, and whose it is. */
export interface Session {
	readonly id: string;
	readonly userId: string;
	/** The person's name; '' until they give one. */
	readonly name: string;
	/** Wall-clock ms of the last use, written at most once an hour. */
	readonly seenAt: number;
}

export interface Device {
	readonly id: string;
	readonly name: string;
	readonly createdAt: number;
	readonly seenAt: number;
}

/** Rows of people and of their devices. What writes runs inside the caller's transaction. */
export interface SessionStore {
	/** The session behind a token, unless it was unused for too long. */
	find(token: string, now: number): Session | null;
	isAlive(id: string): boolean;
	devicesOf(userId: string): Device[];
	hasPeople(): boolean;
	addUser(id: string, now: number): void;
	rename(userId: string, name: string, rev: number): void;
	nameOf(userId: string): string;
	/** @returns the token, which is nowhere else from here on */
	add(session: { id: string; userId: string; deviceName: string }, now: number): string;
	touch(id: string, now: number): void;
	/** @returns whether it was there and this person's */
	end(id: string, userId: string): boolean;
	/** Makes one person a part of another, devices and all. */
	absorb(userId: string, byUserId: string): void;
	/** Whether one person is the other, or became them. */
	isSame(userId: string, nowUserId: string): boolean;
}

const TOKEN_BYTES = 32;
const SESSION_MS = SESSION_DAYS * 24 * 3_600_000;
/** The least recently used one makes room. */
const MAX_DEVICES = 50;

/** 256 random bits in 43 characters. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** What is stored of a token: who reads the database, or a backup, can sign in nowhere. */
export const hashToken = (token: string): string =>
	createHash('sha256').update(token).digest('base64url');

export function createSessionStore(sqlite: Sqlite): SessionStore {
	const find = sqlite.prepare<[string, number], Session>(
		`SELECT s.id, s.user_id AS userId, u.name, s.seen_at AS seenAt
		 FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.token_hash = ? AND s.seen_at > ?`
	);
	const isAlive = sqlite.prepare<[string], number>('SELECT 1 FROM sessions WHERE id = ?').pluck();
	const devices = sqlite.prepare<[string], Device>(
		`SELECT id, device_name AS name, created_at AS createdAt, seen_at AS seenAt
		 FROM sessions WHERE user_id = ? ORDER BY seen_at DESC, id`
	);
	const anybody = sqlite.prepare<[], number>('SELECT 1 FROM users LIMIT 1').pluck();
	const addUser = sqlite.prepare<[string, number]>(
		"INSERT INTO users (id, name, created_at) VALUES (?, '', ?)"
	);
	const rename = sqlite.prepare<[string, number, string]>(
		'UPDATE users SET name = ?, rev = ? WHERE id = ?'
	);
	const name = sqlite.prepare<[string], string>('SELECT name FROM users WHERE id = ?').pluck();
	const add = sqlite.prepare<[string, string, string, string, number, number]>(
		`INSERT INTO sessions (id, token_hash, user_id, device_name, created_at, seen_at)
		 VALUES (?, ?, ?, ?, ?, ?)`
	);
	const makeRoom = sqlite.prepare<{ userId: string; kept: number; expired: number }>(
		`DELETE FROM sessions WHERE seen_at <= @expired OR id IN (SELECT id FROM sessions
		 WHERE user_id = @userId ORDER BY seen_at DESC, id LIMIT -1 OFFSET @kept)`
	);
	const touch = sqlite.prepare<[number, string]>('UPDATE sessions SET seen_at = ? WHERE id = ?');
	const end = sqlite.prepare<[string, string]>('DELETE FROM sessions WHERE id = ? AND user_id = ?');
	const move = sqlite.prepare<[string, string]>(
		'UPDATE sessions SET user_id = ? WHERE user_id = ?'
	);
	const absorb = sqlite.prepare<[string, string]>('UPDATE users SET absorbed_by = ? WHERE id = ?');
	// Followed to the end: whoever was absorbed may have been absorbed again.
	const isSame = sqlite
		.prepare<[string, string], number>(
			`WITH RECURSIVE became (id) AS (VALUES (?) UNION SELECT u.absorbed_by FROM users u
			 JOIN became b ON u.id = b.id WHERE u.absorbed_by IS NOT NULL)
			 SELECT 1 FROM became WHERE id = ?`
		)
		.pluck();
	return {
		find: (token, now) => find.get(hashToken(token), now - SESSION_MS) ?? null,
		isAlive: (id) => isAlive.get(id) !== undefined,
		devicesOf: (userId) => devices.all(userId),
		hasPeople: () => anybody.get() !== undefined,
		addUser: (id, now) => void addUser.run(id, now),
		rename: (userId, to, rev) => void rename.run(to, rev, userId),
		nameOf: (userId) => name.get(userId) ?? '',
		add({ id, userId, deviceName }, now) {
			const token = newToken();
			makeRoom.run({ userId, kept: MAX_DEVICES - 1, expired: now - SESSION_MS });
			add.run(id, hashToken(token), userId, deviceName, now, now);
			return token;
		},
		touch: (id, now) => void touch.run(now, id),
		end: (id, userId) => end.run(id, userId).changes > 0,
		absorb(userId, byUserId) {
			move.run(byUserId, userId);
			absorb.run(byUserId, userId);
		},
		isSame: (userId, nowUserId) => isSame.get(userId, nowUserId) !== undefined
	};
}
