import { describe, expect, test } from 'vitest';
import { read } from '../../../../tests/support/told.ts';

describe('what sets two things apart', () => {
	test.each([
		'leeks then figs',
		'leeks as well as figs',
		'leeks along with figs',
		'leeks uh figs',
		'leeks, oh and figs',
		'leeks, and also figs',
		'leeks | figs',
		'leeks • figs',
		'leeks and figs and so on',
		'1. leeks 2. figs',
		'(1) leeks\n(2) figs',
		'a) leeks\nb) figs',
		'grocery list - leeks, figs',
		'For the salad: leeks, figs'
	])('%j is leeks and figs', (text) => {
		expect(read(text)).toEqual(['add leeks', 'add figs']);
	});

	test('several dashes on one line are rows, one is a note', () => {
		expect(read('- leeks - figs - dates')).toEqual(['add leeks', 'add figs', 'add dates']);
		expect(read('- 2 leeks - sliced')).toEqual(['add 2 leeks (sliced)']);
	});
});

describe('names that hold "and"', () => {
	test.each([
		['cheese and onion crisps', ['add cheese and onion crisps']],
		['garlic and herb crackers and figs', ['add garlic and herb crackers', 'add figs']],
		['barnes and noble gift card', ['add barnes and noble gift card']],
		['delete the figs and the chips', ['remove figs', 'remove chips']],
		['apples and cinnamon sticks', ['add apples', 'add cinnamon sticks']]
	])('%j', (text, items) => {
		expect(read(text)).toEqual(items);
	});
});

describe('names that hold numbers', () => {
	test.each(['7-up', '3 in 1 oil', '1000 island dressing', '00 flour', '3 ring binder'])(
		'%j is one thing',
		(name) => {
			expect(read(`2 figs, ${name}`)).toEqual(['add 2 figs', `add ${name}`]);
		}
	);
});

describe('speech without commas', () => {
	test.each([
		['shampoo toothpaste and floss', ['add shampoo', 'add toothpaste', 'add floss']],
		['paper towels dish soap', ['add paper towels', 'add dish soap']],
		['black beans corn rice', ['add black beans', 'add corn', 'add rice']],
		['milk sharp cheddar bread', ['add milk', 'add sharp cheddar', 'add bread']],
		['strawberry banana yogurt', ['add strawberry banana yogurt']],
		['orange juice concentrate', ['add orange juice concentrate']],
		['tomato soup crackers', ['add tomato soup crackers']]
	])('%j', (text, items) => {
		expect(read(text)).toEqual(items);
	});
});

describe('prices are not amounts', () => {
	test.each([
		['figs $3.99', ['add figs ($3.99)']],
		['figs @ 3.99', ['add figs (@ 3.99)']],
		['figs ....... 2', ['add 2 figs']]
	])('%j', (text, items) => {
		expect(read(text)).toEqual(items);
	});
});
