import { expect, test } from 'vitest';
import { gramsToOunces, ouncesToGrams } from './piece-weight.ts';

test('ounces as people type them become whole grams, and show as the same ounces', () => {
	expect(ouncesToGrams('4.2')).toBe(119);
	expect(gramsToOunces(119)).toBe('4.2');
	expect(ouncesToGrams('1 1/2')).toBe(43);
});

test('an empty field is as the product says, and what is no weight is told apart from that', () => {
	expect(ouncesToGrams(' ')).toBeNull();
	for (const typed of ['heavy', '0', '-3', '99999'])
		expect(ouncesToGrams(typed), typed).toBeUndefined();
	expect(gramsToOunces(null)).toBe('');
});
