import { expect, test } from 'vitest';
import {
	HOUR_MS,
	inEveryOrder,
	LIST,
	newItem,
	offline,
	pieces,
	set,
	shoppingList,
	START,
	type Act
} from '../../../tests/support/mutation-world.ts';
import { mergesIn, mergeToSentence, type Merge } from './merge-log.ts';
import type { Mutation } from './undo.ts';

/** The reader is Ann's device; clients go by their person's name here. */
const nameOf = (who: string): string | null =>
	who === 'ann' ? null : who.charAt(0).toUpperCase() + who.slice(1);
const say = (merges: readonly Merge[]): string[] =>
	merges.map((merge) => mergeToSentence(merge, nameOf));

/** What Ann's device says of the milk when everybody has synced, in whichever order. */
function heardByAnn(acts: readonly Act[], sent: readonly Mutation[] = []): string[][] {
	const before = shoppingList().item('milk');
	return inEveryOrder(...acts).map((world) =>
		say(mergesIn(before, world.item('milk'), sent, 'ann'))
	);
}

const renamed = (name: string): Mutation => ({
	name: 'item.set',
	args: { listId: LIST, id: 'milk', patch: { name } }
});

test('says whose rename won over whose, with both names, whichever came first', () => {
	const acts = [
		set('ann', START + 1, 'milk', { name: 'Whole milk' }),
		set('ben', START + HOUR_MS, 'milk', { name: 'Oat milk' })
	];
	for (const heard of heardByAnn(acts, [renamed('Whole milk')]))
		expect(heard).toEqual(['Ben’s rename won over yours: “Oat milk”, not “Whole milk”.']);
});

test('says it to the winner too, who never saw the other name', () => {
	const acts = [
		set('ben', START + 1, 'milk', { name: 'Whole milk' }),
		set('ann', START + HOUR_MS, 'milk', { name: 'Oat milk' })
	];
	for (const heard of heardByAnn(acts, [renamed('Oat milk')]))
		expect(heard).toEqual(['Your rename won over Ben’s: “Oat milk”.']);
});

test('says it of two others, and knows the name that was on this screen', () => {
	const world = shoppingList();
	world.do('item.set', { listId: LIST, id: 'milk', patch: { name: 'Whole milk' } }, { who: 'mom' });
	const before = world.item('milk');
	const late = { who: 'ben', at: START + HOUR_MS, base: before.rev - 1 };
	world.do('item.set', { listId: LIST, id: 'milk', patch: { name: 'Oat milk' } }, late);
	expect(say(mergesIn(before, world.item('milk'), [], 'ann'))).toEqual([
		'Ben’s rename won over Mom’s: “Oat milk”, not “Whole milk”.'
	]);
});

test('has nothing to say where nobody lost: other fields, the same words, or an act that had seen the other', () => {
	const both = heardByAnn([
		set('ann', START + 1, 'milk', { checked: true }),
		set('ben', START + 2, 'milk', { name: 'Oat milk' })
	]);
	const same = heardByAnn([
		set('ann', START + 1, 'milk', { note: 'cold' }),
		set('ben', START + 2, 'milk', { note: 'cold' })
	]);
	expect([...both, ...same].flat()).toEqual([]);

	const world = shoppingList();
	const before = world.item('milk');
	world.do('item.set', { listId: LIST, id: 'milk', patch: { name: 'A' } }, { who: 'ann' });
	world.do('item.set', { listId: LIST, id: 'milk', patch: { name: 'B' } }, { who: 'ben' });
	expect(mergesIn(before, world.item('milk'), [], 'ann')).toEqual([]);
});

test('says once what it has said: the next answer with the same row is silent', () => {
	const [world] = inEveryOrder(
		set('ann', START + 1, 'milk', { note: 'cold' }),
		set('ben', START + 2, 'milk', { note: 'warm' })
	);
	const milk = world?.item('milk');
	if (!milk) throw new Error('no milk');
	expect(say(mergesIn(undefined, milk, [], 'ann'))).toHaveLength(1);
	expect(mergesIn(milk, { ...milk, rev: milk.rev + 1 }, [], 'ann')).toEqual([]);
});

test('says why a row that was deleted is still there, whichever came first', () => {
	const acts = [
		offline('ann', START + 1, 'item.delete', { listId: LIST, id: 'milk' }),
		set('ben', START + HOUR_MS, 'milk', { quantity: pieces(3) })
	];
	for (const heard of heardByAnn(acts))
		expect(heard).toEqual(['Milk stays: Ben changed it while you deleted it.']);
});

test('says who deleted what this device had changed', () => {
	const acts = [
		set('ann', START + 1, 'milk', { checked: true }),
		offline('ben', START + HOUR_MS, 'item.delete', { listId: LIST, id: 'milk' })
	];
	const ticked: Mutation = {
		name: 'item.set',
		args: { listId: LIST, id: 'milk', patch: { checked: true } }
	};
	for (const heard of heardByAnn(acts, [ticked]))
		expect(heard).toEqual(['Ben deleted Milk, and your change went with it.']);
});

test('says that a thing added twice is one line', () => {
	const add = (who: string, id: string) =>
		offline(who, START + 1, 'item.add', newItem(id, 'Butter'));
	const [world] = inEveryOrder(add('ben', 'b1'), add('ann', 'b2'));
	const sent: Mutation = { name: 'item.add', args: newItem('b2', 'Butter') };
	const row = world?.item('b2');
	expect(row && say(mergesIn(undefined, row, [sent], 'ann'))).toEqual([
		'Butter was added twice. It is one line now, with the larger amount.'
	]);
});

test('says whose budget won over whose, with both amounts', () => {
	const budget = (who: string, at: number, budgetCents: number) =>
		offline(who, at, 'list.set', { listId: LIST, patch: { budgetCents } });
	const before = shoppingList().rows.get('lists', LIST);
	const mine: Mutation = {
		name: 'list.set',
		args: { listId: LIST, patch: { budgetCents: 9_000 } }
	};
	const acts = [budget('ann', START + 1, 9_000), budget('ben', START + HOUR_MS, 12_000)];
	for (const { rows } of inEveryOrder(...acts)) {
		const after = rows.get('lists', LIST);
		expect(after && say(mergesIn(before, after, [mine], 'ann'))).toEqual([
			'Ben’s budget of Groceries won over yours: $120.00, not $90.00.'
		]);
	}
});
