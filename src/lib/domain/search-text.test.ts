import { expect, test } from 'vitest';
import { toSearchText } from './search-text.ts';

const textOf = (name: string, brand: string | null = null, aliases: readonly string[] = []) =>
	toSearchText({ name, brand, aliases });

test.each([
	['Honey Nut Cheerios, Breakfast Cereal with Oats, 10.8 oz', 'Cheerios', 'honey nut cheerio'],
	['Great Value Whole Vitamin D Milk, Gallon, 128 fl oz', 'Great Value', 'whole vitamin d milk'],
	['Quaker, Instant Oatmeal, Maple, 10 Packets', 'Quaker', 'instant oatmeal'],
	['StarKist Chunk Light Tuna in Water, 5 oz Can', 'StarKist', 'chunk light tuna'],
	['Baker Organic Bread Loaf 27 oz.', 'Baker', 'organic bread'],
	['Hostess Orange Cupcakes, 13.5 oz Box (8 count)', 'Hostess', 'orange cupcake'],
	['Trash bags', null, 'trash bag'],
	['80% Lean Ground Beef 3 lb', null, '80% lean ground beef']
])('what "%s" of %s is, is said by "%s"', (name, brand, head) => {
	expect(textOf(name, brand).head).toBe(head);
});

test('the brand and what stands behind the head are found as well, each word once', () => {
	const { rest } = textOf('Quaker Instant Oatmeal, Maple Oatmeal, Gluten Free', 'Quaker');
	expect(rest).toBe('quaker maple gluten free');
});

test('aliases are folded as names are', () => {
	expect(textOf('Cola', null, ['Sodas', 'soft drinks']).aliases).toBe('soda|soft drink');
});
