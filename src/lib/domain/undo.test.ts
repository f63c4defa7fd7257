import { expect, test } from 'vitest';
import {
	LIST,
	newItem,
	pieces,
	shoppingList,
	START,
	type World
} from '../../../tests/support/mutation-world.ts';
import { choiceId } from './choice.ts';
import { applyMutation } from './mutators.ts';
import { inverseOf, type Mutation } from './undo.ts';

/** Ann's device: what it does, and what takes that back. */
function does(world: World, mutation: Mutation): () => void {
	const inverse = inverseOf(world.rows, mutation);
	apply(world, mutation);
	return () => inverse.forEach((one) => apply(world, one));
}

function apply(world: World, { name, args }: Mutation, who = 'ann'): void {
	const context = { rev: ++world.rev, at: START + world.rev, clientId: who, base: world.rev };
	applyMutation(world.rows, name, args, { ...context, server: null });
}

const PAID = {
	...{ productId: null, norm: 'milk', priceCents: 348, multiBuy: null },
	...{ store: '', source: 'manual' as const }
};

const byBen = (world: World, mutation: Mutation): void => apply(world, mutation, 'ben');
const item = (id: string) => ({ listId: LIST, id });
const order = (world: World): string[] => world.live();

test.each<[string, Mutation]>([
	['a new row', { name: 'item.add', args: newItem('tea', 'Tea') }],
	['a tick', { name: 'item.set', args: { ...item('milk'), patch: { checked: true } } }],
	[
		'several fields at once',
		{
			name: 'item.set',
			args: { ...item('milk'), patch: { name: 'Oat milk', quantity: pieces(3) } }
		}
	],
	['one more', { name: 'item.step', args: { ...item('milk'), milli: 1_000, unit: null } }],
	['a delete', { name: 'item.delete', args: item('milk') }],
	['a move', { name: 'item.move', args: { ...item('bread'), afterId: null } }],
	['a new name of the list', { name: 'list.rename', args: { listId: LIST, name: 'Party' } }],
	['a budget', { name: 'list.set', args: { listId: LIST, patch: { budgetCents: 5_000 } } }],
	['a price', { name: 'price.add', args: { ...item('p1'), ...PAID } }],
	['a price taken back', { name: 'price.delete', args: item('p0') }],
	['a product picked', { name: 'choice.set', args: { listId: LIST, norm: 'egg', productId: 'a' } }],
	['another picked', { name: 'choice.set', args: { listId: LIST, norm: 'milk', productId: 'b' } }]
])('undo takes back %s', (_, mutation) => {
	const world = shoppingList();
	world.do('price.add', { ...item('p0'), ...PAID });
	world.do('choice.set', { listId: LIST, norm: 'milk', productId: 'a' });
	const shown = () =>
		JSON.stringify([
			world.rows.get('lists', LIST)?.budgetCents,
			[...world.rows.ownPrices.values()].filter((price) => price.deletedAt === null).length,
			...['egg', 'milk'].map(
				(norm) => world.rows.get('choices', choiceId(LIST, norm))?.productId ?? null
			),
			order(world),
			world.rows.get('lists', LIST)?.name,
			[...world.rows.liveItems(LIST)]
				.sort((a, b) => (a.id < b.id ? -1 : 1))
				.map(({ name, quantity, checked }) => [name, quantity, checked])
		]);
	const before = shown();
	const undo = does(world, mutation);
	expect(shown()).not.toBe(before);
	undo();
	expect(shown()).toBe(before);
});

test('undo of a new row leaves it when somebody else has worked on it since', () => {
	const world = shoppingList();
	const undo = does(world, { name: 'item.add', args: newItem('tea', 'Tea') });
	byBen(world, { name: 'item.set', args: { ...item('tea'), patch: { note: 'green' } } });
	undo();
	expect(order(world)).toContain('Tea');
});

test('undo of a field leaves what somebody else has written into it since', () => {
	const world = shoppingList();
	const undo = does(world, {
		name: 'item.set',
		args: { ...item('milk'), patch: { name: 'Oat milk' } }
	});
	byBen(world, { name: 'item.set', args: { ...item('milk'), patch: { name: 'Soy milk' } } });
	undo();
	expect(world.item('milk').name).toBe('Soy milk');
});

test('undo of one more takes back one, whatever others added meanwhile', () => {
	const world = shoppingList();
	const step: Mutation = { name: 'item.step', args: { ...item('milk'), milli: 1_000, unit: null } };
	const undo = does(world, step);
	byBen(world, step);
	undo();
	expect(world.item('milk').quantity).toEqual(pieces(2));
});

test('undo of a move leaves a row where somebody else has put it since', () => {
	const world = shoppingList();
	const undo = does(world, { name: 'item.move', args: { ...item('bread'), afterId: null } });
	byBen(world, { name: 'item.move', args: { ...item('bread'), afterId: 'milk' } });
	const after = order(world);
	undo();
	expect(order(world)).toEqual(after);
});

test('undo of a delete does not bring back what somebody else has deleted since', () => {
	const world = shoppingList();
	const undo = does(world, { name: 'item.delete', args: item('milk') });
	byBen(world, { name: 'item.restore', args: item('milk') });
	byBen(world, { name: 'item.delete', args: item('milk') });
	undo();
	expect(order(world)).not.toContain('Milk');
});

test('undo of an emptied cart brings back what it took, and nothing that others took', () => {
	const world = shoppingList();
	for (const id of ['milk', 'eggs'])
		apply(world, { name: 'item.set', args: { ...item(id), patch: { checked: true } } });
	const undo = does(world, {
		name: 'item.clearChecked',
		args: { listId: LIST, ids: ['milk', 'eggs'] }
	});
	byBen(world, { name: 'item.restore', args: item('eggs') });
	byBen(world, { name: 'item.delete', args: item('eggs') });
	undo();
	expect(order(world)).toEqual(['Milk', 'Bread']);
});
