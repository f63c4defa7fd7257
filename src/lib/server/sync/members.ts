import type { Member, Role } from '#lib/domain/member.ts';
import type { Stamps } from '#lib/domain/row.ts';
import type { Sqlite } from '../db/sqlite.ts';

/** One person's place on one list, past ones included. */
export interface Membership {
	readonly listId: string;
	readonly role: Role;
	readonly active: boolean;
	/** The revision at which it last changed: a device below it has not heard. */
	readonly rev: number;
}

interface MembershipRecord {
	readonly list_id: string;
	readonly role: Role;
	readonly active: 0 | 1;
	readonly rev: number;
}

interface MemberRecord {
	readonly list_id: string;
	readonly user_id: string;
	readonly name: string;
	readonly role: Role;
	readonly rev: number;
	readonly stamps: string;
}

export interface MemberStore {
	of(listId: string, userId: string): Membership | undefined;
	allOf(userId: string): Membership[];
	/** Everybody on the list now. */
	onList(listId: string): Member[];
	put(listId: string, userId: string, change: MembershipChange): void;
}

export interface MembershipChange {
	readonly role: Role;
	readonly active: boolean;
	readonly rev: number;
	readonly at: number;
	/** The client that caused it, for the list's log. */
	readonly clientId: string;
}

export function createMemberStore(sqlite: Sqlite): MemberStore {
	const columns = 'list_id, role, active, rev';
	const one = sqlite.prepare<[string, string], MembershipRecord>(
		`SELECT ${columns} FROM list_members WHERE list_id = ? AND user_id = ?`
	);
	const mine = sqlite.prepare<[string], MembershipRecord>(
		`SELECT ${columns} FROM list_members WHERE user_id = ?`
	);
	const onList = sqlite.prepare<[string], MemberRecord>(
		`SELECT m.list_id, m.user_id, coalesce(u.name, '') AS name, m.role, m.rev, m.stamps
		 FROM list_members m LEFT JOIN users u ON u.id = m.user_id
		 WHERE m.list_id = ? AND m.active = 1`
	);
	const put = sqlite.prepare<[string, string, Role, 0 | 1, number, string]>(
		`INSERT INTO list_members (list_id, user_id, role, active, rev, stamps) VALUES (?, ?, ?, ?, ?, ?)
		 ON CONFLICT (list_id, user_id) DO UPDATE SET role = excluded.role, active = excluded.active,
		 rev = excluded.rev, stamps = excluded.stamps`
	);
	return {
		of(listId, userId) {
			const record = one.get(listId, userId);
			return record && toMembership(record);
		},
		allOf: (userId) => mine.all(userId).map(toMembership),
		onList: (listId) => onList.all(listId).map(toMember),
		put(listId, userId, { role, active, rev, at, clientId }) {
			const stamps = JSON.stringify({ $: [rev, at, clientId] });
			put.run(listId, userId, role, active ? 1 : 0, rev, stamps);
		}
	};
}

const toMembership = (record: MembershipRecord): Membership => ({
	listId: record.list_id,
	role: record.role,
	active: record.active === 1,
	rev: record.rev
});

const toMember = (record: MemberRecord): Member => ({
	id: `${record.list_id}:${record.user_id}`,
	listId: record.list_id,
	userId: record.user_id,
	name: record.name,
	role: record.role,
	rev: record.rev,
	stamps: JSON.parse(record.stamps) as Stamps
});
