import type { Product } from './product.ts';
import type { Unit } from './quantity.ts';
import { parseUnit } from './unit-words.ts';

/** The columns of a catalog file, in order. */
export const CATALOG_HEADER =
	'id,name,aliases,department,aisle,sold_by,pack_amount,pack_unit,counted_as,piece_grams,sample_cents,taxable';

/**
 * Reads a catalog file. Fields with a comma are quoted, aliases are separated by "|", amounts have at most three
 * decimals.
 * @throws Error naming the line, when the header differs or a row cannot be read: the file is ours.
 */
export function parseCatalogCsv(text: string): Product[] {
	const [header = '', ...lines] = text.trimEnd().split(/\r?\n/);
	if (header !== CATALOG_HEADER)
		throw new Error(`catalog line 1: the header is not "${CATALOG_HEADER}"`);
	return lines.map((line, index) => {
		try {
			return parseRow(line);
		} catch (cause) {
			const why = cause instanceof Error ? cause.message : String(cause);
			throw new Error(`catalog line ${index + 2}: ${why}`, { cause });
		}
	});
}

function parseRow(line: string): Product {
	const [
		id = '',
		name = '',
		aliases = '',
		department = '',
		aisle = '',
		soldBy,
		packAmount = '',
		packUnit = '',
		countedAs = '',
		pieceGrams = '',
		sampleCents = '',
		taxable
	] = splitFields(line, CATALOG_HEADER.split(',').length);
	if (id === '' || name === '') throw new Error('a product needs an id and a name');
	return {
		id,
		name,
		brand: null,
		aliases: aliases === '' ? [] : aliases.split('|'),
		department,
		aisle,
		soldBy: oneOf(soldBy, ['each', 'weight'], 'sold_by'),
		packMilli: parseAmount(packAmount),
		packUnit: parsePackUnit(packUnit),
		countedAs: countedAs === '' ? null : oneOf(countedAs, ['piece', 'pack'], 'counted_as'),
		pieceGrams: pieceGrams === '' ? null : parseWhole(pieceGrams, 'piece_grams'),
		sampleCents: sampleCents === '' ? null : parseWhole(sampleCents, 'sample_cents'),
		taxable: oneOf(taxable, ['0', '1'], 'taxable') === '1'
	};
}

function splitFields(line: string, count: number): string[] {
	const fields: string[] = [];
	// Each match is one field and the comma or end after it.
	for (const [, quoted, plain] of line.matchAll(/(?:"((?:[^"]|"")*)"|([^",]*))(?:,|$)/g)) {
		if (fields.length < count) fields.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
	}
	const isWhole = fields.map(quoteField).join(',') === line;
	if (fields.length !== count || !isWhole) throw new Error(`this is no row of ${count} fields`);
	return fields;
}

const quoteField = (field: string): string =>
	/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;

function oneOf<const T extends string>(
	value: string | undefined,
	allowed: readonly T[],
	column: string
): T {
	const found = allowed.find((candidate) => candidate === value);
	if (found === undefined) throw new Error(`${column} is "${value}", not ${allowed.join(' or ')}`);
	return found;
}

function parseAmount(text: string): number {
	if (!/^\d+(?:\.\d{1,3})?$/.test(text) || Number(text) === 0)
		throw new Error(`pack_amount is "${text}", not an amount`);
	return Math.round(Number(text) * 1_000);
}

function parseWhole(text: string, column: string): number {
	if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`${column} is "${text}", not a whole number`);
	return Number(text);
}

/** "ct" counts pieces, which an amount says with no unit at all. */
function parsePackUnit(text: string): Unit | null {
	if (text === 'ct') return null;
	const unit = parseUnit(text);
	if (unit === null) throw new Error(`pack_unit is "${text}", not a unit`);
	return unit;
}
