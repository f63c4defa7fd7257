import type { ImportFields, ImportLine } from './import-line.ts';
import { parseDecimalMilli, type Quantity } from './quantity.ts';
import { parse, readingToQuantity } from './quick-add.ts';
import { parseUnit } from './unit-words.ts';

/** What an entry says in fields of its own, as written. */
export interface WrittenFields {
	readonly name: string;
	readonly quantity: string;
	readonly unit: string;
	readonly note: string;
	readonly isDone: boolean;
}

/** @param number where it stands, from 1 */
export function fieldsToLine(written: WrittenFields, number: number): ImportLine {
	const amount = `${written.quantity} ${written.unit}`.trim();
	const text = [amount, written.name, written.note && `(${written.note})`]
		.filter((part) => part !== '')
		.join(' ');
	const fields = readFields(written, amount);
	return { number, text, isHeading: false, isDone: written.isDone, fields };
}

/** An amount that is none, or of a unit that nobody knows, is kept as a note. */
function readFields(written: WrittenFields, amount: string): ImportFields {
	const { name, note } = written;
	if (amount === '') return { name, quantity: null, note };
	const quantity = plainAmount(written) ?? spokenAmount(amount);
	if (quantity !== null) return { name, quantity, note };
	return { name, quantity, note: note === '' ? amount : `${amount}, ${note}` };
}

/** "2" and "lb": most rows are like this, and it is much faster. */
function plainAmount({ quantity, unit }: WrittenFields): Quantity | null {
	const milli = parseDecimalMilli(quantity);
	const known = parseUnit(unit);
	if (milli === null || (unit !== '' && known === null)) return null;
	return { milli, unit: known };
}

/** "half a dozen", "1 1/2 lb". */
function spokenAmount(amount: string): Quantity | null {
	const { items } = parse(`${amount.slice(0, MAX_AMOUNT_LENGTH)} "${ANYTHING}"`);
	const [item] = items;
	const isAmount = item?.name === ANYTHING && item.note === '' && item.action === 'add';
	return items.length === 1 && item && isAmount ? readingToQuantity(item) : null;
}

const MAX_AMOUNT_LENGTH = 100;
/** Quoted, so that the rules take it for a name. */
const ANYTHING = 'thing';
