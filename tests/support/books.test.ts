import Database from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { applyMutation } from '#lib/domain/mutators.ts';
import { ONE } from '#lib/domain/quantity.ts';
import { SERVER_RULES } from '#lib/domain/server-rules.ts';
import type { Mutation } from '#lib/domain/undo.ts';
import { migrateToLatest } from '#lib/server/db/migrate.ts';
import { createMemberStore } from '#lib/server/sync/members.ts';
import { createSqlRows } from '#lib/server/sync/sql-rows.ts';
import { audit, type Account } from './books.ts';
import type { ServerData } from './server-data.ts';

// Whoever believes the kills and the soak has to believe their auditor: each of these is a server at fault.

let sqlite: Database.Database;
let rev: number;

beforeEach(async () => {
	sqlite = new Database(':memory:');
	rev = 0;
	await migrateToLatest(sqlite);
	apply('ann', { name: 'list.create', args: { listId: 'L', name: 'Groceries' } });
});

function apply(clientId: string, ...mutations: readonly Mutation[]): void {
	const rows = createSqlRows(sqlite);
	for (const { name, args } of mutations) {
		const context = { rev: ++rev, at: rev, clientId, base: rev, server: SERVER_RULES };
		applyMutation(rows, name, args, context);
	}
}

function accountOf(name: string, ...mutations: readonly Mutation[]): Account {
	const log = mutations.map((mutation, i) => ({
		muid: `${name}-${i}`,
		mutation,
		doneAt: 0,
		acknowledged: null
	}));
	return { name, log, acknowledgedCount: log.length, refused: new Set() };
}

function kindsFound(...accounts: readonly Account[]): string[] {
	const data: ServerData = {
		rows: createSqlRows(sqlite),
		members: createMemberStore(sqlite),
		itemIds: sqlite.prepare<[], string>('SELECT id FROM grocery_items').pluck().all(),
		epoch: 'e',
		integrity: 'ok',
		close: () => undefined
	};
	return audit(data, accounts).map(({ kind }) => kind);
}

const rest = { quantity: ONE, note: '', productId: null, keepSeparate: false };
const add = (id: string): Mutation => ({
	name: 'item.add',
	args: { listId: 'L', id, name: id, ...rest }
});
const step: Mutation = {
	name: 'item.step',
	args: { listId: 'L', id: 'milk', milli: 1_000, unit: null }
};
const rename = (name: string): Mutation => ({
	name: 'item.set',
	args: { listId: 'L', id: 'milk', patch: { name } }
});
const remove: Mutation = { name: 'item.delete', args: { listId: 'L', id: 'milk' } };

test('the auditor has nothing to say of a server that did as it was told', () => {
	apply('ann', add('milk'), step, rename('Oat milk'));
	apply('ben', step, add('eggs'));
	expect(
		kindsFound(
			accountOf('ann', add('milk'), step, rename('Oat milk')),
			accountOf('ben', step, add('eggs'))
		)
	).toEqual([]);
});

test.each([
	['an add that is not there', [], [add('milk')], 'lost'],
	['an add of nobody', [add('milk')], [], 'doubled'],
	['a step that is not there', [add('milk'), step], [add('milk'), step, step], 'lost'],
	['a step that counted twice', [add('milk'), step, step], [add('milk'), step], 'doubled'],
	[
		'a name that went back',
		[add('milk'), rename('A')],
		[add('milk'), rename('A'), rename('B')],
		'lost'
	],
	['a delete that is not there', [add('milk')], [add('milk'), remove], 'lost'],
	['a delete of nobody', [add('milk'), remove], [add('milk')], 'lost']
] as const)('the auditor finds %s', (_what, applied, done, kind) => {
	apply('ann', ...applied);
	expect(kindsFound(accountOf('ann', ...done))).toEqual([kind]);
});

test('an edit that was not acknowledged may be there or not, but not twice', () => {
	const account = { ...accountOf('ann', add('milk'), step), acknowledgedCount: 1 };
	apply('ann', add('milk'));
	expect(kindsFound(account)).toEqual([]);
	apply('ann', step);
	expect(kindsFound(account)).toEqual([]);
	apply('ann', step);
	expect(kindsFound(account)).toEqual(['doubled']);
});

test('an edit that was refused is not looked for', () => {
	const account = { ...accountOf('ann', add('milk'), add('eggs')), refused: new Set(['ann-1']) };
	apply('ann', add('milk'));
	expect(kindsFound(account)).toEqual([]);
});
