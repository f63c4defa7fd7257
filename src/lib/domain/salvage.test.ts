import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	LIST,
	newItem,
	pieces,
	set,
	shoppingList,
	START,
	World
} from '../../../tests/support/mutation-world.ts';
import { choiceId } from './choice.ts';
import type { Item } from './item.ts';
import { createMemoryRows } from './memory-rows.ts';
import { salvageChoice, salvageItem, salvageList, salvageOwnPrice } from './salvage.ts';

const NOW = START + 1_000_000;
const REV = 1_000;
const salvage = { rev: REV, now: NOW };

/** What a phone holds that has heard of these acts, on top of what the backup has. */
function heldAfter(...acts: readonly ReturnType<typeof set>[]): World {
	const world = shoppingList();
	for (const act of acts) act.apply(world, act);
	return world;
}

/** A server restored from a backup of the list as it began. */
const restored = (): World => shoppingList();

const offer = (server: World, ...phones: readonly World[]): void => {
	for (const { rows } of phones) {
		for (const list of rows.lists.values()) salvageList(server.rows, list, salvage);
		for (const item of rows.items.values()) salvageItem(server.rows, item, salvage);
		for (const price of rows.ownPrices.values()) salvageOwnPrice(server.rows, price, salvage);
		for (const choice of rows.choices.values()) salvageChoice(server.rows, choice, salvage);
	}
};
const bare = (item: Item): unknown => ({ ...item, rev: null, stamps: null });

test('what a phone held that the backup had never heard of is there again', () => {
	const phone = heldAfter(set('ann', START + 10, 'milk', { name: 'Oat milk' }));
	phone.do('item.add', newItem('tea', 'Tea'));
	phone.do('item.delete', { listId: LIST, id: 'bread' });
	const server = restored();
	offer(server, phone);
	expect(server.live()).toEqual(['Oat milk', 'Eggs', 'Tea']);
	expect(server.item('tea').rev).toBe(REV);
});

test('what the household paid, picked and set is there again, and a price taken back stays so', () => {
	const phone = heldAfter();
	const paid = { productId: null, norm: 'milk', priceCents: 348, multiBuy: null, store: '' };
	for (const id of ['p1', 'p2'])
		phone.do('price.add', { listId: LIST, id, ...paid, source: 'manual' });
	const server = restored();
	offer(server, phone);
	phone.do('price.delete', { listId: LIST, id: 'p2' }, { at: START + 9 });
	phone.do('choice.set', { listId: LIST, norm: 'milk', productId: 'a' });
	phone.do('list.set', { listId: LIST, patch: { budgetCents: 9_000 } }, { at: START + 9 });
	offer(server, phone);
	offer(server, heldAfter());
	expect(server.rows.get('ownPrices', 'p1')).toMatchObject({ priceCents: 348, deletedAt: null });
	expect(server.rows.get('ownPrices', 'p2')?.deletedAt).toBe(START + 9);
	expect(server.rows.get('choices', choiceId(LIST, 'milk'))?.productId).toBe('a');
	expect(server.rows.get('lists', LIST)?.budgetCents).toBe(9_000);
});

test('two phones that held different things of one row make it whole, whoever comes first', () => {
	const anns = heldAfter(set('ann', START + 10, 'milk', { name: 'Oat milk' }));
	const bens = heldAfter(
		set('ben', START + 20, 'milk', { checked: true }),
		set('ben', START + 5, 'milk', { name: 'Soy milk' })
	);
	for (const order of [
		[anns, bens],
		[bens, anns]
	]) {
		const server = restored();
		offer(server, ...order);
		expect(server.item('milk')).toMatchObject({
			name: 'Oat milk',
			norm: 'oat milk',
			checked: true
		});
	}
});

test('what was done on the restored server later than what a phone held stands', () => {
	const phone = heldAfter(set('ann', START + 10, 'milk', { name: 'Oat milk', note: '2%' }));
	const server = restored();
	server.do(
		'item.set',
		{ listId: LIST, id: 'milk', patch: { name: 'Goat milk' } },
		{ at: START + 99 }
	);
	offer(server, phone);
	expect(server.item('milk')).toMatchObject({ name: 'Goat milk', note: '2%' });
});

test('I11: a row that was deleted does not come back because a phone had not heard of it', () => {
	const phone = heldAfter(set('ann', START + 10, 'milk', { checked: true }));
	const server = restored();
	server.do('item.delete', { listId: LIST, id: 'milk' }, { at: START + 5 });
	offer(server, phone);
	expect(server.item('milk').deletedAt).not.toBeNull();
});

test('a row that was restored after it was deleted comes back', () => {
	const phone = shoppingList();
	phone.do('item.delete', { listId: LIST, id: 'milk' }, { at: START + 5 });
	phone.do('item.restore', { listId: LIST, id: 'milk' }, { at: START + 9 });
	const server = restored();
	server.do('item.delete', { listId: LIST, id: 'milk' }, { at: START + 5 });
	offer(server, phone);
	expect(server.item('milk').deletedAt).toBeNull();
});

test('a row that has become part of another stays that, though a phone holds it as one of its own', () => {
	const phone = shoppingList();
	// Its clock was off when the same add was sent the first time.
	phone.do('item.add', newItem('more-milk', 'Milk', { keepSeparate: true }), { at: START + 500 });
	const server = restored();
	server.do('item.add', newItem('more-milk', 'Milk'), { who: 'ben', base: 0, at: START + 3 });
	expect(server.item('more-milk').mergedInto).toBe('milk');
	offer(server, phone);
	expect(server.live()).toEqual(['Milk', 'Eggs', 'Bread']);
});

test('two rows that were one for a phone are one again, and never part of each other', () => {
	const phone = shoppingList();
	phone.do('item.add', newItem('more-milk', 'Milk'), { who: 'ben', base: 0, at: START + 3 });
	const server = restored();
	server.do('item.add', newItem('more-milk', 'Milk', { keepSeparate: true }), { who: 'ben' });
	offer(server, phone);
	expect(server.live()).toEqual(['Milk', 'Eggs', 'Bread']);

	const other = new World();
	other.do('list.create', { listId: LIST, name: 'Groceries' });
	other.do('item.add', newItem('more-milk', 'Milk'), { who: 'ben', base: 0 });
	other.do('item.add', newItem('milk', 'Milk'), { who: 'ann', base: 0 });
	offer(other, phone);
	expect(other.live().sort()).toEqual(['Bread', 'Eggs', 'Milk']);
});

test('the amount of the later step stands, and of two of one moment the larger', () => {
	const step = (at: number, phone: World) =>
		phone.do('item.step', { listId: LIST, id: 'milk', milli: 1_000, unit: null }, { at });
	const ones = shoppingList();
	step(START + 10, ones);
	const twos = shoppingList();
	step(START + 10, twos);
	step(START + 4, twos);
	for (const order of [
		[ones, twos],
		[twos, ones]
	]) {
		const server = restored();
		offer(server, ...order);
		expect(server.item('milk').quantity).toEqual(pieces(3));
	}
});

test('no act is later than now, whatever an offered stamp says', () => {
	const phone = heldAfter(set('ann', NOW + 5_000_000, 'milk', { name: 'Oat milk' }));
	const server = restored();
	offer(server, phone);
	expect(server.item('milk').stamps['name']).toEqual([REV, NOW, 'ann']);
});

test('an id of another list is left alone', () => {
	const phone = createMemoryRows();
	const server = restored();
	const stolen = { ...server.item('milk'), listId: 'other', name: 'Mine now' };
	phone.put('items', { ...stolen, stamps: { $: [1, NOW, 'eve'], name: [1, NOW, 'eve'] } });
	for (const item of phone.items.values()) salvageItem(server.rows, item, salvage);
	expect(server.item('milk').name).toBe('Milk');
});

const FIELDS = ['name', 'note', 'checked'] as const;
const act = fc.record({
	who: fc.constantFrom('ann', 'ben', 'cy'),
	at: fc.integer({ min: START, max: START + 20 }),
	id: fc.constantFrom('milk', 'eggs'),
	field: fc.constantFrom(...FIELDS),
	value: fc.integer({ min: 0, max: 3 })
});
const phone = fc.array(act, { maxLength: 6 }).map((acts) =>
	heldAfter(
		...acts.map(({ who, at, id, field, value }) =>
			set(who, at, id, {
				[field]: field === 'checked' ? value > 1 : `${field} ${value} of ${at} ${who}`
			})
		)
	)
);

test('property: offering twice changes nothing, and the order of the phones does not matter but for ties', () => {
	fc.assert(
		fc.property(phone, phone, (one, two) => {
			const [forth, back, again] = [restored(), restored(), restored()];
			offer(forth, one, two);
			offer(back, two, one);
			offer(again, one, two, one, two);
			const shown = (world: World) => [...world.rows.items.values()].map(bare);
			expect(shown(again)).toEqual(shown(forth));
			for (const id of ['milk', 'eggs'])
				for (const field of FIELDS) {
					const [a, b] = [forth.item(id), back.item(id)];
					expect(a.stamps[field]?.[1]).toBe(b.stamps[field]?.[1]);
				}
		})
	);
});
