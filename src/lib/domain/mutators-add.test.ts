import { beforeEach, describe, expect, test } from 'vitest';
import { MAX_LIVE_ITEMS } from './list.ts';
import { createMemoryRows } from './memory-rows.ts';
import { applyMutation, resolveItem } from './mutators.ts';
import type { Quantity } from './quantity.ts';
import {
	LIST,
	SEEN,
	START,
	inEveryOrder,
	newItem,
	offline,
	pieces,
	set,
	shoppingList,
	type World
} from '../../../tests/support/mutation-world.ts';

let world: World;
beforeEach(() => {
	world = shoppingList();
});

describe('adding the same thing', () => {
	const twoMilks = (ann: Quantity, ben: Quantity) =>
		inEveryOrder(
			offline('ann', START + 1, 'item.add', newItem('a', 'Oat milk', { quantity: ann })),
			offline('ben', START + 2, 'item.add', newItem('b', 'oat  MILKS', { quantity: ben }))
		);

	test('two devices that had not seen each other make one line with the larger amount, in both orders', () => {
		for (const after of twoMilks(pieces(2), pieces(3))) {
			const lines = [...after.rows.liveItems(LIST)].filter(({ norm }) => norm === 'oat milk');
			expect(lines.map(({ quantity }) => quantity)).toEqual([pieces(3)]);
		}
	});

	test('the larger amount is found across units of one dimension', () => {
		for (const after of twoMilks(pieces(1, 'gal'), pieces(2, 'qt')))
			expect(resolveItem(after.rows, 'a')?.quantity).toEqual(pieces(1, 'gal'));
	});

	test('what was merged away is a tombstone, and edits of it reach the line it became part of', () => {
		for (const after of twoMilks(pieces(2), pieces(3))) {
			const [kept, merged] = after.item('a').mergedInto === null ? ['a', 'b'] : ['b', 'a'];
			expect(after.item(merged)).toMatchObject({ mergedInto: kept });
			expect(after.item(merged).deletedAt).not.toBeNull();
			after.do('item.set', { listId: LIST, id: merged, patch: { checked: true } });
			expect(after.item(kept).checked).toBe(true);
			after.do('item.step', { listId: LIST, id: merged, milli: 1_000, unit: null });
			expect(after.item(kept).quantity).toEqual(pieces(4));
		}
	});

	test('a merged line is not brought back by a restore', () => {
		for (const after of twoMilks(pieces(2), pieces(3))) {
			after.do('item.restore', { listId: LIST, id: 'a' });
			after.do('item.restore', { listId: LIST, id: 'b' });
			expect(after.live().filter((name) => /oat/i.test(name))).toHaveLength(1);
		}
	});

	test('whoever takes back an add that became part of another’s line takes nothing from them', () => {
		const ann = offline('ann', START, 'item.add', newItem('a', 'Ham'));
		const ben = offline('ben', START + 5, 'item.add', newItem('b', 'Ham'));
		const back = offline('ben', START + 6, 'item.delete', { listId: LIST, id: 'b' });
		for (const order of [
			[ann, ben, back],
			[ben, ann, back],
			[ben, back, ann]
		]) {
			const after = shoppingList();
			for (const act of order) act.apply(after, act);
			expect(after.live().filter((name) => name === 'Ham')).toEqual(['Ham']);
		}
	});

	test('the one line keeps the note, the product and the larger typed amount of both, in both orders', () => {
		const ann = offline('ann', START + 5, 'item.add', newItem('a', 'Ham'));
		const ben = offline(
			'ben',
			START,
			'item.add',
			newItem('b', 'Ham', { note: 'smoked', productId: 'p1' })
		);
		const typed = set('ben', START + 1, 'b', { quantity: pieces(5) });
		for (const order of [
			[ann, ben, typed],
			[ben, typed, ann],
			[ben, ann, typed]
		]) {
			const after = shoppingList();
			for (const act of order) act.apply(after, act);
			const ham = [...after.rows.liveItems(LIST)].filter(({ name }) => name === 'Ham');
			expect(ham).toMatchObject([{ quantity: pieces(5), note: 'smoked', productId: 'p1' }]);
		}
	});

	test('amounts that do not add up make two lines', () => {
		for (const after of twoMilks(pieces(1), pieces(300, 'ml')))
			expect(after.live()).toHaveLength(5);
	});

	test('whoever had seen the first line gets a second one', () => {
		world.do('item.add', newItem('again', 'Milk'));
		world.do('item.add', newItem('bens', 'Milk'), { who: 'ben' });
		expect(world.live()).toEqual(['Milk', 'Eggs', 'Bread', 'Milk', 'Milk']);
	});

	test('a line that was asked to stay separate is never merged, nor is one in the cart', () => {
		const add = (id: string, keepSeparate: boolean) =>
			offline(id, START, 'item.add', newItem(id, 'Oat milk', { keepSeparate }));
		for (const after of inEveryOrder(add('a', true), add('b', false)))
			expect(after.live()).toHaveLength(5);

		world.do('item.add', newItem('a', 'Oat milk'));
		world.do('item.set', { listId: LIST, id: 'a', patch: { checked: true } });
		world.do('item.add', newItem('b', 'Oat milk'), { who: 'ben', base: SEEN });
		expect(world.live()).toHaveLength(5);
	});

	test('a device on its own never merges: only the server sees everybody', () => {
		const rows = createMemoryRows();
		const context = { rev: 1, at: 1, clientId: 'ann', base: 0, server: null } as const;
		applyMutation(rows, 'list.create', { listId: LIST, name: 'Groceries' }, context);
		applyMutation(rows, 'item.add', newItem('a', 'Milk'), context);
		applyMutation(rows, 'item.add', newItem('b', 'Milk'), { ...context, clientId: 'ben' });
		expect([...rows.liveItems(LIST)]).toHaveLength(2);
	});

	test('the same id twice is one line, even when the second says something else', () => {
		world.do('item.add', newItem('milk', 'Cream'));
		expect(world.live()).toEqual(['Milk', 'Eggs', 'Bread']);
	});

	test('beyond its limit a list takes no more, and says so', () => {
		for (let at = world.live().length; at < MAX_LIVE_ITEMS; at++)
			expect(world.do('item.add', newItem(`n${at}`, `Thing ${at}`))).toBeNull();
		expect(world.do('item.add', newItem('more', 'One more'))).toBe('limit');
		expect(world.rows.get('items', 'more')).toBeUndefined();
	});
});
