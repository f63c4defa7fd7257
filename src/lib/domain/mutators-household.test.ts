import { beforeEach, describe, expect, test } from 'vitest';
import {
	inEveryOrder,
	LIST,
	offline,
	shoppingList,
	START,
	type World
} from '../../../tests/support/mutation-world.ts';
import { choiceId, MAX_CHOICES } from './choice.ts';
import { MAX_OWN_PRICES } from './own-price.ts';

let world: World;
beforeEach(() => {
	world = shoppingList();
});

const paid = (id: string, priceCents: number) => ({
	...{ listId: LIST, id, productId: 'gen_whole-milk', norm: 'milk', priceCents },
	...{ multiBuy: null, store: '', source: 'manual' as const }
});
const picked = ({ rows }: World) => rows.get('choices', choiceId(LIST, 'milk'))?.productId;

describe('what somebody paid', () => {
	test('is a row of its own, so that two prices typed unseen are both kept', () => {
		const ann = offline('ann', START + 1, 'price.add', paid('p1', 348));
		const ben = offline('ben', START + 2, 'price.add', paid('p2', 398));
		for (const { rows } of inEveryOrder(ann, ben))
			expect([...rows.ownPrices.values()].map((row) => row.priceCents).sort()).toEqual([348, 398]);
	});

	test('carries who saw it and when, and the same id again changes nothing', () => {
		world.do('price.add', paid('p1', 348), { who: 'ben', at: START + 5 });
		world.do('price.add', paid('p1', 1), { who: 'ann', at: START + 9 });
		const price = world.rows.get('ownPrices', 'p1');
		expect(price?.priceCents).toBe(348);
		expect(price?.stamps.$.slice(1)).toEqual([START + 5, 'ben']);
	});

	test('is taken back and brought back, and never by an id of another list', () => {
		world.do('list.create', { listId: 'other', name: 'Other' });
		world.do('price.add', paid('p1', 348));
		world.do('price.delete', { listId: 'other', id: 'p1' });
		expect(world.rows.get('ownPrices', 'p1')?.deletedAt).toBeNull();
		world.do('price.delete', { listId: LIST, id: 'p1' }, { at: START + 7 });
		expect(world.rows.get('ownPrices', 'p1')?.deletedAt).toBe(START + 7);
		world.do('price.restore', { listId: LIST, id: 'p1' });
		expect(world.rows.get('ownPrices', 'p1')?.deletedAt).toBeNull();
	});

	test('is not taken back as one’s own once somebody else has had a hand in it', () => {
		world.do('price.add', paid('p1', 348), { who: 'ann' });
		world.do('price.delete', { listId: LIST, id: 'p1' }, { who: 'ben' });
		world.do('price.restore', { listId: LIST, id: 'p1' }, { who: 'ben' });
		world.do('price.delete', { listId: LIST, id: 'p1', onlyMine: true }, { who: 'ann' });
		expect(world.rows.get('ownPrices', 'p1')?.deletedAt).toBeNull();
	});

	test('has an end for each list, which the server alone knows of', () => {
		for (let i = 0; i < MAX_OWN_PRICES; i++) world.do('price.add', paid(`p${i}`, 100));
		expect(world.do('price.add', paid('one-more', 100))).toBe('limit');
		expect(world.rows.get('ownPrices', 'one-more')).toBeUndefined();
	});
});

describe('a product that was picked for a name', () => {
	const pick = (who: string, at: number, productId: string | null) =>
		offline(who, at, 'choice.set', { listId: LIST, norm: 'milk', productId });

	test('is one row for each name: of two picked unseen the later stands, whoever syncs first', () => {
		for (const after of inEveryOrder(pick('ann', START + 1, 'a'), pick('ben', START + 2, 'b'))) {
			expect(picked(after)).toBe('b');
			expect(after.rows.choices.size).toBe(1);
		}
	});

	test('is forgotten with null', () => {
		world.do('choice.set', { listId: LIST, norm: 'milk', productId: 'a' });
		world.do('choice.set', { listId: LIST, norm: 'milk', productId: null });
		expect(picked(world)).toBeNull();
	});

	test('stays when what was to be replaced is no longer there', () => {
		world.do('choice.set', { listId: LIST, norm: 'milk', productId: 'a' });
		world.do('choice.set', { listId: LIST, norm: 'milk', productId: 'b', expect: 'c' });
		expect(picked(world)).toBe('a');
		world.do('choice.set', { listId: LIST, norm: 'milk', productId: 'b', expect: 'a' });
		expect(picked(world)).toBe('b');
	});

	test('has an end for each list', () => {
		for (let i = 0; i < MAX_CHOICES; i++)
			world.do('choice.set', { listId: LIST, norm: `thing ${i}`, productId: 'a' });
		expect(world.do('choice.set', { listId: LIST, norm: 'milk', productId: 'a' })).toBe('limit');
		expect(world.do('choice.set', { listId: LIST, norm: 'thing 0', productId: 'b' })).toBeNull();
	});
});

describe('budget, tax and store of a list', () => {
	const list = ({ rows }: World) => rows.get('lists', LIST);

	test('are fields of their own: two people who set different ones unseen keep both', () => {
		const worlds = inEveryOrder(
			offline('ann', START + 1, 'list.set', { listId: LIST, patch: { budgetCents: 12_000 } }),
			offline('ben', START + 2, 'list.set', {
				listId: LIST,
				patch: { taxBasisPoints: 625, store: 'Walmart, Main St' }
			})
		);
		for (const after of worlds)
			expect(list(after)).toMatchObject({
				budgetCents: 12_000,
				taxBasisPoints: 625,
				store: 'Walmart, Main St'
			});
	});

	test('of one field, set twice unseen, the later stands', () => {
		const set = (who: string, at: number, budgetCents: number) =>
			offline(who, at, 'list.set', { listId: LIST, patch: { budgetCents } });
		for (const after of inEveryOrder(set('ann', START + 2, 9_000), set('ben', START + 1, 8_000)))
			expect(list(after)?.budgetCents).toBe(9_000);
	});

	test('are not taken back once they are no longer what they were set to', () => {
		world.do('list.set', { listId: LIST, patch: { budgetCents: 9_000 } });
		const patch = { budgetCents: null };
		world.do('list.set', { listId: LIST, patch, expect: { budgetCents: 8_000 } });
		expect(list(world)?.budgetCents).toBe(9_000);
		world.do('list.set', { listId: LIST, patch, expect: { budgetCents: 9_000 } });
		expect(list(world)?.budgetCents).toBeNull();
	});
});

test('whether a line is taxable and what one piece weighs are fields that two people may set unseen', () => {
	const worlds = inEveryOrder(
		offline('ann', START + 1, 'item.set', { listId: LIST, id: 'milk', patch: { taxable: true } }),
		offline('ben', START + 2, 'item.set', { listId: LIST, id: 'milk', patch: { pieceGrams: 90 } })
	);
	for (const after of worlds)
		expect(after.item('milk')).toMatchObject({ taxable: true, pieceGrams: 90 });
});
