import { describe, expect, test } from 'vitest';
import { read } from '../../../../tests/support/told.ts';

describe('amounts in recipes', () => {
	test.each([
		['2 x 300g/10oz tins lentils', ['add 2 can lentils (300g/10oz)']],
		['300g/10oz tin lentils', ['add 1 can lentils (300g/10oz)']],
		['a thumb-sized piece of turmeric', ['add 1 piece turmeric (thumb-sized)']],
		['1 (2-inch) piece turmeric', ['add 1 piece turmeric (2-inch)']],
		['4cm/1½in piece turmeric', ['add 1 piece turmeric (4cm/1½in)']],
		['2 celery ribs, diced', ['add 2 rib celery (diced)']],
		['1 batch pie dough', ['add 1 recipe pie dough']],
		['heaping tablespoon mustard', ['add 1 tbsp mustard (heaping)']],
		['between 4 and 6 leeks', ['add 4-6 leeks']],
		['1 small to medium leek', ['add 1 leek (small to medium)']],
		['2 teaspoons to 1 tablespoon mustard', ['add 2 tsp mustard (to 1 tablespoon)']],
		['1 tsp each mace and cumin', ['add 1 tsp mace', 'add 1 tsp cumin']],
		['2 cups bran plus 1 tablespoon', ['add 2 cup bran (plus 1 tablespoon)']],
		['bran, 5 lb bag', ['add 1 bag bran (5 lb)']],
		['seltzer 6 x 330 ml', ['add 6 seltzer (330 ml)']],
		['4 chops, 6-8 oz each', ['add 4 chops (6-8 oz each)']],
		['one 4- to 5-pound roast', ['add 1 roast (4- to 5-pound)']],
		['six 1-inch-thick slices brioche', ['add 6 slice brioche (1-inch-thick)']],
		['1 sm. leek', ['add 1 leek (sm.)']],
		['leeks [3]', ['add 3 leeks']],
		['leeks (x3)', ['add 3 leeks']],
		['x3 leeks', ['add 3 leeks']]
	])('%j', (text, items) => {
		expect(read(text)).toEqual(items);
	});
});

describe('what is done to a thing is its note', () => {
	test.each([
		['1 leek, slit open and rinsed', ['add 1 leek (slit open and rinsed)']],
		['2 cups farro, soaked overnight', ['add 2 cup farro (soaked overnight)']],
		['1 cup lightly toasted farro', ['add 1 cup farro (lightly toasted)']],
		['1 tsp fresh-ground mace', ['add 1 tsp mace (fresh-ground)']],
		['4 leeks, the smaller the better', ['add 4 leeks (the smaller the better)']],
		['1 cup broth, boiling', ['add 1 cup broth (boiling)']],
		['2 tbsp mint or 1 tsp dried mint', ['add 2 tbsp mint (or 1 tsp dried mint)']],
		['1 tbsp starch mixed with 2 tbsp water', ['add 1 tbsp starch (mixed with 2 tbsp water)']]
	])('%j', (text, items) => {
		expect(read(text)).toEqual(items);
	});

	test('but the next thing on a list is no note', () => {
		expect(read('2 lbs of veal, a bag of shredded gouda, some leeks')).toEqual([
			'add 2 lb veal',
			'add 1 bag gouda (shredded)',
			'add leeks'
		]);
	});
});

describe('of a fruit that gives juice or zest, the fruit is bought', () => {
	test.each([
		['juice and zest of 2 oranges', ['add 2 oranges (juice and zest of)']],
		['finely grated zest of 1 lime', ['add 1 lime (finely grated zest of)']],
		['1 lime, finely grated zest and juice', ['add 1 lime (finely grated zest and juice)']],
		['juice from 3 limes', ['add 3 limes (juice from)']]
	])('%j', (text, items) => {
		expect(read(text)).toEqual(items);
	});

	test('juice on a list is juice', () => {
		expect(read('bread, juice')).toEqual(['add bread', 'add juice']);
	});
});

describe('choices, examples and other names of one thing', () => {
	test.each([
		['1 cup sherry, port, or madeira', ['add 1 cup sherry port or madeira']],
		['2 cups herbs, such as mint, dill, or sage', ['add 2 cup herbs (such as mint dill or sage)']],
		['1 cup rapini (broccoli rabe)', ['add 1 cup rapini (broccoli rabe)']],
		['yogurt (the thick one)', ['add yogurt (the thick one)']]
	])('%j', (text, items) => {
		expect(read(text)).toEqual(items);
	});
});
