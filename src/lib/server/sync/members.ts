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
	readonly active: 0 | 1;
	readonly rev: number;
	readonly stamps: string;
}

export interface MemberStore {
	of(listId: string, userId: string): Membership | undefined;
	allOf(userId: string): Membership[];
	/** Everybody who is or was on the list; as new as the person's name or their place, whichever changed last. */
	onList(listId: string): Member[];
	/** Everybody on the list now. */
	userIdsOn(listId: string): string[];
	/** Whether the server knows of such a person. */
	isPerson(userId: string): boolean;
	/** How many lists somebody is on, those in the bin not counted. */
	listCountOf(userId: string): number;
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
		`SELECT m.list_id, m.user_id, coalesce(u.name, '') AS name, m.role, m.active,
		 max(m.rev, coalesce(u.rev, 0)) AS rev, m.stamps
		 FROM list_members m LEFT JOIN users u ON u.id = m.user_id WHERE m.list_id = ?`
	);
	const userIds = sqlite
		.prepare<[string], string>('SELECT user_id FROM list_members WHERE list_id = ? AND active = 1')
		.pluck();
	const person = sqlite.prepare<[string], number>('SELECT 1 FROM users WHERE id = ?').pluck();
	const listCount = sqlite
		.prepare<[string], number>(
			`SELECT count(*) FROM list_members m JOIN grocery_lists l ON l.id = m.list_id
			 WHERE m.user_id = ? AND m.active = 1 AND l.deleted_at IS NULL`
		)
		.pluck();
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
		userIdsOn: (listId) => userIds.all(listId),
		isPerson: (userId) => person.get(userId) !== undefined,
		listCountOf: (userId) => listCount.get(userId) ?? 0,
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
	active: record.active === 1,
	rev: record.rev,
	stamps: JSON.parse(record.stamps) as Stamps
});
