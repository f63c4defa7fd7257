import { describe, expect, test } from 'vitest';
import { parse } from '../quick-add.ts';
import { SURE } from './sure.ts';

describe('the rules are sure', () => {
	test.each([
		'2 gallons of milk',
		'remove the figs',
		'smoked paprika',
		'"what is this"',
		'1 cup quibbleroot'
	])('of %j', (text) => {
		expect(parse(text).items[0]?.confidence).toBeGreaterThanOrEqual(SURE);
	});
});

describe('the rules doubt', () => {
	test.each([
		['where nobody said that an item ends', 'milk bread eggs'],
		['what reads like a sentence', 'the thing we had for lunch was good'],
		['a word behind a cup of something', '1 cup cumin, quibbleroot'],
		['a name of nothing but adjectives', 'large frozen']
	])('%s: %j', (_, text) => {
		const lowest = Math.min(...parse(text).items.map(({ confidence }) => confidence));
		expect(lowest).toBeLessThan(SURE);
	});
});
