import { expect, test } from 'vitest';
import { told } from '../../../../tests/support/told.ts';
import { embeddedCatalog } from '../catalog.ts';
import { parse } from '../quick-add.ts';

test('every name of the catalog is read as one item with that name', () => {
	const names = embeddedCatalog().products.map(({ name }) => name);
	const torn = names.filter((name) => {
		const [item, ...others] = parse(name).items;
		return item?.name !== name || others.length > 0 || item.quantity !== null;
	});
	expect(torn.map((name) => [name, parse(name).items.map(told)])).toEqual([]);
});
