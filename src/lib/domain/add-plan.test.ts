import { describe, expect, test } from 'vitest';
import { planAdd } from './add-plan.ts';
import { MAX_QUANTITY_MILLI, normalizeName, PLAIN_ITEM, type Item } from './item.ts';
import type { Quantity, Unit } from './quantity.ts';

const amount = (count: number, unit: Unit | null = null): Quantity => ({
	milli: count * 1_000,
	unit
});

function item(name: string, quantity: Quantity, change: Partial<Item> = {}): Item {
	return {
		id: name,
		listId: 'list',
		rev: 1,
		stamps: { $: [1, 0, 'device'] },
		name,
		norm: normalizeName(name),
		quantity,
		note: '',
		checked: false,
		position: 'I1',
		productId: null,
		keepSeparate: false,
		...PLAIN_ITEM,
		deletedAt: null,
		mergedInto: null,
		...change
	};
}

const add = (items: readonly Item[], name: string, quantity: Quantity | null = null) =>
	planAdd(items, { name, quantity }, false);

test('what is not on the list becomes a new row', () => {
	expect(add([item('Milk', amount(1))], 'Eggs')).toEqual({ kind: 'new' });
});

describe('what is open on the list', () => {
	test('is raised by what was typed, and by one when no amount was', () => {
		const eggs = item('Eggs', amount(2));
		expect(add([eggs], 'egg', amount(3))).toEqual({
			kind: 'raise',
			item: eggs,
			by: amount(3),
			becomes: amount(5)
		});
		expect(add([eggs], 'EGGS')).toMatchObject({ by: amount(1), becomes: amount(3) });
	});

	test('is raised by one of its own unit when no amount was typed: eggs beside a dozen are two dozen', () => {
		const eggs = item('Eggs', amount(1, 'dozen'));
		expect(add([eggs], 'eggs')).toMatchObject({ becomes: amount(2, 'dozen') });
	});

	test('is raised in its own unit, rounded to a thousandth of it', () => {
		const beef = item('Ground beef', amount(1, 'lb'));
		expect(add([beef], 'ground beef', amount(8, 'oz'))).toMatchObject({
			by: { milli: 500, unit: 'lb' },
			becomes: { milli: 1_500, unit: 'lb' }
		});
		expect(add([beef], 'ground beef', amount(100, 'g'))).toMatchObject({
			by: { milli: 220, unit: 'lb' }
		});
		expect(add([item('Eggs', amount(1, 'dozen'))], 'eggs', amount(6))).toMatchObject({
			becomes: { milli: 1_500, unit: 'dozen' }
		});
	});

	test('is never raised by nothing, nor beyond what a row holds', () => {
		expect(add([item('Salt', amount(1, 'kg'))], 'salt', amount(1, 'mg'))).toMatchObject({
			by: { milli: 1 }
		});
		const many = item('Rice', { milli: MAX_QUANTITY_MILLI - 500, unit: null });
		expect(add([many], 'rice', amount(9))).toMatchObject({
			by: { milli: 500 },
			becomes: { milli: MAX_QUANTITY_MILLI }
		});
	});

	test('stays as it is when the amounts are of different kinds: 1 and 300 g are two rows', () => {
		expect(add([item('Flour', amount(1))], 'flour', amount(300, 'g'))).toEqual({ kind: 'new' });
		expect(add([item('Flour', amount(1, 'bag'))], 'flour', amount(1, 'box'))).toEqual({
			kind: 'new'
		});
	});
});

describe('what is in the cart', () => {
	test('comes back with the amount that was typed, and with its own when none was', () => {
		const eggs = item('Eggs', amount(2, 'dozen'), { checked: true });
		expect(add([eggs], 'eggs', amount(6))).toEqual({
			kind: 'back',
			item: eggs,
			becomes: amount(6)
		});
		expect(add([eggs], 'eggs')).toMatchObject({ becomes: amount(2, 'dozen') });
	});

	test('stays there when the same thing is open as well', () => {
		const inCart = item('Eggs', amount(2), { id: 'a', checked: true, position: 'A1' });
		const open = item('Eggs', amount(1), { id: 'b', position: 'Z1' });
		expect(add([inCart, open], 'eggs')).toMatchObject({ kind: 'raise', item: open });
		expect(add([open, inCart], 'eggs')).toMatchObject({ kind: 'raise', item: open });
	});
});

test('of two open rows the upper one is raised, in whatever order they are looked at', () => {
	const upper = item('Eggs', amount(1), { id: 'b', position: 'I1' });
	const lower = item('Eggs', amount(1), { id: 'a', position: 'I2' });
	expect(add([lower, upper], 'eggs')).toMatchObject({ item: upper });
	expect(add([upper, lower], 'eggs')).toMatchObject({ item: upper });
});

test('rows that were asked to stay separate are left alone, and so is everything when the add asks', () => {
	const separate = item('Eggs', amount(1), { keepSeparate: true });
	expect(add([separate], 'eggs')).toEqual({ kind: 'new' });
	const eggs = item('Eggs', amount(1));
	expect(planAdd([eggs], { name: 'eggs', quantity: null }, true)).toEqual({ kind: 'new' });
});

test('a deleted row is not on the list', () => {
	expect(add([item('Eggs', amount(1), { deletedAt: 5 })], 'eggs')).toEqual({ kind: 'new' });
});
