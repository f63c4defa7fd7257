import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_QUANTITY_MILLI } from './item.ts';
import { MAX_ITEMS, MAX_TEXT_LENGTH, parse, readingToQuantity } from './quick-add.ts';
import { visibleText } from './quick-add/visible.ts';
import { read, told } from '../../../tests/support/told.ts';

describe('a list somebody types', () => {
	test.each([
		[
			'add milk and a dozen eggs, 2 lbs ground beef',
			['add milk', 'add 1 dozen eggs', 'add 2 lb ground beef']
		],
		['Oat Milk, rye bread; figs', ['add Oat Milk', 'add rye bread', 'add figs']],
		['plums\n3 leeks\nrice', ['add plums', 'add 3 leeks', 'add rice']],
		['kale, and 2 mangoes & tofu', ['add kale', 'add 2 mangoes', 'add tofu']],
		['2 mangoes 3 kiwis', ['add 2 mangoes', 'add 3 kiwis']]
	])('%j is read item by item, with the words typed', (text, items) => {
		expect(read(text)).toEqual(items);
	});
});

describe('what a text asks for', () => {
	test.each([
		'what is still on our list',
		'do we still have cumin?',
		'show me my grocery list',
		'did I put lentils on my list',
		'my shopping list',
		'can you tell me how many pears are on the list'
	])('%j is a question and adds nothing', (text) => {
		expect(parse(text)).toMatchObject({ intent: 'question', items: [] });
	});

	test.each([
		'create a new shopping list',
		'please clear the whole list',
		'delete everything on my list',
		'rename my list to Cabin',
		'share the list with Ana',
		'add something to my list',
		'thank you'
	])('%j manages the list and adds nothing', (text) => {
		expect(parse(text)).toMatchObject({ intent: 'manage', items: [] });
	});

	test.each(['', '   \n\t ', '\u200b\u2060\0\u202e', 'Frozen:'])('%j is empty', (text) => {
		expect(parse(text)).toEqual({ intent: 'empty', items: [], nothing: 'empty', truncated: false });
	});

	test('a question followed by a request is a change', () => {
		expect(read('do we have capers on the list? if not please add them')).toEqual(['add capers']);
	});

	test('one line that adds makes the whole paste a change', () => {
		expect(parse("what's on my list\nleeks").intent).toBe('change');
	});
});

describe('clauses and their actions', () => {
	test.each([
		['could you please put fennel on my grocery list', ['add fennel']],
		["we're running low on cocoa", ['add cocoa']],
		["I'm out of sponges so add those to the list", ['add sponges']],
		['make sure quinoa is on my list', ['add quinoa']],
		["put turnips on the list if they aren't there already", ['add turnips']],
		['my shopping list needs thyme', ['add thyme']],
		['take the radishes off my list', ['remove radishes']],
		["we don't need pickles anymore", ['remove pickles']],
		['got the oats and the figs', ['check oats', 'check figs']],
		['cross the bread off', ['check bread']],
		['mark couscous as bought', ['check couscous']],
		['delete the dates and add prunes', ['remove dates', 'add prunes']],
		['figs added and dates removed', ['add figs', 'remove dates']],
		['change the pears to 3 pounds', ['set 3 lb pears']],
		['swap lamb for veal', ['swap lamb -> veal']],
		['replace the cheddar with gouda', ['swap cheddar -> gouda']]
	])('%j', (text, items) => {
		expect(read(text)).toEqual(items);
	});

	test('a product whose name begins like a verb stays a product', () => {
		expect(read('new potatoes, sub rolls')).toEqual(['add new potatoes', 'add sub rolls']);
	});
});

describe('items inside a clause', () => {
	test.each([
		['mac and cheese and cola', ['add mac and cheese', 'add cola']],
		['half & half', ['add half & half']],
		["M&M's, a&w root beer", ["add M&M's", 'add a&w root beer']],
		['ham and cheese sandwich', ['add ham and cheese sandwich']],
		['milk and potato chips', ['add milk', 'add potato chips']],
		['red and green grapes', ['add red and green grapes']],
		['a pound and a half of cod', ['add 1.5 lb cod']]
	])('%j is split only where two things meet', (text, items) => {
		expect(read(text)).toEqual(items);
	});

	test('speech without commas is cut at known names, and says that it guessed', () => {
		const { items } = parse('get carrots leeks and celery');
		expect(items.map(told)).toEqual(['add carrots', 'add leeks', 'add celery']);
		expect(items[0]?.confidence).toBeLessThan(0.8);
		expect(items[2]?.confidence).toBeGreaterThan(0.8);
	});

	test('words that make one thing together are not cut', () => {
		expect(read('add chicken noodle soup')).toEqual(['add chicken noodle soup']);
	});
});

describe('quantities', () => {
	test.each([
		['1,5 kg turnips', ['add 1.5 kg turnips']],
		['1 1/2 cups lentils', ['add 1.5 cup lentils']],
		['2½ lb cod', ['add 2.5 lb cod']],
		['3⁄4 cup farro', ['add 0.75 cup farro']],
		['1-1/4 cups bran', ['add 1.25 cup bran']],
		['twenty-four tortillas', ['add 24 tortillas']],
		['a couple of leeks', ['add 2 leeks']],
		['half a dozen figs', ['add 0.5 dozen figs']],
		['a dozen and a half figs', ['add 1.5 dozen figs']],
		['quarter pound of salami', ['add 0.25 lb salami']],
		['three quarters of a pound of brie', ['add 0.75 lb brie']],
		['4-6 plums', ['add 4-6 plums']],
		['two or three leeks', ['add 2-3 leeks']],
		['1 to 1½ pounds of cod', ['add 1-1.5 lb cod']],
		['plums x4', ['add 4 plums']],
		['4x plums', ['add 4 plums']],
		['plums × 4', ['add 4 plums']],
		['plums (4)', ['add 4 plums']],
		['plums: 4', ['add 4 plums']],
		['cola 2 l', ['add 2 l cola']],
		['7 up, v8, 2% milk, 5 bean chili', ['add 7 up', 'add v8', 'add 2% milk', 'add 5 bean chili']]
	])('%j', (text, items) => {
		expect(read(text)).toEqual(items);
	});
});

describe('packs and second measures', () => {
	test.each([
		['2 (15 oz) cans chickpeas', ['add 2 can chickpeas (15 oz)']],
		['three 12-oz bottles of cider', ['add 3 bottle cider (12-oz)']],
		['4 x 250g tins lentils', ['add 4 can lentils (250g)']],
		['a 10 lb bag of rice', ['add 1 bag rice (10 lb)']],
		['24 pack of seltzer', ['add 1 package seltzer (24)']],
		['2 packs of gum', ['add 2 package gum']],
		['18-ct eggs', ['add 18 eggs']],
		['200g/7oz feta', ['add 200 g feta (7oz)']],
		['1 cup (140 g) farro', ['add 1 cup farro (140 g)']]
	])('%j', (text, items) => {
		expect(read(text)).toEqual(items);
	});
});

describe('units', () => {
	test.each([
		['2 large cans beets', ['add 2 can beets (large)']],
		['4 garlic cloves', ['add 4 clove garlic']],
		['2 T honey', ['add 2 tbsp honey']],
		['2 t honey', ['add 2 tsp honey']],
		['6 fl. oz. cream', ['add 6 fl oz cream']],
		['pinch of saffron', ['add 1 pinch saffron']],
		['box of straws', ['add 1 box straws']],
		['bottle opener', ['add bottle opener']],
		['2 pound cakes', ['add 2 pound cakes']],
		['cup noodles, trash bags', ['add cup noodles', 'add trash bags']]
	])('%j', (text, items) => {
		expect(read(text)).toEqual(items);
	});
});

describe('preparation and purpose become the note', () => {
	test.each([
		['2 carrots, peeled and diced', ['add 2 carrots (peeled and diced)']],
		['1 cup finely chopped fresh mint', ['add 1 cup fresh mint (finely chopped)']],
		['4 thighs, skin removed, halved', ['add 4 thighs (skin removed halved)']],
		['2 onions (thinly sliced)', ['add 2 onions (thinly sliced)']],
		['basil for garnish', ['add basil (for garnish)']],
		['chips for the picnic and cola', ['add chips (for the picnic)', 'add cola']],
		[
			'ground turkey, sweetened condensed milk',
			['add ground turkey', 'add sweetened condensed milk']
		],
		['shredded cheese', ['add shredded cheese']],
		['more figs', ['add figs (more)']]
	])('%j', (text, items) => {
		expect(read(text)).toEqual(items);
	});
});

describe('corrections', () => {
	test.each([
		['3 figs, no wait, make it five', ['add 5 figs']],
		['a gallon of cider, actually two', ['add 2 gal cider']],
		['two leeks sorry three', ['add 3 leeks']],
		['oat milk, no wait, rice milk', ['add rice milk']],
		['add figs, scratch that, add dates', ['add dates']],
		['make it two', ['set 2']]
	])('%j', (text, items) => {
		expect(read(text)).toEqual(items);
	});
});

describe('what stands around items', () => {
	test.each([
		['- [ ] figs\n- [x] dates\n* 2 leeks', ['add figs', 'add dates', 'add 2 leeks']],
		['1. figs\n2) dates', ['add figs', 'add dates']],
		['Fruit: figs, dates', ['add figs', 'add dates']],
		['um add like five figs please', ['add 5 figs (like)']],
		['🥬 kale 🥬', ['add kale']],
		['"2 in 1 wash and wax"', ['add 2 in 1 wash and wax']],
		['2 x "half and whole" tea', ['add 2 half and whole tea']]
	])('%j', (text, items) => {
		expect(read(text)).toEqual(items);
	});

	test('emoji alone are a name, because they are all that was typed', () => {
		expect(read('🥬🥕')).toEqual(['add 🥬🥕']);
	});

	test('markup is text like any other', () => {
		expect(parse('<script>').items).toMatchObject([{ action: 'add', name: '<script>' }]);
	});
});

describe('where an item came from', () => {
	test('spans name the role of every piece of the text', () => {
		const text = 'please add 2 large cans beets, drained';
		const [item] = parse(text).items;
		expect(item?.spans.map(({ role, start, end }) => [role, text.slice(start, end)])).toEqual([
			['action', 'add'],
			['quantity', '2'],
			['note', 'large'],
			['unit', 'cans'],
			['name', 'beets'],
			['note', 'drained']
		]);
	});

	test('spans count the invisible characters of the text as typed', () => {
		const text = '\u200b2 fi\u00adgs\u200d';
		const [item] = parse(text).items;
		expect(item?.name).toBe('figs');
		expect(item?.spans.map(({ start, end }) => text.slice(start, end))).toEqual([
			'2',
			'fi\u00adgs'
		]);
	});

	test('an item nobody asked twice about has one action span for its clause', () => {
		const actions = parse('remove figs and dates').items.map(
			({ spans }) => spans.filter(({ role }) => role === 'action').length
		);
		expect(actions).toEqual([1, 0]);
	});

	test('a name the catalog knows is surer than one it does not', () => {
		const [known, unknown] = parse('bananas, quibbleroot').items;
		expect(known?.confidence).toBeGreaterThan(unknown?.confidence ?? 1);
	});
});

describe('bounds', () => {
	test('a text over the limit is cut off and says so', () => {
		const reading = parse(`figs\n${' '.repeat(MAX_TEXT_LENGTH)}\ndates`);
		expect(reading.items.map(told)).toEqual(['add figs']);
		expect(reading.truncated).toBe(true);
	});

	test.each([
		'1 cup, ',
		'((',
		'"a',
		'half of a ',
		'and a half ',
		'add it, no wait, ',
		'a-',
		'1/',
		'👨‍👩‍👧'
	])('a whole text of %j ends in an answer', (piece) => {
		const text = piece.repeat(MAX_TEXT_LENGTH / piece.length);
		expect(parse(text).items.length).toBeLessThanOrEqual(MAX_ITEMS);
	});

	test('more items than the limit are left out and it says so', () => {
		const lines = parse('figs\n'.repeat(MAX_ITEMS + 1));
		expect([lines.items.length, lines.truncated]).toEqual([MAX_ITEMS, true]);
		const one = parse('figs, '.repeat(MAX_ITEMS + 1));
		expect([one.items.length, one.truncated]).toEqual([MAX_ITEMS, true]);
		expect(parse('figs\n'.repeat(MAX_ITEMS)).truncated).toBe(false);
	});

	test('a name is never cut, however long: who takes it in says that it is too long', () => {
		const typed = 'wild berry '.repeat(40).trim();
		expect(parse(typed).items.map(({ name }) => name)).toEqual([typed]);
	});
});

describe('the amount of a row', () => {
	const amountOf = (text: string) => {
		const [item] = parse(text).items;
		return item && readingToQuantity(item);
	};

	test.each([
		['figs', { milli: 1_000, unit: null }],
		['2-3 figs', { milli: 3_000, unit: null }],
		['1/3 cup oats', { milli: 333, unit: 'cup' }],
		['half a dozen figs', { milli: 500, unit: 'dozen' }],
		['99999999 figs', { milli: MAX_QUANTITY_MILLI, unit: null }]
	])('%j is %j', (text, quantity) => {
		expect(amountOf(text)).toEqual(quantity);
	});
});

describe('whatever is typed', () => {
	const WORDS =
		'add remove get i need 2 1/2 half a dozen lbs cup of ( ) , . and & - : x no wait actually make it on my list milk eggs "rice" chopped for if can you \n 🥬 \u200b'.split(
			' '
		);
	const sentence = fc
		.array(fc.constantFrom(...WORDS), { maxLength: 24 })
		.map((words) => words.join(' '));
	const anything = fc.oneof(sentence, fc.string({ unit: 'binary', maxLength: 80 }));
	const visible = fc.oneof(sentence, fc.string({ unit: 'grapheme', maxLength: 80 }));
	const runs = { numRuns: 500 };

	test('spans lie inside the text, in order, and never overlap', () => {
		fc.assert(
			fc.property(anything, (text) => {
				const spans = parse(text).items.flatMap((item) => item.spans);
				for (const { start, end } of spans) {
					expect(start).toBeGreaterThanOrEqual(0);
					expect(end).toBeGreaterThan(start);
					expect(end).toBeLessThanOrEqual(text.length);
				}
				const sorted = spans.toSorted((a, b) => a.start - b.start);
				for (const [index, span] of sorted.entries()) {
					expect(span.start).toBeGreaterThanOrEqual(sorted[index - 1]?.end ?? 0);
				}
			}),
			runs
		);
	});

	test('every word of a name and a note was typed', () => {
		fc.assert(
			fc.property(visible, (text) => {
				const typed = visibleText(text).text;
				for (const { name, note } of parse(text).items) {
					for (const word of `${name} ${note}`.split(' ')) expect(typed).toContain(word);
				}
			}),
			{ ...runs, examples: [['/\u2800ၐ']] }
		);
	});

	test('reading any text ends in an answer, and twice in the same one', () => {
		fc.assert(
			fc.property(anything, (text) => {
				expect(parse(text)).toEqual(parse(text));
			})
		);
	});

	test('amounts are positive and finite', () => {
		fc.assert(
			fc.property(anything, (text) => {
				for (const item of parse(text).items) {
					expect(item.quantity ?? 1).toBeGreaterThan(0);
					expect(Number.isFinite(item.quantity ?? 1)).toBe(true);
					expect(readingToQuantity(item).milli).toBeGreaterThan(0);
				}
			}),
			runs
		);
	});
});
