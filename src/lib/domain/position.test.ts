import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONG_POSITION, positionBetween } from './position.ts';

/** Positions made by inserting before the given places, one after the other, into an empty list. */
function insertAt(places: readonly number[]): string[] {
	const positions: string[] = [];
	for (const place of places) {
		const at = place % (positions.length + 1);
		const position = positionBetween(positions[at - 1] ?? null, positions[at] ?? null);
		positions.splice(at, 0, position);
	}
	return positions;
}

const isSorted = (positions: readonly string[]): boolean =>
	positions.every((position, at) => at === 0 || (positions[at - 1] ?? '') < position);

describe('a new position', () => {
	test('is strictly between its neighbors, wherever it goes', () => {
		fc.assert(
			fc.property(fc.array(fc.nat({ max: 1_000 }), { maxLength: 300 }), (places) => {
				expect(isSorted(insertAt(places))).toBe(true);
			})
		);
	});

	test('never ends in the lowest digit, so that something always fits below it', () => {
		fc.assert(
			fc.property(fc.array(fc.nat({ max: 1_000 }), { maxLength: 300 }), (places) => {
				expect(
					insertAt(places).filter((position) => !/^[0-9A-Za-z]*[1-9A-Za-z]$/.test(position))
				).toEqual([]);
			})
		);
	});

	test('fits between any two keys that could stand in a database, however close', () => {
		const key = fc.stringMatching(/^[0-9A-Za-z]{0,6}[1-9A-Za-z]$/).filter((text) => text !== '');
		fc.assert(
			fc.property(key, key, (a, b) => {
				fc.pre(a !== b);
				const [before, after] = a < b ? [a, b] : [b, a];
				const between = positionBetween(before, after);
				expect(before < between && between < after).toBe(true);
				expect(between.endsWith('0')).toBe(false);
				expect(positionBetween(null, before) < before).toBe(true);
				expect(positionBetween(after, null) > after).toBe(true);
			}),
			{ numRuns: 2_000 }
		);
	});
});

describe('length', () => {
	const longest = (positions: readonly string[]): number =>
		Math.max(...positions.map((position) => position.length));

	test('a thousand appends stay within 4 characters', () => {
		const positions = insertAt(Array.from({ length: 1_000 }, (_, at) => at));
		expect(isSorted(positions)).toBe(true);
		expect(positions.filter((position) => position.endsWith('0'))).toEqual([]);
		expect(longest(positions)).toBeLessThanOrEqual(4);
	});

	test.each([
		['at the very top', 0],
		['below the first', 1]
	])('200 inserts %s stay within 40 characters', (_, place) => {
		const positions = insertAt([0, 1, ...Array.from({ length: 200 }, () => place)]);
		expect(isSorted(positions)).toBe(true);
		expect(longest(positions)).toBeLessThanOrEqual(40);
	});

	test('200 inserts, each right after the one before, need no renumbering', () => {
		const positions = insertAt([0, 1, ...Array.from({ length: 200 }, (_, at) => at + 1)]);
		expect(isSorted(positions)).toBe(true);
		expect(longest(positions)).toBeLessThan(LONG_POSITION);
	});
});

test('two equal neighbors, or two the wrong way round, are a bug and say so', () => {
	expect(() => positionBetween('I1', 'I1')).toThrow(RangeError);
	expect(() => positionBetween('I2', 'I1')).toThrow(RangeError);
});
