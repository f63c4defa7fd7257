import { fieldsToLine, type WrittenFields } from './import-fields.ts';
import type { ImportLine } from './import-line.ts';
import { parseUnit } from './unit-words.ts';

type Column = keyof WrittenFields;

/**
 * The rows of a table, or null when it is none. A file says that it is one; a paste is one when its first line names
 * columns, or when it comes from a spreadsheet, which separates by tabs. Elsewhere a comma stands between two items.
 */
export function tableLines(text: string, isTableFile: boolean): ImportLine[] | null {
	const [first = ''] = text.trimStart().split(/\r?\n|\r/, 1);
	const separator = separatorOf(first);
	const header = columnsNamed(splitRecords(first, separator)[0]?.cells ?? []);
	const isSpreadsheet = separator === '\t' && first.includes('\t');
	if (header === null && !isSpreadsheet && !isTableFile) return null;
	const records = splitRecords(text, separator).filter(({ cells }) => cells.some(Boolean));
	const rows = header === null ? records : records.slice(1);
	const columns = header ?? guessColumns(rows.slice(0, LOOKED_AT).map(({ cells }) => cells));
	return rows.map(({ cells, number }) => fieldsToLine(fieldsOf(cells, columns), number));
}

const SEPARATORS = [',', ';', '\t'] as const;

function separatorOf(line: string): string {
	const count = (separator: string) => line.split(separator).length;
	return [...SEPARATORS].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

const COLUMN_NAMES: Readonly<Record<Column, ReadonlySet<string>>> = {
	name: new Set([
		'name',
		'item',
		'items',
		'item name',
		'product',
		'article',
		'ingredient',
		'title'
	]),
	quantity: new Set(['quantity', 'qty', 'amount', 'count', 'number', 'how many']),
	unit: new Set(['unit', 'units', 'measure', 'uom']),
	note: new Set(['note', 'notes', 'comment', 'comments', 'description', 'details']),
	isDone: new Set(['checked', 'done', 'bought', 'purchased', 'completed'])
};
const COLUMNS = Object.keys(COLUMN_NAMES) as Column[];

/** What each column holds, by its name; null when the line does not name a column for names and another one. */
function columnsNamed(cells: readonly string[]): (Column | null)[] | null {
	const columns = cells.map((cell) => {
		const word = cell.toLowerCase();
		return COLUMNS.find((column) => COLUMN_NAMES[column].has(word)) ?? null;
	});
	const known = new Set(columns.filter((column) => column !== null));
	return known.has('name') && known.size > 1 ? columns : null;
}

/** Rows from which is told what the columns without a name hold. */
const LOOKED_AT = 50;

/** The first column of words is the name; numbers and units are what they look like, and the rest is notes. */
function guessColumns(rows: readonly (readonly string[])[]): (Column | null)[] {
	const width = Math.max(0, ...rows.map((cells) => cells.length));
	const columns: (Column | null)[] = [];
	for (let at = 0; at < width; at++) {
		const cells = rows.map((row) => row[at] ?? '').filter(Boolean);
		const isAll = (is: (cell: string) => boolean) => cells.length > 0 && cells.every(is);
		const guessed = isAll((cell) => /^[\d.,/ ½¼¾⅓⅔]+$/.test(cell))
			? 'quantity'
			: isAll((cell) => parseUnit(cell) !== null)
				? 'unit'
				: columns.includes('name')
					? 'note'
					: 'name';
		columns.push(guessed !== 'note' && columns.includes(guessed) ? null : guessed);
	}
	// A table of nothing but numbers or units: they are all that it says.
	return columns.includes('name') ? columns : ['name'];
}

function fieldsOf(cells: readonly string[], columns: readonly (Column | null)[]): WrittenFields {
	const under = (column: Column) =>
		cells.filter((cell, at) => columns[at] === column && cell !== '').join(', ');
	return {
		name: under('name'),
		quantity: under('quantity'),
		unit: under('unit'),
		note: under('note'),
		isDone: /^(?:true|yes|y|x|1|done|checked)$/i.test(under('isDone'))
	};
}

interface TableRecord {
	/** The line it begins on, from 1. */
	readonly number: number;
	/** Trimmed. */
	readonly cells: readonly string[];
}

/** No list is wider; what is further right is not read. */
const MAX_COLUMNS = 100;

/** As RFC 4180 has it: quoted cells may hold separators and line breaks, and a quote in them is written twice. */
function splitRecords(text: string, separator: string): TableRecord[] {
	const records: TableRecord[] = [];
	let cells: string[] = [];
	let line = 1;
	let number = 1;
	const cell = new RegExp(
		`(?:[ ]*"((?:[^"]|"")*)"[^${separator}\\r\\n]*|([^${separator}\\r\\n]*))(${separator}|\\r\\n|\\r|\\n|$)`,
		'gy'
	);
	for (;;) {
		const [whole = '', quoted, plain = '', end = ''] = cell.exec(text) ?? [];
		if (cells.length < MAX_COLUMNS) cells.push((quoted?.replaceAll('""', '"') ?? plain).trim());
		line += whole.split(/\r\n|\r|\n/).length - 1;
		if (end === separator) continue;
		records.push({ number, cells });
		if (end === '') return records;
		cells = [];
		number = line;
	}
}
