import { expect, test } from 'vitest';
import { FoldedGroups } from './folded-groups.svelte.ts';

/** Only what is used of the browser's storage. */
function memoryStorage(): Storage {
	const values = new Map<string, string>();
	return {
		length: 0,
		key: () => null,
		clear: () => values.clear(),
		getItem: (key) => values.get(key) ?? null,
		setItem: (key, value) => void values.set(key, value),
		removeItem: (key) => void values.delete(key)
	};
}

test('a folded group is still folded when the list is opened again, and only on that list', () => {
	const storage = memoryStorage();
	new FoldedGroups(storage, 'a').toggle('produce');
	expect(new FoldedGroups(storage, 'a').has('produce')).toBe(true);
	expect(new FoldedGroups(storage, 'a').has('dairy')).toBe(false);
	expect(new FoldedGroups(storage, 'b').has('produce')).toBe(false);
});

test('unfolding the last group leaves nothing behind', () => {
	const storage = memoryStorage();
	const folded = new FoldedGroups(storage, 'a');
	folded.toggle('cart');
	folded.toggle('cart');
	expect(folded.has('cart')).toBe(false);
	expect(storage.getItem('wga.folded.a')).toBeNull();
});
