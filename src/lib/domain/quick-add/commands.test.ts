import { describe, expect, test } from 'vitest';
import { read } from '../../../../tests/support/told.ts';
import { parse } from '../quick-add.ts';

describe('ways to say that something is wanted', () => {
	test.each([
		["we've run out of lentils", ['add lentils']],
		["let's not forget the lentils", ['add lentils']],
		['make a note to buy lentils', ['add lentils']],
		['pop two leeks on the list', ['add 2 leeks']],
		['please ensure that there are lentils', ['add lentils']],
		['my husband wants lentils', ['add lentils']],
		['it looks like we are out of lentils', ['add lentils']],
		['if you could add lentils that would be great', ['add lentils']],
		['give me three leeks', ['add 3 leeks']],
		["there aren't any lentils left", ['add lentils']],
		['the lentils are almost gone', ['add lentils']],
		['lentils ran out', ['add lentils']],
		['for the stew I need lentils and leeks', ['add lentils', 'add leeks']],
		['remember: lentils', ['add lentils']],
		['I guess lentils', ['add lentils']],
		['well leeks and lentils', ['add leeks', 'add lentils']],
		['add the following: lentils, leeks', ['add lentils', 'add leeks']]
	])('%j', (text, items) => {
		expect(read(text)).toEqual(items);
	});
});

describe('ways to say that something is not wanted', () => {
	test.each([
		'I want the lentils taken off my list',
		'the lentils can come off the list',
		'lentils are no longer needed',
		'we have enough lentils',
		"I don't need lentils any more",
		'clear lentils off my list',
		'take the lentils out',
		'remove: lentils',
		'get rid of all the lentils'
	])('%j removes the lentils', (text) => {
		expect(read(text)).toEqual(['remove lentils']);
	});
});

describe('ways to say that something is in the cart', () => {
	test.each([
		'I already bought the lentils',
		'mark lentils off my list',
		'lentils checked off',
		'mark the lentils as complete',
		'put a check next to lentils',
		'cross the lentils off'
	])('%j checks the lentils', (text) => {
		expect(read(text)).toEqual(['check lentils']);
	});
});

describe('changes of what is on the list', () => {
	test.each([
		['change the leeks from 2 to 5', ['set 5 leeks']],
		['set the leek quantity to 4', ['set 4 leek']],
		['increase the leeks by 3', ['add 3 leeks']],
		['substitute turnips for the leeks', ['swap leeks -> turnips']],
		['swap the leeks for turnips', ['swap leeks -> turnips']]
	])('%j', (text, items) => {
		expect(read(text)).toEqual(items);
	});
});

describe('what was said last counts', () => {
	test.each([
		['two leeks no three', ['add 3 leeks']],
		['two leeks, no, four turnips', ['add 4 turnips']],
		['add leeks and turnips, scratch the leeks', ['add turnips']],
		['add leeks... no, turnips', ['add turnips']],
		['add leeks, never mind', []]
	])('%j', (text, items) => {
		expect(read(text)).toEqual(items);
	});
});

describe('a text that adds nothing says why', () => {
	test.each([
		['has the milk been bought', 'question'],
		["I'm wondering if we have figs on the list", 'question'],
		['iterate over my groceries', 'question'],
		['rename this list to Cabin', 'list'],
		['wipe my list', 'list'],
		['dictate my list', 'list'],
		["I'm tired already", 'unclear'],
		['set a timer for ten minutes', 'elsewhere'],
		['call mom', 'elsewhere'],
		['add figs, never mind', 'taken-back'],
		['thank you so much', 'chat'],
		['add something', 'unclear'],
		['everything except the figs', 'unclear'],
		['## Dairy', 'empty']
	])('%j: %s', (text, nothing) => {
		expect(parse(text)).toMatchObject({ items: [], nothing });
	});

	test('with items there is no such reason', () => {
		expect(parse('figs\nthanks').nothing).toBeNull();
	});
});

describe('words in double quotes are a name and never grammar', () => {
	test.each([
		['"Last"', ['add Last']],
		['add “New”', ['add New']],
		['add "clear my list"', ['add clear my list']],
		['remove "something else"', ['remove something else']],
		['2 x "add milk"', ['add 2 add milk']]
	])('%j', (text, items) => {
		expect(read(text)).toEqual(items);
	});
});
