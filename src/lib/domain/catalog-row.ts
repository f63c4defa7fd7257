import { toDepartment } from './departments.ts';
import { cleanText, nameProblem } from './item.ts';
import type { Cents } from './money.ts';
import type { Product } from './product.ts';
import { readSize, type PackSize } from './size-text.ts';

/** A line of somebody's product file. */
export interface CatalogRow {
	readonly product: Product;
	/** Null where the file has none. */
	readonly priceCents: Cents | null;
	/** The day that the file says the price is of, in wall-clock ms; null when it does not say. */
	readonly asOf: number | null;
}

/** What is wrong with it, as the end of a sentence that begins with the line. */
export interface RowProblem {
	readonly problem: string;
}

const COLUMNS = new Set(
	`id name brand aliases department aisle size price sold_by unit size_qty size_unit pack_count pack_amount
	pack_unit counted_as piece_grams taxable price_cents price_as_of sample_cents walmart_item_id unit_price_cents
	unit_price_unit price_source store multiplier`.split(/\s+/)
);

/** Why a file with these columns cannot be read, or null. */
export function headerProblem(columns: readonly string[]): string | null {
	const missing = ['id', 'name'].filter((column) => !columns.includes(column));
	const unknown = columns.filter((column) => !COLUMNS.has(column));
	const twice = columns.find((column, at) => columns.indexOf(column) !== at);
	if (missing.length > 0)
		return `there is no column ${quoted(missing)}. The first line names the columns, such as id,name,size,price.`;
	if (unknown.length > 0)
		return `nothing is known of the column ${quoted(unknown)}. Known are ${[...COLUMNS].join(', ')}.`;
	return twice === undefined ? null : `the column "${twice}" is there twice.`;
}

const quoted = (columns: readonly string[]): string => columns.map((one) => `"${one}"`).join(', ');

/** Reads one line; `now` is wall-clock ms. */
export function readCatalogRow(
	columns: readonly string[],
	fields: readonly string[],
	now: number
): CatalogRow | RowProblem {
	if (fields.length !== columns.length)
		return {
			problem: `it has ${fields.length} fields, and the first line names ${columns.length}`
		};
	const row = new Map(columns.map((column, at) => [column, (fields[at] ?? '').trim()]));
	const of = (column: string): string => row.get(column) ?? '';
	try {
		return {
			product: readProduct(of),
			priceCents: readPrice(of('price_cents'), of('price')),
			asOf: readDay(of('price_as_of'), now)
		};
	} catch (cause) {
		if (cause instanceof Unreadable) return { problem: cause.message };
		throw cause;
	}
}

/** What the line says cannot be meant. */
class Unreadable extends Error {}

type Field = (column: string) => string;

function readProduct(of: Field): Product {
	const id = of('id');
	if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(id))
		throw new Unreadable(`the id "${id.slice(0, 80)}" is not 1 to 64 letters, digits, "-" or "_"`);
	const name = cleanText(of('name'));
	const problem = nameProblem(name);
	if (problem !== null) throw new Unreadable(`the name cannot be used: ${problem}`);
	const size = readPack(of, name);
	return {
		id,
		name,
		brand: cleanText(of('brand')) || null,
		aliases: of('aliases')
			.toLowerCase()
			.split('|')
			.map(cleanText)
			.filter((alias) => alias !== ''),
		department: toDepartment(of('department')),
		aisle: cleanText(of('aisle')),
		soldBy: of('sold_by') === 'weight' ? 'weight' : 'each',
		...size,
		countedAs: readCounted(of('counted_as'), size),
		pieceGrams: readNumber('piece_grams', of('piece_grams')),
		sampleCents: null,
		taxable: of('taxable') === '1'
	};
}

/** What nothing is said of is one piece. */
const ONE: PackSize = { packMilli: 1_000, packUnit: null };

function readPack(of: Field, name: string): PackSize {
	const amount =
		readNumber('pack_amount', of('pack_amount')) ?? readNumber('size_qty', of('size_qty'));
	const unit = of('pack_unit') || of('size_unit') || of('unit');
	const text = unit === 'each' ? '' : `${amount ?? 1} ${unit}`;
	const written = unit === '' || text === '' ? readSize(of('size')) : readSize(text);
	const named = readSize(name);
	if (!written) return named ?? ONE;
	const count = readNumber('pack_count', of('pack_count')) ?? 1;
	// Some files give the size of one can of the six that the name tells of.
	const isOneOfMany =
		named?.packUnit === written.packUnit && named.packMilli === written.packMilli * count;
	return isOneOfMany ? named : written;
}

function readCounted(text: string, { packUnit }: PackSize): Product['countedAs'] {
	if (text === 'piece' || text === 'pack') return text;
	if (text !== '') throw new Unreadable(`counted_as is "${text}", not piece or pack`);
	return packUnit === null || packUnit === 'roll' || packUnit === 'sheet' ? 'pack' : null;
}

function readNumber(column: string, text: string): number | null {
	if (text === '') return null;
	const value = Number(text);
	if (Number.isFinite(value) && value > 0 && value < 1_000_000) return value;
	throw new Unreadable(`${column} is "${text}", not a number above 0`);
}

const MOST_CENTS = 10_000_000;

function readPrice(cents: string, dollars: string): Cents | null {
	if (cents !== '') return checked(/^\d+$/.test(cents) ? Number(cents) : NaN, cents, 'whole cents');
	if (dollars === '') return null;
	const [, whole = '', part = ''] = /^\$?(\d{1,9})(?:\.(\d{1,2}))?$/.exec(dollars) ?? [];
	const value = whole === '' ? NaN : Number(whole) * 100 + Number(part.padEnd(2, '0'));
	return checked(value, dollars, 'dollars such as 3.98');
}

function checked(cents: number, text: string, kind: string): Cents {
	if (cents > 0 && cents < MOST_CENTS) return cents;
	throw new Unreadable(
		`the price "${text}" is not above 0 and below $100,000, in ${kind}; leave it empty where it is not known`
	);
}

/** "2021", "2026-07" or "2026-07-15": the first day of it, because a price is no younger than it says. */
function readDay(text: string, now: number): number | null {
	if (text === '') return null;
	const at = /^\d{4}(?:-\d{2}){0,2}$/.test(text) ? Date.parse(text) : NaN;
	if (at > 0 && at <= now) return at;
	throw new Unreadable(`price_as_of is "${text}", not a day of the past such as 2026-07-15`);
}
