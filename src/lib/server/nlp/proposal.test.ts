import { describe, expect, test } from 'vitest';
import type { ReadItem, Span } from '#lib/domain/quick-add.ts';
import type { ModelItem } from './answer.ts';
import { isDifferent, proposalFrom } from './proposal.ts';

type Part = readonly [role: Span['role'], words: string];

/** An item as the rules give it, with its spans found in the text. */
function itemOf(text: string, parts: readonly Part[], more: Partial<ReadItem> = {}): ReadItem {
	const spans = parts.map(([role, words]) => {
		const start = text.indexOf(words);
		return { role, start, end: start + words.length };
	});
	const wordsOf = (role: Span['role']) =>
		parts.flatMap(([own, words]) => (own === role ? [words] : [])).join(' ');
	return {
		action: 'add',
		name: wordsOf('name'),
		quantity: null,
		quantityMax: null,
		unit: null,
		note: wordsOf('note'),
		spans,
		confidence: 0.3,
		...more
	};
}

const named = (name: string, quantity = '', unit: ModelItem['unit'] = null): ModelItem => ({
	name,
	quantity,
	unit
});
const propose = (text: string, items: readonly ReadItem[], ...read: readonly ModelItem[]) =>
	proposalFrom(read, { text, start: 0, items });

describe('a proposal', () => {
	const text = '2 cans black beans that Ann likes, rinsed';
	const beans = itemOf(
		text,
		[
			['quantity', '2'],
			['unit', 'cans'],
			['name', 'black beans that Ann likes'],
			['note', 'rinsed']
		],
		{ quantity: 2, unit: 'can' }
	);

	test('has the model’s name, the rules’ amount, and every other word in the note', () => {
		expect(propose(text, [beans], named('Black Beans', '7', 'jar'))).toEqual([
			{
				action: 'add',
				name: 'black beans',
				quantity: 2,
				quantityMax: null,
				unit: 'can',
				note: 'that Ann likes, rinsed',
				spans: [
					{ role: 'quantity', start: 0, end: 1 },
					{ role: 'unit', start: 2, end: 6 },
					{ role: 'name', start: 7, end: 18 },
					{ role: 'note', start: 35, end: 41 }
				]
			}
		]);
	});

	test('spells words as they were typed, and leaves the amount out of the name', () => {
		expect(propose(text, [beans], named('2 cans BLACK bean'))).toMatchObject([
			{ name: 'black beans', quantity: 2 }
		]);
	});

	test('takes a word out of the note when it belongs to the name', () => {
		expect(propose(text, [beans], named('rinsed black beans'))).toMatchObject([
			{ name: 'rinsed black beans', note: 'that Ann likes' }
		]);
	});

	test.each([
		['of which a word was not typed', named('green beans')],
		['that is an address', named('https://beans.example')],
		['that is an id', named('wm_1234')],
		['without a word', named('?!')],
		['that is the amount alone', named('2 cans')]
	])('is none with a name %s', (_case, item) => {
		expect(propose(text, [beans], item)).toBeNull();
		expect(propose(text, [beans], named('black beans'), item)).toBeNull();
	});

	test('is none when a thing is named twice', () => {
		expect(propose(text, [beans], named('black beans'), named('beans'))).toBeNull();
	});

	test('takes a number that the rules left over, and none that it made up', () => {
		const line = 'like 12 of those oat bars and some milk';
		const items = [itemOf(line, [['name', 'oat bars and some milk']])];
		const read = (quantity: string) =>
			propose(line, items, named('oat bars', quantity), named('milk'));
		expect(read('12')).toMatchObject([{ quantity: 12 }, { name: 'milk', quantity: null }]);
		expect(read('13')).toMatchObject([{ quantity: null }, { name: 'milk', quantity: null }]);
	});

	test('lets two names share a word', () => {
		const line = 'red and green peppers';
		const items = [itemOf(line, [['name', line]])];
		expect(propose(line, items, named('red peppers'), named('green peppers'))).toMatchObject([
			{ name: 'red peppers' },
			{ name: 'green peppers' }
		]);
	});

	test('leaves what the rules are sure of as it is, and is none without it', () => {
		const line = 'milk, those things with chocolate';
		const sure = itemOf(line, [['name', 'milk']], { confidence: 0.97 });
		const unsure = itemOf(line, [['name', 'those things with chocolate']]);
		expect(propose(line, [sure, unsure], named('chocolate'))).toBeNull();
		expect(
			propose(line, [sure, unsure], named('milk', '4', 'gal'), named('chocolate'))
		).toMatchObject([
			{ name: 'milk', quantity: null, unit: null },
			{ name: 'chocolate', note: 'those things with' }
		]);
	});

	test('keeps the action of the rules, whatever the line says', () => {
		const line = 'remove that chocolate thing';
		const items = [itemOf(line, [['name', 'that chocolate thing']], { action: 'remove' })];
		expect(propose(line, items, named('chocolate'))).toMatchObject([{ action: 'remove' }]);
	});

	test('differs from the rules by name, amount or number of things, not by spelling or note', () => {
		const [same] = propose(text, [beans], named('black beans that Ann likes')) ?? [];
		const [other] = propose(text, [beans], named('black beans')) ?? [];
		if (!same || !other) throw new Error('Both can be used.');
		expect(isDifferent([same], [beans])).toBe(false);
		expect(isDifferent([{ ...same, name: 'Black Bean that Ann likes', note: '' }], [beans])).toBe(
			false
		);
		expect(isDifferent([other], [beans])).toBe(true);
		expect(isDifferent([{ ...same, quantity: 3 }], [beans])).toBe(true);
		expect(isDifferent([same, same], [beans])).toBe(true);
	});
});
