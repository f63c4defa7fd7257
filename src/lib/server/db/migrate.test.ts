import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import { LATER, TODAY } from '../../../../tests/support/later-migrations.ts';
import { countSteps, tellOfKilledMigration } from '../../../../tests/support/migration-story.ts';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import type { Migrations } from './migrate.ts';
import { openDatabase } from './open.ts';
import { DataRefused } from './refused.ts';

const appliedIn = async (file: string, migrations: Migrations): Promise<unknown[]> => {
	const opened = await openDatabase(file, { migrations });
	const names = opened.sqlite.prepare('SELECT name FROM kysely_migration').pluck().all();
	await opened.close();
	return names;
};

async function makeDatabase(): Promise<string> {
	const file = join(temporaryFolder(), 'grocery.db');
	expect(await appliedIn(file, TODAY)).toEqual(Object.keys(TODAY));
	return file;
}

describe('the moment before an upgrade', () => {
	test('comes once, with the names of what is about to run and the data as it was', async () => {
		const file = await makeDatabase();
		const asked: (readonly string[])[] = [];
		const beforeMigrating = async (pending: readonly string[]) => void asked.push(pending);
		await (await openDatabase(file, { migrations: LATER, beforeMigrating })).close();
		await (await openDatabase(file, { migrations: LATER, beforeMigrating })).close();
		expect(asked).toEqual([['9001_users_with_a_note', '9002_greetings']]);
	});

	test('does not come where there is nothing to lose', async () => {
		const beforeMigrating = () => Promise.reject(new Error('There is nothing to copy.'));
		const file = join(temporaryFolder(), 'grocery.db');
		await (await openDatabase(file, { beforeMigrating })).close();
		expect(await appliedIn(file, TODAY)).toEqual(Object.keys(TODAY));
	});

	test('that fails stops the start with its sentence, and nothing is migrated', async () => {
		const file = await makeDatabase();
		const beforeMigrating = () => Promise.reject(new Error('The disk has 3 MB free.'));
		const opening = openDatabase(file, { migrations: LATER, beforeMigrating });
		await expect(opening).rejects.toThrow(DataRefused);
		await expect(opening).rejects.toThrow(/backup before that failed\. The disk has 3 MB free\./);
		expect(await appliedIn(file, TODAY)).toEqual(Object.keys(TODAY));
	});
});

describe('a migration that fails', () => {
	test('leaves nothing of itself, and those before it stand', async () => {
		const file = await makeDatabase();
		const failing = {
			async up(db: Kysely<unknown>) {
				await sql`DROP TABLE users_before`.execute(db);
				await sql`INSERT INTO no_such_table VALUES (1)`.execute(db);
			}
		};
		const opening = openDatabase(file, { migrations: { ...LATER, '9003_failing': failing } });
		await expect(opening).rejects.toThrow(/9003_failing/);
		expect(await appliedIn(file, LATER)).toEqual(Object.keys(LATER));
		const opened = await openDatabase(file, { migrations: LATER });
		expect(opened.sqlite.prepare('SELECT count(*) FROM users_before').pluck().get()).toBe(0);
		await opened.close();
	});
});

describe('R10: a start that is killed while it migrates', () => {
	// `tests/slow/killed-migration.test.ts` has every step.
	test.each(['first', 'middle', 'last'] as const)(
		'at its %s step leaves what the next one completes',
		async (which) => {
			const folder = temporaryFolder();
			const steps = await countSteps(folder, 'data');
			const step = { first: 0, middle: Math.floor(steps / 2), last: steps - 1 }[which];
			await tellOfKilledMigration(folder, 'data', step);
		}
	);

	test('while it makes its first tables leaves what the next one completes', async () => {
		const folder = temporaryFolder();
		const steps = await countSteps(folder, 'nothing');
		await tellOfKilledMigration(folder, 'nothing', Math.floor(steps / 2));
	});
});
