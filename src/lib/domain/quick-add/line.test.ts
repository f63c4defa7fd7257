import { describe, expect, test } from 'vitest';
import { readLine } from './line.ts';
import { readLines, type Token } from './tokens.ts';

/** How often the rules look at a word of the line: what reading costs, whatever the machine. */
function looksAt(line: string, limit: number): number {
	let looks = 0;
	const [tokens = []] = readLines(line);
	const watched = tokens.map((token): Token => {
		const { low } = token;
		return Object.defineProperty({ ...token }, 'low', { get: () => ((looks += 1), low) });
	});
	readLine(watched, limit);
	return looks;
}

describe('the cost of reading grows with the length of a line, not with its square', () => {
	const FOUR_TIMES = 4;
	test.each([
		'milk, ',
		'add milk and ',
		'please ',
		'and ',
		', ',
		'( ',
		'milk (2 ',
		'very ',
		'chopped, ',
		'red, ',
		'red and ',
		'a, removed and ',
		'off ',
		'if ',
		'ok, ',
		'no wait ',
		'scratch that ',
		'2 ',
		'1 cup / ',
		'1 cup, ',
		'1 cup (',
		'1 cup ',
		'half a ',
		'to the my ',
		'in the list ',
		'bananas milk ',
		'for milk and ',
		'change milk to ',
		'juice and zest of ',
		'a, b or c, ',
		'such as a, ',
		'between 3 and ',
		'400g/14oz ',
		'milk 6 x ',
		'milk… ',
		'$3 ',
		'x2 ',
		'uh ',
		'plus 2 tbsp ',
		'each ',
		'remove milk from ',
		'is no longer needed ',
		'tomato basil '
	])('%j repeated', (piece) => {
		const short = looksAt(piece.repeat(500), Infinity);
		const long = looksAt(piece.repeat(500 * FOUR_TIMES), Infinity);
		// Sixteen times would be quadratic; the rest is room for what happens once a line.
		expect(long / short).toBeLessThan(FOUR_TIMES * 1.5);
	});
});

test('a line that holds more items than wanted is not read to its end', () => {
	const line = 'add milk. '.repeat(2_000);
	const [tokens = []] = readLines(line);
	expect(readLine(tokens, 10).drafts.length).toBeLessThan(15);
});
