import { SERVER_RULES } from './server-rules.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { applyMutation } from './mutators.ts';
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
	type Act,
	type World
} from '../../../tests/support/mutation-world.ts';

let world: World;
beforeEach(() => {
	world = shoppingList();
});

test('a plain delete that follows a clear in the same request is a plain delete', () => {
	const rev = 50;
	const at = { rev, at: START + 1, clientId: 'ann', base: SEEN, server: SERVER_RULES } as const;
	world.do('item.set', { listId: LIST, id: 'milk', patch: { checked: true } }, { base: SEEN });
	applyMutation(world.rows, 'item.clearChecked', { listId: LIST, ids: ['milk'] }, at);
	applyMutation(world.rows, 'item.restore', { listId: LIST, id: 'milk' }, at);
	applyMutation(world.rows, 'item.delete', { listId: LIST, id: 'milk' }, { ...at, at: START + 9 });
	const uncheck = set('ben', START + 3, 'milk', { checked: false });
	uncheck.apply(world, uncheck);
	expect(world.item('milk').deletedAt).not.toBeNull();
});

describe('deleting', () => {
	const remove = (who: string, at: number): Act =>
		offline(who, at, 'item.delete', { listId: LIST, id: 'milk' });

	test.each<[string, Act]>([
		['name', set('ben', START + 5, 'milk', { name: 'Oat milk' })],
		['amount', set('ben', START + 5, 'milk', { quantity: pieces(3) })],
		['note', set('ben', START + 5, 'milk', { note: 'for Sunday' })],
		['product', set('ben', START + 5, 'milk', { productId: 'gen_oat-milk' })],
		[
			'step',
			offline('ben', START + 5, 'item.step', { listId: LIST, id: 'milk', milli: 1_000, unit: null })
		]
	])('a later edit of the %s, made unseen, keeps the line, in both orders', (_, edit) => {
		for (const after of inEveryOrder(remove('ann', START), edit))
			expect(after.item('milk').deletedAt).toBeNull();
	});

	test('an earlier edit does not keep it, in either order', () => {
		const worlds = inEveryOrder(
			set('ben', START, 'milk', { name: 'Oat milk' }),
			remove('ann', START + 5)
		);
		for (const after of worlds) expect(after.live()).toEqual(['Eggs', 'Bread']);
	});

	test.each<[string, Act]>([
		['tick', set('ben', START + 5, 'milk', { checked: true })],
		['move', offline('ben', START + 5, 'item.move', { listId: LIST, id: 'milk', afterId: 'bread' })]
	])('a later %s does not bring it back, in either order', (_, act) => {
		for (const after of inEveryOrder(remove('ann', START), act))
			expect(after.live()).toEqual(['Eggs', 'Bread']);
	});

	test('an edit by somebody who had seen it go does not bring it back; a restore does', () => {
		world.do('item.delete', { listId: LIST, id: 'milk' });
		world.do(
			'item.set',
			{ listId: LIST, id: 'milk', patch: { name: 'Oat milk' } },
			{ who: 'ben', at: START + 5 }
		);
		expect(world.live()).toEqual(['Eggs', 'Bread']);
		world.do('item.restore', { listId: LIST, id: 'milk' }, { who: 'ben', at: START + 6 });
		expect(world.live()).toEqual(['Oat milk', 'Eggs', 'Bread']);
	});
});

describe('clearing what is checked', () => {
	test('leaves what somebody else unchecked meanwhile, in both orders', () => {
		const worlds = [false, true].map((clearFirst) => {
			const after = shoppingList();
			for (const id of ['milk', 'eggs'])
				after.do('item.set', { listId: LIST, id, patch: { checked: true } });
			const base = after.rev;
			const clear = () =>
				after.do(
					'item.clearChecked',
					{ listId: LIST, ids: ['milk', 'eggs'] },
					{ at: START + 1, base }
				);
			const uncheck = () =>
				after.do(
					'item.set',
					{ listId: LIST, id: 'milk', patch: { checked: false } },
					{ who: 'ben', at: START + 2, base }
				);
			for (const act of clearFirst ? [clear, uncheck] : [uncheck, clear]) act();
			return after.live();
		});
		expect(worlds).toEqual([
			['Milk', 'Bread'],
			['Milk', 'Bread']
		]);
	});

	test('takes only the lines it names, and only those that are checked', () => {
		for (const id of ['milk', 'eggs'])
			world.do('item.set', { listId: LIST, id, patch: { checked: true } });
		world.do('item.clearChecked', { listId: LIST, ids: ['milk', 'bread', 'unknown'] });
		expect(world.live()).toEqual(['Eggs', 'Bread']);
	});
});

describe('a list in the bin', () => {
	test('keeps its items, and what somebody adds meanwhile, until it is restored', () => {
		world.do('list.delete', { listId: LIST }, { at: START + 1 });
		const add = offline('ben', START + 2, 'item.add', newItem('buns', 'Buns'));
		expect(add.apply(world, add)).toBeNull();
		expect(world.rows.get('lists', LIST)?.deletedAt).toBe(START + 1);
		world.do('list.restore', { listId: LIST });
		expect(world.rows.get('lists', LIST)?.deletedAt).toBeNull();
		expect(world.live()).toEqual(['Milk', 'Eggs', 'Bread', 'Buns']);
	});

	test('once it is purged, every change of it is refused as gone', () => {
		const listId = 'purged';
		const item = { listId, id: 'milk' };
		expect([
			world.do('list.rename', { listId, name: 'BBQ' }),
			world.do('list.restore', { listId }),
			world.do('item.add', newItem('buns', 'Buns', { listId })),
			world.do('item.set', { ...item, patch: { checked: true } }),
			world.do('item.clearChecked', { listId, ids: ['milk'] })
		]).toEqual(Array(5).fill('list_gone'));
		expect(world.item('milk').checked).toBe(false);
	});

	test('two renames unseen: the later act wins, whoever syncs first', () => {
		const rename = (who: string, at: number, name: string) =>
			offline(who, at, 'list.rename', { listId: LIST, name });
		for (const after of inEveryOrder(
			rename('ann', START + 1, 'Food'),
			rename('ben', START + 2, 'BBQ')
		))
			expect(after.rows.get('lists', LIST)?.name).toBe('BBQ');
	});

	test('creating a list that is there leaves it as it is', () => {
		world.do('list.create', { listId: LIST, name: 'Other' });
		expect(world.rows.get('lists', LIST)?.name).toBe('Groceries');
	});
});
