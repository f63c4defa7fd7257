import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ItemPatch } from './mutation-args.ts';
import type { Unit } from './quantity.ts';
import {
	HOUR_MS,
	LIST,
	START,
	inEveryOrder,
	offline,
	pieces,
	set,
	shoppingList,
	type Act,
	type World
} from '../../../tests/support/mutation-world.ts';

let world: World;
beforeEach(() => {
	world = shoppingList();
});

describe('edits of one line on two devices', () => {
	test('of different fields both hold', () => {
		const worlds = inEveryOrder(
			set('ann', START + 1, 'milk', { checked: true }),
			set('ben', START + 2, 'milk', { name: 'Oat milk' })
		);
		for (const after of worlds)
			expect(after.item('milk')).toMatchObject({
				checked: true,
				name: 'Oat milk',
				norm: 'oat milk'
			});
	});

	test('of the same field the later act wins, whoever syncs first', () => {
		const worlds = inEveryOrder(
			set('ann', START + HOUR_MS, 'milk', { name: 'Oat milk' }),
			set('ben', START + 2 * HOUR_MS, 'milk', { name: 'Soy milk' })
		);
		for (const after of worlds) expect(after.item('milk').name).toBe('Soy milk');
	});

	test('who had seen the other edit wins, though by the clock it came first', () => {
		world.do(
			'item.set',
			{ listId: LIST, id: 'milk', patch: { name: 'Oat milk' } },
			{ at: START + 2 * HOUR_MS }
		);
		const patch = { name: 'Soy milk' };
		world.do('item.set', { listId: LIST, id: 'milk', patch }, { who: 'ben', at: START });
		expect(world.item('milk').name).toBe('Soy milk');
	});

	test('after three months offline an uncontested edit applies and a contested one loses', () => {
		const patch = { name: 'Oat milk' };
		world.do('item.set', { listId: LIST, id: 'milk', patch }, { at: START + 90 * 24 * HOUR_MS });
		const old = set('ben', START + 1, 'milk', { name: 'Soy milk', note: 'the blue one' });
		old.apply(world, old);
		expect(world.item('milk')).toMatchObject({ name: 'Oat milk', note: 'the blue one' });
	});

	test('the result of concurrent edits does not depend on who syncs first', () => {
		const patch: fc.Arbitrary<ItemPatch> = fc.constantFrom(
			{ name: 'A' },
			{ name: 'B', note: 'b' },
			{ quantity: pieces(5) },
			{ quantity: pieces(2, 'gal'), checked: true },
			{ checked: true },
			{ note: 'n' },
			{ productId: 'p' }
		);
		const edits = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 99 }), patch), {
			minLength: 2,
			maxLength: 4,
			selector: ([minutes]) => minutes
		});
		fc.assert(
			fc.property(edits, (all) => {
				const acts = all.map(([minutes, change], at) =>
					set(`device-${at}`, START + minutes, 'milk', change)
				);
				const results = inEveryOrder(...acts).map((after) => {
					const { name, norm, quantity, note, checked, productId } = after.item('milk');
					return { name, norm, quantity, note, checked, productId };
				});
				for (const result of results) expect(result).toEqual(results[0]);
			})
		);
	});
});

describe('steps', () => {
	const step = (who: string, milli: number, unit: Unit | null = null): Act =>
		offline(who, START + 1, 'item.step', { listId: LIST, id: 'milk', milli, unit });

	test('two of them add up', () => {
		for (const after of inEveryOrder(step('ann', 1_000), step('ben', 1_000)))
			expect(after.item('milk').quantity).toEqual(pieces(3));
	});

	test('a typed number never loses to a step: 4 or 5 by order of arrival', () => {
		const typed = set('ann', START, 'milk', { quantity: pieces(4) });
		const results = inEveryOrder(typed, step('ben', 1_000)).map(
			(after) => after.item('milk').quantity
		);
		expect(results).toEqual([pieces(5), pieces(4)]);
	});

	test('a step has no effect once the line has another unit', () => {
		world.do('item.set', { listId: LIST, id: 'milk', patch: { quantity: pieces(2, 'gal') } });
		const late = step('ben', 1_000);
		late.apply(world, late);
		expect(world.item('milk').quantity).toEqual(pieces(2, 'gal'));
	});

	test('steps down end at one step, and never raise what is less', () => {
		world.do('item.step', { listId: LIST, id: 'milk', milli: -1_000, unit: null });
		expect(world.item('milk').quantity).toEqual(pieces(1));
		world.do('item.set', { listId: LIST, id: 'milk', patch: { quantity: pieces(0.5) } });
		world.do('item.step', { listId: LIST, id: 'milk', milli: -1_000, unit: null });
		expect(world.item('milk').quantity).toEqual(pieces(0.5));
	});
});

describe('moving', () => {
	const move = (id: string, afterId: string | null) =>
		world.do('item.move', { listId: LIST, id, afterId });

	test('puts a line after another, or first', () => {
		move('milk', 'eggs');
		expect(world.live()).toEqual(['Eggs', 'Milk', 'Bread']);
		move('bread', null);
		expect(world.live()).toEqual(['Bread', 'Eggs', 'Milk']);
		move('bread', 'milk');
		expect(world.live()).toEqual(['Eggs', 'Milk', 'Bread']);
	});

	test('after itself, or where it already is, changes nothing anybody sees', () => {
		move('eggs', 'eggs');
		move('eggs', 'milk');
		expect(world.live()).toEqual(['Milk', 'Eggs', 'Bread']);
	});

	test('two lines sent to one place both arrive there', () => {
		const worlds = inEveryOrder(
			offline('ann', START + 1, 'item.move', { listId: LIST, id: 'bread', afterId: null }),
			offline('ben', START + 2, 'item.move', { listId: LIST, id: 'eggs', afterId: null })
		);
		for (const after of worlds) {
			expect(after.live()).toHaveLength(3);
			expect(after.live().at(-1)).toBe('Milk');
		}
	});

	test('no sequence of moves loses a line or gives two the same place', () => {
		const ids = ['milk', 'eggs', 'bread'] as const;
		const moves = fc.array(
			fc.tuple(fc.constantFrom(...ids), fc.option(fc.constantFrom(...ids, 'gone')))
		);
		fc.assert(
			fc.property(moves, (all) => {
				const after = shoppingList();
				for (const [id, afterId] of all) after.do('item.move', { listId: LIST, id, afterId });
				const positions = [...after.rows.liveItems(LIST)].map(({ position }) => position);
				expect(new Set(positions).size).toBe(ids.length);
			})
		);
	});
});

describe('taking back', () => {
	test('holds only while the value is still the one I wrote', () => {
		world.do('item.set', { listId: LIST, id: 'milk', patch: { name: 'Oat milk' } });
		const undo = {
			listId: LIST,
			id: 'milk',
			patch: { name: 'Milk' },
			expect: { name: 'Oat milk' }
		};
		world.do('item.set', { listId: LIST, id: 'milk', patch: { name: 'Soy milk' } }, { who: 'ben' });
		world.do('item.set', undo);
		expect(world.item('milk').name).toBe('Soy milk');
		world.do('item.set', { listId: LIST, id: 'milk', patch: { name: 'Oat milk' } }, { who: 'ben' });
		world.do('item.set', undo);
		expect(world.item('milk').name).toBe('Milk');
	});

	test('compares an amount with its unit', () => {
		const undo = { listId: LIST, id: 'milk', patch: { quantity: pieces(1) } };
		world.do('item.set', { listId: LIST, id: 'milk', patch: { quantity: pieces(2, 'gal') } });
		world.do('item.set', { ...undo, expect: { quantity: pieces(2) } });
		expect(world.item('milk').quantity).toEqual(pieces(2, 'gal'));
		world.do('item.set', { ...undo, expect: { quantity: pieces(2, 'gal') } });
		expect(world.item('milk').quantity).toEqual(pieces(1));
	});
});

describe('what a mutation cannot reach', () => {
	test('a line nobody knows: it succeeds and changes nothing', () => {
		const gone = { listId: LIST, id: 'gone' };
		expect([
			world.do('item.set', { ...gone, patch: { checked: true } }),
			world.do('item.step', { ...gone, milli: 1_000, unit: null }),
			world.do('item.move', { ...gone, afterId: null }),
			world.do('item.delete', gone),
			world.do('item.restore', gone)
		]).toEqual(Array(5).fill(null));
		expect(world.rows.get('items', 'gone')).toBeUndefined();
	});

	test('a line of another list, whoever names it', () => {
		const other = 'list-2';
		world.do('list.create', { listId: other, name: 'Cookout' });
		world.do('item.set', { listId: other, id: 'milk', patch: { name: 'Mine now' } });
		world.do('item.delete', { listId: other, id: 'milk' });
		world.do('item.clearChecked', { listId: other, ids: ['milk'] });
		world.do('item.move', { listId: LIST, id: 'milk', afterId: 'bread' });
		expect(world.live()).toEqual(['Eggs', 'Bread', 'Milk']);
	});
});
