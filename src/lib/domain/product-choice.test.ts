import { expect, test } from 'vitest';
import { embeddedCatalog } from './catalog.ts';
import { chooseProduct, type Choices } from './product-choice.ts';

const catalog = embeddedCatalog();
const [milk, oatMilk, ham] = ['gen_whole-milk', 'gen_oat-milk', 'gen_deli-ham'];

const choose = (name: string, choices: Partial<Choices> = {}) => {
	const chosen = chooseProduct(name, {
		choices: { ofList: new Map(), ofHousehold: new Map(), ...choices },
		productById: (id) => catalog.byId(id),
		exact: (asked) => catalog.exact(asked),
		search: (asked) => catalog.match(asked)
	});
	return chosen && [chosen.product.id, chosen.why];
};

test('what this list chose comes first, then what the household did, then what is called so', () => {
	const ofHousehold = new Map([['milk', ham]]);
	const ofList = new Map([['milk', oatMilk]]);
	expect(choose('Milk', { ofList, ofHousehold })).toEqual([oatMilk, 'chosen']);
	expect(choose('milk', { ofHousehold })).toEqual([ham, 'chosen']);
	expect(choose('MILK')).toEqual([milk, 'exact']);
});

test('a choice is remembered for the name however it is written', () => {
	const ofList = new Map([['oat drink', oatMilk]]);
	expect(choose('Oat drinks', { ofList })).toEqual([oatMilk, 'chosen']);
});

test('a choice that is not known here any more gives way to the next best', () => {
	const ofList = new Map([['milk', 'wm_1']]);
	expect(choose('milk', { ofList })).toEqual([milk, 'exact']);
});

test('a longer name is searched for, and one that nothing resembles has no product', () => {
	expect(choose('farm fresh whole milk')).toEqual([milk, 'search']);
	expect(choose('the thing for the thing')).toBeNull();
});
