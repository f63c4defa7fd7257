import { expect, test } from 'vitest';
import { LIST, newItem, shoppingList } from '../../../tests/support/mutation-world.ts';
import { LONG_POSITION } from './position.ts';

test('a list whose keys have grown long gets short ones, in the same order, and nobody’s stamps change', () => {
	const world = shoppingList();
	// Each goes between the same two, which is what makes keys grow.
	const count = 600;
	for (let at = 0; at < count; at++) {
		world.do('item.add', newItem(`i${at}`, `Item ${at}`));
		world.do('item.move', { listId: LIST, id: `i${at}`, afterId: 'milk' });
	}
	const expected = ['Milk', ...Array.from({ length: count }, (_, at) => `Item ${count - 1 - at}`)];
	expect(world.live()).toEqual([...expected, 'Eggs', 'Bread']);
	const items = [...world.rows.liveItems(LIST)];
	expect(Math.max(...items.map(({ position }) => position.length))).toBeLessThanOrEqual(
		LONG_POSITION
	);
	expect(new Set(items.map(({ position }) => position)).size).toBe(items.length);
	expect(world.item('bread').stamps['position']).toBeUndefined();
	// The devices hear of it.
	expect(world.item('bread').rev).toBeGreaterThan(4);
});

test('a row whose neighbour was deleted meanwhile still goes where that stood', () => {
	const world = shoppingList();
	world.do('item.delete', { listId: LIST, id: 'milk' });
	world.do('item.move', { listId: LIST, id: 'bread', afterId: 'milk' });
	expect(world.live()).toEqual(['Bread', 'Eggs']);
});
