import { expect, test } from 'vitest';
import { embeddedCatalog } from './catalog.ts';
import { departmentGroup } from './departments.ts';

test('every department of the catalog has a heading of its own', () => {
	const departments = new Set(embeddedCatalog().products.map(({ department }) => department));
	const groups = [...departments].map(departmentGroup);
	expect(groups.map(({ id }) => id)).not.toContain('other');
	expect(new Set(groups.map(({ id }) => id)).size).toBe(departments.size);
	expect(new Set(groups.map(({ order }) => order)).size).toBe(departments.size);
});

test('the walk begins with produce and ends with what must stay frozen', () => {
	const orders = embeddedCatalog().products.map(
		({ department }) => departmentGroup(department).order
	);
	expect(departmentGroup('Produce').order).toBe(Math.min(...orders));
	expect(departmentGroup('Frozen').order).toBe(Math.max(...orders));
});

test('what has no department, or one nobody heard of, stands under Other, last', () => {
	expect(departmentGroup(null).label).toBe('Other');
	expect(departmentGroup('constructor')).toBe(departmentGroup(null));
	expect(departmentGroup(null).order).toBeGreaterThan(departmentGroup('Frozen').order);
});
