import { expect, test } from 'vitest';
import { textToParts } from './text-parts.ts';

test('the parts put together are the text, tinted where it was read', () => {
	const parts = textToParts('add 2 milk', [
		{ role: 'name', start: 6, end: 10 },
		{ role: 'quantity', start: 4, end: 5 }
	]);
	expect(parts).toEqual([
		{ text: 'add ', role: null },
		{ text: '2', role: 'quantity' },
		{ text: ' ', role: null },
		{ text: 'milk', role: 'name' }
	]);
});

test('a text that nothing was read from is one part', () => {
	expect(textToParts('milk', [])).toEqual([{ text: 'milk', role: null }]);
	expect(textToParts('', [])).toEqual([]);
});

test('spans of a longer, older text never make text appear', () => {
	const parts = textToParts('mi', [{ role: 'name', start: 0, end: 4 }]);
	expect(parts.map((part) => part.text).join('')).toBe('mi');
});
