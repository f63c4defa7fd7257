import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import { openDatabase } from './open.ts';
import { DataRefused } from './refused.ts';
import { openSqlite } from './sqlite.ts';

async function makeDatabase(): Promise<string> {
	const file = join(temporaryFolder(), 'grocery.db');
	await (await openDatabase(file)).close();
	return file;
}

async function refusalOf(file: string): Promise<string> {
	const problem: unknown = await openDatabase(file).then(
		() => null,
		(cause: unknown) => cause
	);
	expect(problem).toBeInstanceOf(DataRefused);
	return (problem as DataRefused).message;
}

describe('a usable database', () => {
	test('keeps what was written, waits for the disk and checks references', async () => {
		const file = await makeDatabase();
		const opened = await openDatabase(file);
		expect(opened.sqlite.pragma('synchronous', { simple: true })).toBe(2);
		expect(opened.sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
		expect(opened.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
		expect(opened.sqlite.pragma('busy_timeout', { simple: true })).toBe(100);
		expect(opened.isWritable()).toBe(true);
		await opened.close();
	});

	test('is readable by its owner alone', async () => {
		const file = await makeDatabase();
		expect(statSync(file).mode & 0o777).toBe(0o600);
	});

	test('leaves its whole content in the one file when it is closed, even beside a reader', async () => {
		const file = await makeDatabase();
		expect(existsSync(`${file}-wal`)).toBe(false);
		const opened = await openDatabase(file);
		const reader = await openSqlite(file, { readonly: true, busyTimeoutMs: 100 });
		expect(reader.prepare('select count(*) from walmart_products').pluck().get()).toBe(0);
		opened.isWritable();
		expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
		await opened.close();
		expect(statSync(`${file}-wal`).size).toBe(0);
		reader.close();
	});

	test('opens after a start that was cut off before the tables were made', async () => {
		const file = await makeDatabase();
		const sqlite = await openSqlite(file, { busyTimeoutMs: 100 });
		const tables = sqlite
			.prepare<[], string>("select name from sqlite_master where type = 'table'")
			.pluck()
			.all();
		sqlite.pragma('foreign_keys = OFF');
		for (const table of tables) sqlite.exec(`drop table if exists ${table}`);
		sqlite.close();
		const opened = await openDatabase(file);
		expect(opened.sqlite.prepare('select count(*) from walmart_products').pluck().get()).toBe(0);
		await opened.close();
	});
});

/** Ruins a good file in one way each; the sentence has to say what is wrong. */
const RUINS: Record<string, [(bytes: Buffer) => Buffer, RegExp]> = {
	'an empty file': [() => Buffer.alloc(0), /is empty/],
	'a header of zeros': [(bytes) => Buffer.from(bytes).fill(0, 0, 100), /is damaged/],
	'half a file': [(bytes) => bytes.subarray(0, bytes.length / 2), /damaged|cannot be read/],
	'a page of noise': [(bytes) => Buffer.from(bytes).fill(0x5a, 4096 * 4, 4096 * 5), /is damaged/],
	'a text': [() => Buffer.from('milk\neggs\n'.repeat(50)), /is not a database/]
};

describe('a database that is none of ours or not whole', () => {
	test.each(Object.entries(RUINS))('%s is refused and left as it is', async (_kind, ruin) => {
		const [spoil, complaint] = ruin;
		const file = await makeDatabase();
		const spoiled = spoil(readFileSync(file));
		writeFileSync(file, spoiled);
		const refusal = await refusalOf(file);
		expect(refusal).toMatch(complaint);
		expect(refusal).toContain(file);
		expect(refusal).toContain('Nothing was changed');
		expect(refusal).toContain('"npm run restore -- FILE"');
		expect(readFileSync(file).equals(spoiled)).toBe(true);
	});

	test('damage is found in every single page', async () => {
		const file = await makeDatabase();
		const whole = readFileSync(file);
		for (let page = 1; page < whole.length / 4096; page++) {
			writeFileSync(file, Buffer.from(whole).fill(0x5a, page * 4096, (page + 1) * 4096));
			expect(await refusalOf(file)).toContain('damaged');
		}
	});

	test('another program’s database is refused and left as it is', async () => {
		const file = join(temporaryFolder(), 'grocery.db');
		const other = await openSqlite(file, { busyTimeoutMs: 100 });
		other.exec('create table bookmarks (url text)');
		other.close();
		const before = readFileSync(file);
		expect(await refusalOf(file)).toContain('a database of another program');
		expect(readFileSync(file).equals(before)).toBe(true);
	});

	test('a newer version’s database is refused by naming what is unknown', async () => {
		const file = await makeDatabase();
		const sqlite = await openSqlite(file, { busyTimeoutMs: 100 });
		sqlite.exec("insert into kysely_migration values ('9999_from_the_future', '')");
		sqlite.close();
		const before = readFileSync(file);
		const refusal = await refusalOf(file);
		expect(refusal).toMatch(/newer version.*9999_from_the_future/);
		expect(refusal).toContain('"npm run restore -- FILE"');
		expect(readFileSync(file).equals(before)).toBe(true);
	});

	test('a database that is gone is not replaced by an empty one', async () => {
		const file = await makeDatabase();
		rmSync(file);
		const refusal = await refusalOf(file);
		expect(refusal).toMatch(/is missing.*there has been one before/);
		expect(refusal).toContain('"npm run restore -- FILE"');
		expect(existsSync(file)).toBe(false);
	});
});
