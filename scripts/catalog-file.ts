import { createReadStream, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse';
import { embeddedCatalog } from '#lib/domain/catalog.ts';
import { headerProblem, readCatalogRow } from '#lib/domain/catalog-row.ts';
import { DataRefused } from '#lib/server/db/refused.ts';
import { createProductImport, type Imported } from '#lib/server/db/product-import.ts';
import { openSqlite, sqliteCode, type Sqlite } from '#lib/server/db/sqlite.ts';
import { counted } from './command.ts';

/** A running server writes for moments only. */
const BUSY_TIMEOUT_MS = 10_000;
/** More of them say nothing new. */
const MOST_PROBLEMS = 20;
/** A quote that never ends must not swallow the file. */
const MOST_BYTES_PER_LINE = 100_000;
const NOTHING = 'Nothing was imported.';

interface ImportOptions {
	readonly dataDir: string;
	readonly isDryRun: boolean;
	/** Hears how far it has come, once for each line. */
	readonly tell: (words: () => string) => void;
}

/**
 * Takes products and prices of a CSV file into the database, all or nothing; the file is never in memory as a whole.
 * @returns what was done, as a sentence
 * @throws DataRefused with a line for each row that cannot be read, or why the file or the database cannot be used
 */
export async function importCatalogFile(file: string, options: ImportOptions): Promise<string> {
	const { dataDir, isDryRun, tell } = options;
	if (!existsSync(file)) throw new DataRefused(`There is no file ${file}.`);
	if (statSync(file).isDirectory()) throw new DataRefused(`${file} is a folder, not a CSV file.`);
	const database = join(dataDir, 'grocery.db');
	if (!existsSync(database))
		throw new DataRefused(`There is no data in ${dataDir} yet: start the server first.`);
	const sqlite = await openSqlite(database, { busyTimeoutMs: BUSY_TIMEOUT_MS });
	try {
		checkTables(sqlite);
		return inWords(await importInto(sqlite, file, isDryRun, tell), isDryRun);
	} catch (cause) {
		throw explained(cause, file);
	} finally {
		sqlite.close();
	}
}

function checkTables(sqlite: Sqlite): void {
	sqlite.pragma('synchronous = FULL');
	sqlite.pragma('foreign_keys = ON');
	const tables = sqlite.prepare<[], string>('SELECT name FROM sqlite_schema').pluck().all();
	if (!tables.includes('product_texts'))
		throw new DataRefused('The data is of an earlier version: start this one once, then import.');
}

async function importInto(
	sqlite: Sqlite,
	file: string,
	isDryRun: boolean,
	tell: ImportOptions['tell']
): Promise<Imported> {
	const catalog = embeddedCatalog();
	const now = Date.now();
	const intake = createProductImport(sqlite, {
		isBuiltIn: (productId) => catalog.byId(productId) !== null,
		now,
		onProgress: (done) => tell(() => `${counted(done, 'product')} looked at`)
	});
	const problems: string[] = [];
	let problemCount = 0;
	const note = (line: number, problem: string) => {
		problemCount += 1;
		if (problems.length < MOST_PROBLEMS) problems.push(`line ${line}: ${problem}`);
	};
	const source = createReadStream(file);
	const { size } = statSync(file);
	let columns: readonly string[] | null = null;
	for await (const { line, fields } of recordsOf(source)) {
		if (columns === null) {
			columns = fields.map((field) => field.trim().toLowerCase());
			const problem = headerProblem(columns);
			if (problem !== null) throw new DataRefused(`${file}, line 1: ${problem} ${NOTHING}`);
			continue;
		}
		const row = readCatalogRow(columns, fields, now);
		if ('problem' in row) note(line, row.problem);
		else {
			const earlier = intake.add(line, row);
			if (earlier !== null) note(line, `the id "${row.product.id}" is in line ${earlier} already`);
		}
		tell(() => `${Math.floor((source.bytesRead / size) * 100)} % read, line ${line}`);
	}
	if (columns === null) throw new DataRefused(`${file} is empty. ${NOTHING}`);
	if (problemCount > 0) throw new DataRefused(toSentence(file, problems, problemCount));
	return intake.finish(isDryRun);
}

async function* recordsOf(source: ReturnType<typeof createReadStream>) {
	const parser = source.pipe(
		parse({
			bom: true,
			info: true,
			relax_column_count: true,
			skip_empty_lines: true,
			max_record_size: MOST_BYTES_PER_LINE
		})
	);
	source.on('error', (problem) => parser.destroy(problem));
	for await (const { info, record } of parser as AsyncIterable<{
		info: { lines: number };
		record: string[];
	}>)
		yield { line: info.lines, fields: record };
}

function toSentence(file: string, problems: readonly string[], count: number): string {
	const more = count - problems.length;
	const rest = more > 0 ? [`and ${more} more lines`] : [];
	return [
		...problems,
		...rest,
		`${counted(count, 'line')} of ${file} cannot be read. ${NOTHING} Mend them, and run it again.`
	].join('\n');
}

/** What is the file's or the machine's doing, as a sentence; the rest is a mistake of ours. */
function explained(cause: unknown, file: string): unknown {
	if (cause instanceof CsvError) {
		const line = (cause as CsvError & { lines?: number }).lines ?? '?';
		return new DataRefused(
			`${file}, near line ${line}: the quotes do not match, or the line never ends. ${NOTHING}`,
			{ cause }
		);
	}
	const code = sqliteCode(cause);
	if (code === null) return cause;
	const why = code.startsWith('SQLITE_BUSY')
		? 'Somebody else is writing to the database for longer than 10 s'
		: `The database cannot be written (${code})`;
	return new DataRefused(`${why}. ${NOTHING} Try again.`, { cause });
}

function inWords({ added, changed, same, builtIn }: Imported, isDryRun: boolean): string {
	const all = added + changed + same + builtIn;
	const parts = [`${added} new`, `${changed} changed`, `${same} the same as before`];
	if (builtIn > 0) parts.push(`${builtIn} of the built-in catalog, which stay as they are`);
	const what = isDryRun ? 'Would import' : 'Imported';
	return `${what} ${counted(all, 'product')}: ${parts.join(', ')}.`;
}
