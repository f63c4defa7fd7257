import type { Item } from './item.ts';
import type { List } from './list.ts';
import type { Quantity } from './quantity.ts';

/** Whether the row says all that somebody expected of it. */
export function stillHolds<R extends List | Item>(row: R, expect: Partial<R>): boolean {
	return Object.entries(expect).every(([field, value]) => isSame(row[field as keyof R], value));
}

function isSame(value: unknown, expected: unknown): boolean {
	if (!isQuantity(value) || !isQuantity(expected)) return value === expected;
	return value.milli === expected.milli && value.unit === expected.unit;
}

const isQuantity = (value: unknown): value is Quantity =>
	typeof value === 'object' && value !== null && 'milli' in value;
