import { expect, test } from 'vitest';
import {
	LIST,
	newItem,
	pieces,
	shoppingList,
	type World
} from '../../../tests/support/mutation-world.ts';
import { planImport, type ImportItem } from './import-plan.ts';

const thing = (name: string, count: number | null = null): ImportItem => ({
	name,
	quantity: count === null ? null : pieces(count),
	note: '',
	productId: null
});
const lines = (...items: readonly ImportItem[]) =>
	items.map((item, at) => ({ number: at + 1, items: [item] }));
const plan = (world: World, ...items: readonly ImportItem[]) =>
	planImport(lines(...items), {
		importId: 'import',
		listId: LIST,
		existing: world.rows.liveItems(LIST)
	});
/** @returns every row with how many of it */
function perform(world: World, { mutations }: ReturnType<typeof plan>): string[] {
	for (const { name, args } of mutations) world.do(name, args);
	return [...world.rows.liveItems(LIST)].map(
		(item) => `${item.name} ${item.quantity.milli / 1_000}`
	);
}

test('new things get rows, known ones get more of them, and what lies in the cart comes back', () => {
	const world = shoppingList();
	world.do('item.set', { listId: LIST, id: 'eggs', patch: { checked: true } });
	const planned = plan(world, thing('Figs', 3), thing('milk', 2), thing('eggs'));
	expect([...planned.fates.values()].flat()).toEqual([
		{ kind: 'new', words: '' },
		{ kind: 'raise', words: 'On the list. Becomes 3' },
		{ kind: 'back', words: 'In the cart. Goes back on the list' }
	]);
	expect(planned.newCount).toBe(1);
	expect(perform(world, planned)).toEqual(['Milk 3', 'Eggs 1', 'Bread 1', 'Figs 3']);
	expect(world.item('eggs').checked).toBe(false);
});

test('what stands in two lines becomes one row, and says so at the second', () => {
	const world = shoppingList();
	const planned = plan(world, thing('Figs', 3), thing('Rice'), thing('figs', 2), thing('fig'));
	expect(planned.fates.get(3)).toEqual([{ kind: 'raise', words: 'Named above too. Becomes 5' }]);
	expect(perform(world, planned)).toContain('Figs 6');
	expect(world.live()).toHaveLength(5);
});

test('doing all of it twice adds no row twice', () => {
	const world = shoppingList();
	const planned = plan(world, thing('Figs', 3), thing('Rice'));
	const once = perform(world, planned);
	expect(perform(world, planned)).toEqual(once);
});

test('planned again after it was added, it has nothing left to do', () => {
	const world = shoppingList();
	perform(world, plan(world, thing('Figs', 3), thing('Rice')));
	const again = plan(world, thing('Figs', 3), thing('Rice'));
	expect(again.mutations).toEqual([]);
	expect([...again.fates.values()].flat().map(({ kind }) => kind)).toEqual(['there', 'there']);
});

test('amounts that cannot be added up stay two rows', () => {
	const world = shoppingList();
	world.do('item.add', newItem('rice', 'Rice', { quantity: pieces(2, 'lb') }));
	expect(plan(world, thing('Rice', 3)).fates.get(1)).toEqual([{ kind: 'new', words: '' }]);
});

test('however many lines name a thing, its row changes once and by all of them', () => {
	const world = shoppingList();
	world.do('item.set', { listId: LIST, id: 'eggs', patch: { checked: true } });
	const names = ['milk', 'Figs', 'eggs'].flatMap((name) => Array.from({ length: 50 }, () => name));
	const planned = plan(world, ...names.map((name) => thing(name, 2)));
	expect(planned.mutations.map(({ name }) => name)).toEqual(['item.step', 'item.add', 'item.set']);
	expect([planned.itemCount, planned.newCount]).toEqual([150, 1]);
	expect(perform(world, planned)).toEqual(['Milk 101', 'Eggs 100', 'Bread 1', 'Figs 100']);
});
