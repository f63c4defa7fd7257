import { fieldsToLine } from './import-fields.ts';
import type { ImportLine } from './import-line.ts';
import { isUnit } from './units.ts';

/**
 * The entries of a list in JSON: texts, or objects that say `name`, `quantity`, `unit`, `note` and `checked`, in the
 * words of this app's export or in likely others. null when it is no JSON.
 */
export function jsonLines(text: string): ImportLine[] | 'no-list' | null {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return null;
	}
	const entries = entriesOf(value);
	if (entries === null) return 'no-list';
	return entries.flatMap((entry, at) => entryToLine(entry, at + 1));
}

/** A list, what is under `items`, or both of every list under `lists`, each after its name. */
function entriesOf(value: unknown): unknown[] | null {
	if (isArray(value)) return value;
	if (!isObject(value)) return null;
	const { items, lists } = value;
	if (isArray(items)) return items;
	if (!isArray(lists)) return null;
	const inner = lists.filter(isObject).map((list) => {
		const name = typeof list['name'] === 'string' ? list['name'].trim() : '';
		return [...(name === '' ? [] : [new Heading(name)]), ...(entriesOf(list) ?? [])];
	});
	return inner.flat();
}

class Heading {
	readonly name: string;

	constructor(name: string) {
		this.name = name;
	}
}

function entryToLine(entry: unknown, number: number): ImportLine[] {
	if (entry instanceof Heading)
		return [{ number, text: entry.name, isHeading: true, isDone: false, fields: null }];
	if (typeof entry === 'string')
		return [{ number, text: entry.trim(), isHeading: false, isDone: false, fields: null }];
	if (!isObject(entry)) return [unreadable(entry, number)];
	// In this app's rows: deleted, so not on the list.
	if (typeof entry['deletedAt'] === 'number') return [];
	const name = textAt(entry, 'name', 'item', 'product', 'title', 'text');
	if (name === '') return [unreadable(entry, number)];
	const amount = entry['quantity'];
	const own = isObject(amount) ? ownAmount(amount) : null;
	const written = {
		name,
		quantity: own?.quantity ?? textAt(entry, 'quantity', 'qty', 'amount', 'count'),
		unit: own?.unit ?? textAt(entry, 'unit', 'units'),
		note: textAt(entry, 'note', 'notes', 'comment'),
		isDone: [entry['checked'], entry['done'], entry['completed']].includes(true)
	};
	return [fieldsToLine(written, number)];
}

/** This app keeps thousandths of a unit. */
function ownAmount({ milli, unit }: Record<string, unknown>) {
	if (typeof milli !== 'number' || !Number.isSafeInteger(milli)) return null;
	const isOwn = typeof unit === 'string' && isUnit(unit);
	return { quantity: String(milli / 1_000), unit: isOwn ? unit : '' };
}

const MAX_SHOWN = 100;

function unreadable(entry: unknown, number: number): ImportLine {
	const text = JSON.stringify(entry).slice(0, MAX_SHOWN);
	const fields = { name: '', quantity: null, note: '' };
	return { number, text, isHeading: false, isDone: false, fields };
}

function textAt(entry: Record<string, unknown>, ...keys: readonly string[]): string {
	for (const key of keys) {
		const value = entry[key];
		if (typeof value === 'string' && value.trim() !== '') return value.trim();
		if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	}
	return '';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isArray = (value: unknown): value is unknown[] => Array.isArray(value);
