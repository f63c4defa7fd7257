import { expect, test } from 'vitest';
import type { Member } from '#lib/domain/member.ts';
import { People } from './people.svelte.ts';
import { firstMeta } from './replica-storage.ts';

const member = (listId: string, userId: string, more: Partial<Member> = {}): Member => ({
	id: `${listId}.${userId}`,
	listId,
	rev: 1,
	stamps: { $: [1, 1, 'server'] },
	userId,
	name: userId,
	role: 'editor',
	active: true,
	...more
});

function start(...members: Member[]) {
	const table = new Map(members.map((one) => [one.id, one]));
	const listeners: (() => void)[] = [];
	const replica = {
		members: table,
		meta: { ...firstMeta('my-client'), userId: 'me', authors: { 'ben-client': 'ben' } },
		subscribe(listener: () => void) {
			listeners.push(listener);
			return () => undefined;
		}
	};
	return {
		people: new People(replica),
		put: (one: Member) => {
			table.set(one.id, one);
			for (const listener of listeners) listener();
		}
	};
}

test('those who are on the list now: me first, then by name', () => {
	const gone = member('L', 'eve', { active: false });
	const { people, put } = start(member('L', 'zoe'), member('M', 'kim'), member('L', 'me'), gone);
	put(member('L', 'ben'));
	expect(people.on('L').map(({ userId }) => userId)).toEqual(['me', 'ben', 'zoe']);
});

test('a viewer cannot edit, and a list that the server does not know yet is mine', () => {
	const { people } = start(member('L', 'me', { role: 'viewer' }), member('M', 'me'));
	expect(['L', 'M', 'new'].map((id) => people.canEdit(id))).toEqual([false, true, true]);
});

test('people are called what they said last, also after they left; I am called nothing', () => {
	const { people } = start(
		member('L', 'ben', { name: 'Benjamin', rev: 1, active: false }),
		member('M', 'ben', { name: 'Ben', rev: 7 }),
		member('M', 'eve', { name: '' })
	);
	expect(people.nameOf('ben')).toBe('Ben');
	expect(people.callOther('eve')).toBe('Somebody');
	expect(people.callOther('me')).toBeNull();
	expect(people.callClient('ben-client')).toBe('Ben');
	expect(people.callClient('my-client')).toBeNull();
});
