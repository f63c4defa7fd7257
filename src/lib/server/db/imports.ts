import type { Sqlite } from './sqlite.ts';

/** One text of a person; its number is the database's own. */
export interface StoredImport {
	readonly number: number;
	readonly id: string;
	readonly userId: string;
	readonly listId: string;
}

export interface OpenLine {
	readonly number: number;
	readonly line: number;
	readonly text: string;
}

/** A line that the rules have read; `items` and `also` are JSON. */
export interface ReadLine {
	readonly number: number;
	readonly line: number;
	readonly items: string;
	/** It is to be asked about. */
	readonly isWaiting: boolean;
}

/** Texts of many lines and how far they have been read. Times are wall-clock ms. */
export interface ImportStore {
	add(job: Omit<StoredImport, 'number'>, lines: readonly SentLine[], now: number): StoredImport;
	find(userId: string, id: string): StoredImport | undefined;
	byNumber(number: number): StoredImport | undefined;
	/** How many of a person's are not finished. */
	openCountOf(userId: string): number;
	progressOf(number: number): { total: number; done: number; waiting: number };
	/** Read lines after one, in order. */
	linesAfter(number: number, line: number, limit: number): StoredReading[];
	/** Lines that nobody has read. */
	unread(limit: number): OpenLine[];
	/** The line whose turn it is to be asked about: first lines first, so that a short text need not wait for a long one. */
	nextWaiting(): OpenLine | undefined;
	writeRead(lines: readonly ReadLine[]): void;
	/** @param also JSON, or null where there is no other reading */
	writeAsked(line: Omit<OpenLine, 'text'>, also: string | null): void;
	finish(number: number, now: number): void;
	remove(number: number): void;
	/** Forgets what was finished before then, and of each person all but the newest finished ones. */
	forget(finishedBefore: number, keptOfPerson: number): void;
}

/** `items` and `also` are JSON. */
interface StoredReading {
	readonly line: number;
	readonly isWaiting: 0 | 1;
	readonly items: string;
	readonly also: string | null;
}

export interface SentLine {
	readonly line: number;
	readonly text: string;
}

export function createImportStore(sqlite: Sqlite): ImportStore {
	const columns = 'number, id, user_id AS userId, list_id AS listId';
	const insert = sqlite.prepare<[string, string, string, number]>(
		'INSERT INTO imports (user_id, id, list_id, created_at) VALUES (?, ?, ?, ?)'
	);
	const insertLine = sqlite.prepare<[number, number, string]>(
		'INSERT INTO import_lines (import_number, line, text) VALUES (?, ?, ?)'
	);
	const find = sqlite.prepare<[string, string], StoredImport>(
		`SELECT ${columns} FROM imports WHERE user_id = ? AND id = ?`
	);
	const byNumber = sqlite.prepare<[number], StoredImport>(
		`SELECT ${columns} FROM imports WHERE number = ?`
	);
	const openCount = sqlite
		.prepare<[string], number>(
			'SELECT count(*) FROM imports WHERE user_id = ? AND finished_at IS NULL'
		)
		.pluck();
	const progress = sqlite.prepare<[number], { total: number; done: number; waiting: number }>(
		`SELECT count(*) AS total, count(*) FILTER (WHERE state = 'done') AS done,
		 count(*) FILTER (WHERE state = 'waiting') AS waiting FROM import_lines WHERE import_number = ?`
	);
	const linesAfter = sqlite.prepare<[number, number, number], StoredReading>(
		`SELECT line, state = 'waiting' AS isWaiting, items, also FROM import_lines
		 WHERE import_number = ? AND line > ? AND state != 'new' ORDER BY line LIMIT ?`
	);
	const open = (state: 'new' | 'waiting') =>
		sqlite.prepare<[number], OpenLine>(
			`SELECT import_number AS number, line, text FROM import_lines
			 WHERE state = '${state}' ORDER BY line, import_number LIMIT ?`
		);
	const [unread, waiting] = [open('new'), open('waiting')];
	const setRead = sqlite.prepare<[string, string, number, number]>(
		'UPDATE import_lines SET state = ?, items = ? WHERE import_number = ? AND line = ?'
	);
	const setAsked = sqlite.prepare<[string | null, number, number]>(
		`UPDATE import_lines SET state = 'done', also = ? WHERE import_number = ? AND line = ?`
	);
	const finish = sqlite.prepare<[number, number]>(
		'UPDATE imports SET finished_at = ? WHERE number = ? AND finished_at IS NULL'
	);
	const remove = sqlite.prepare<[number]>('DELETE FROM imports WHERE number = ?');
	const forget = sqlite.prepare<[number, number]>(
		`DELETE FROM imports WHERE number IN (
			SELECT number FROM (
				SELECT number, finished_at,
				 row_number() OVER (PARTITION BY user_id ORDER BY finished_at DESC) AS place
				FROM imports WHERE finished_at IS NOT NULL
			) WHERE finished_at < ? OR place > ?
		)`
	);
	const add = sqlite.transaction(
		(job: Omit<StoredImport, 'number'>, lines: readonly SentLine[], now: number) => {
			const number = Number(insert.run(job.userId, job.id, job.listId, now).lastInsertRowid);
			for (const { line, text } of lines) insertLine.run(number, line, text);
			return { number, ...job };
		}
	);
	const writeRead = sqlite.transaction((lines: readonly ReadLine[]) => {
		for (const { number, line, items, isWaiting } of lines)
			setRead.run(isWaiting ? 'waiting' : 'done', items, number, line);
	});
	return {
		add: (job, lines, now) => add.immediate(job, lines, now),
		find: (userId, id) => find.get(userId, id),
		byNumber: (number) => byNumber.get(number),
		openCountOf: (userId) => openCount.get(userId) ?? 0,
		progressOf: (number) => progress.get(number) ?? { total: 0, done: 0, waiting: 0 },
		linesAfter: (number, line, limit) => linesAfter.all(number, line, limit),
		unread: (limit) => unread.all(limit),
		nextWaiting: () => waiting.get(1),
		writeRead: (lines) => writeRead.immediate(lines),
		writeAsked: ({ number, line }, also) => void setAsked.run(also, number, line),
		finish: (number, now) => void finish.run(now, number),
		remove: (number) => void remove.run(number),
		forget: (finishedBefore, keptOfPerson) => void forget.run(finishedBefore, keptOfPerson)
	};
}
