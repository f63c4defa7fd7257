import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqlite, type Sqlite } from '../db/sqlite.ts';
import { createWriter, type Writer } from './writer.ts';

let sqlite: Sqlite;
let writer: Writer;

beforeEach(async () => {
	sqlite = await openSqlite(':memory:', { busyTimeoutMs: 100 });
	sqlite.exec('CREATE TABLE notes (text TEXT PRIMARY KEY) STRICT');
	writer = createWriter(sqlite);
});
afterEach(() => void sqlite.close());

const note = (text: string) => () => sqlite.prepare('INSERT INTO notes VALUES (?)').run(text);
const notes = () =>
	sqlite.prepare<[], string>('SELECT text FROM notes ORDER BY text').pluck().all();

test('tasks of one turn share one transaction, and each gets what it returned', async () => {
	const isOpen = () => sqlite.inTransaction;
	const answers = [writer.write(isOpen), writer.write(() => 'two')];
	expect(sqlite.inTransaction).toBe(false);
	expect(await Promise.all(answers)).toEqual([true, 'two']);
});

test('a task that fails undoes its own writes and nobody else’s', async () => {
	const good = writer.write(note('milk'));
	const bad = writer.write(() => {
		note('eggs')();
		throw new Error('a bug');
	});
	await good;
	await expect(bad).rejects.toThrow('a bug');
	expect(notes()).toEqual(['milk']);
});

test('when nothing could be committed, everybody hears why, and nothing was written', async () => {
	// A reference that is checked only at the commit, and leads nowhere.
	sqlite.exec('CREATE TABLE prices (note REFERENCES notes DEFERRABLE INITIALLY DEFERRED)');
	sqlite.pragma('foreign_keys = ON');
	const breaks = writer.write(() => sqlite.exec("INSERT INTO prices VALUES ('eggs')"));
	const good = writer.write(note('milk'));
	await expect(breaks).rejects.toThrow('FOREIGN KEY');
	await expect(good).rejects.toThrow('FOREIGN KEY');
	expect(notes()).toEqual([]);
});

test('flush commits what is waiting, without another turn', async () => {
	const waiting = writer.write(note('milk'));
	writer.flush();
	expect(notes()).toEqual(['milk']);
	await waiting;
});
