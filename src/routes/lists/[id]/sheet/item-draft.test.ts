import { expect, test } from 'vitest';
import { ItemRow } from '#lib/client/item-row.svelte.ts';
import { PLAIN_ITEM, type Item } from '#lib/domain/item.ts';
import { ItemDraft } from './item-draft.svelte.ts';

function draftOf(item: Partial<Item> = {}): ItemDraft {
	const whole: Item = {
		id: 'i1',
		listId: 'l1',
		rev: 1,
		stamps: { $: [1, 0, 'c'] },
		name: 'Milk',
		norm: 'milk',
		quantity: { milli: 2_000, unit: 'gal' },
		note: '',
		checked: false,
		position: 'a',
		productId: null,
		keepSeparate: false,
		...PLAIN_ITEM,
		deletedAt: null,
		mergedInto: null,
		...item
	};
	return new ItemDraft(new ItemRow(whole, null, { now: 0 }));
}

test('saving untouched fields changes nothing', () => {
	expect(draftOf().patch).toEqual({});
	expect(draftOf({ quantity: { milli: 333, unit: null } }).patch).toEqual({});
});

test('only what changed is in the patch, and a name is cleaned', () => {
	const draft = draftOf();
	draft.name = '  Oat\tmilk ';
	expect(draft.patch).toEqual({ name: 'Oat milk' });
	draft.unit = 'qt';
	expect(draft.patch).toEqual({ name: 'Oat milk', quantity: { milli: 2_000, unit: 'qt' } });
});

test('amounts are taken as people write them', () => {
	const draft = draftOf();
	draft.amount = '1 1/2';
	expect(draft.patch).toEqual({ quantity: { milli: 1_500, unit: 'gal' } });
});

test('what cannot be saved stays, and is said once saving was tried', () => {
	const draft = draftOf();
	draft.amount = 'two-ish';
	draft.name = ' ';
	expect(draft.patch).toBeNull();
	expect([draft.amountProblem, draft.nameProblem]).toEqual(['', '']);
	draft.isTried = true;
	expect(draft.amountProblem).not.toBe('');
	expect(draft.nameProblem).not.toBe('');
});

test('one less never leads to nothing', () => {
	const draft = draftOf({ quantity: { milli: 1_000, unit: null } });
	draft.step(-1);
	expect(draft.amount).toBe('1');
	draft.step(1);
	expect(draft.amount).toBe('2');
});

test('what others write while the sheet is open is not written back', () => {
	const draft = draftOf();
	const { item } = draft.row;
	draft.row.item = { ...item, name: 'Oat milk', quantity: { milli: 3_000, unit: 'gal' } };
	expect(draft.patch).toEqual({});
	draft.note = 'cold';
	expect(draft.patch).toEqual({ note: 'cold' });
});

test('a price that cannot be read keeps the sheet open, is said once saving was tried, and stays as typed', () => {
	const draft = draftOf();
	draft.price = '2 for x';
	expect(draft.patch).toBeNull();
	expect(draft.priceProblem).toBe('');
	draft.isTried = true;
	expect(draft.priceProblem).toContain('2 for 5');
	expect(draft.price).toBe('2 for x');
	draft.price = '2 for 5';
	expect([draft.priceProblem, draft.patch]).toEqual(['', {}]);
	expect(draft.ownPrice).toEqual({ priceCents: 250, multiBuy: { count: 2, cents: 500 } });
});

test('tax and the weight of a piece are written only where they were changed', () => {
	const draft = draftOf({ taxable: null, pieceGrams: 119 });
	expect(draft.patch).toEqual({});
	draft.taxable = true;
	draft.pieceOunces = '5';
	expect(draft.patch).toEqual({ taxable: true, pieceGrams: 142 });
	draft.pieceOunces = '';
	expect(draft.patch).toEqual({ taxable: true, pieceGrams: null });
});
