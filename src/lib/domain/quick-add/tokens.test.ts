import { expect, test } from 'vitest';
import { readLines } from './tokens.ts';

function tokensOf(text: string): string[] {
	return [...readLines(text)].flat().map(({ kind, text: typed }) => `${kind} ${typed}`);
}

test.each([
	['500g', ['number 500', 'word g']],
	['7up', ['word 7up']],
	['80/20', ['word 80/20']],
	['2%', ['word 2%']],
	['1½', ['number 1½']],
	['x12', ['word x', 'number 12']],
	['oz. end.', ['word oz.', 'word end', 'mark .']],
	['half-and-half', ['word half-and-half']],
	["M&M's & figs", ["word M&M's", 'mark &', 'word figs']],
	['“so so” "no', ['quoted so so', 'mark "', 'word no']],
	['👨‍👩‍👧 figs', ['emoji 👨‍👩‍👧', 'word figs']],
	['a\r\nb\u2028c', ['word a', 'word b', 'word c']]
])('%j is cut into %j', (text, tokens) => {
	expect(tokensOf(text)).toEqual(tokens);
});

test.each([
	['1/2', 0.5],
	['1,5', 1.5],
	['1,500', 1_500],
	['.25', 0.25],
	['2¾', 2.75]
])('%j is worth %d', (text, value) => {
	const [[token] = []] = [...readLines(text)];
	expect(token?.value).toBe(value);
});

test('accents, apostrophes and plurals do not matter when words are compared', () => {
	const [[first] = [], [second] = []] = [...readLines('Jalapeños’\njalapeno')];
	expect(first?.keys).toEqual(second?.keys);
});
