import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { migrateToLatest, type Migrations } from '#lib/server/db/migrate.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { LATER, TODAY, withSteps } from './later-migrations.ts';

/** What a database is before the start that is killed: none at all, or one of today with people in it. */
export type Before = 'nothing' | 'data';

const USERS = ['Ann', 'Ben', 'Çelik'];

/** In how many moments such a start can be killed. */
export async function countSteps(folder: string, before: Before): Promise<number> {
	const file = await makeBefore(join(folder, `count-${before}`), before);
	let steps = 0;
	const migrations = withSteps(LATER, () => steps++);
	await (await openDatabase(file, { migrations })).close();
	return steps;
}

/**
 * Kills a start at one step of its migrations, and looks at what is left: whole migrations only, from which the next
 * start comes to the same tables as one that was never killed, with everything that was in them.
 */
export async function tellOfKilledMigration(
	folder: string,
	before: Before,
	step: number
): Promise<void> {
	const file = await makeBefore(join(folder, `${before}-${step}`), before);
	const program = join(import.meta.dirname, 'killed-migration.ts');
	const child = spawn(process.execPath, [program, file, String(step)], { stdio: 'inherit' });
	const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
	expect(signal, `a kill at step ${step}`).toBe('SIGKILL');

	const left = new Database(file);
	const applied = appliedIn(left);
	expect(tablesOf(left), `after a kill at step ${step}`).toEqual(await tablesAfter(applied));
	left.close();

	const next = await openDatabase(file, { migrations: LATER });
	expect(tablesOf(next.sqlite)).toEqual(await tablesAfter(Object.keys(LATER)));
	const greetings = next.sqlite.prepare('SELECT greeting FROM users ORDER BY id').pluck().all();
	const kept = before === 'data' ? USERS : [];
	expect(greetings).toEqual(kept.map((name) => `Hello ${name}`));
	await next.close();
}

async function makeBefore(folder: string, before: Before): Promise<string> {
	mkdirSync(folder);
	const file = join(folder, 'grocery.db');
	if (before === 'nothing') return file;
	const opened = await openDatabase(file, { migrations: TODAY });
	const insert = opened.sqlite.prepare('INSERT INTO users (id, name, created_at) VALUES (?, ?, 0)');
	for (const name of USERS) insert.run(name, name);
	await opened.close();
	return file;
}

function appliedIn(sqlite: Database.Database): string[] {
	const isNoted = tablesOf(sqlite, 'kysely_migration').length > 0;
	if (!isNoted) return [];
	return sqlite.prepare<[], string>('SELECT name FROM kysely_migration').pluck().all();
}

/** What SQLite says of every table and index, but for Kysely's own notes. */
function tablesOf(sqlite: Database.Database, only?: string): string[] {
	return sqlite
		.prepare<[], { name: string; sql: string | null }>('SELECT name, sql FROM sqlite_schema')
		.all()
		.filter(({ name }) => (only === undefined ? !name.includes('kysely') : name === only))
		.map(({ name, sql }) => `${name}: ${sql}`)
		.sort();
}

async function tablesAfter(names: readonly string[]): Promise<string[]> {
	const applied = Object.entries(LATER).filter(([name]) => names.includes(name));
	const sqlite = new Database(':memory:');
	await migrateToLatest(sqlite, { migrations: Object.fromEntries(applied) satisfies Migrations });
	const tables = tablesOf(sqlite);
	sqlite.close();
	return tables;
}
