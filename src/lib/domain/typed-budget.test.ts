import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_BUDGET_CENTS, MAX_TAX_BASIS_POINTS } from './list.ts';
import { formatMoney } from './money.ts';
import { parseBudget, parseStore, parseTaxRate } from './typed-budget.ts';

test.each([
	['', null],
	['  ', null],
	['90', 9_000],
	['$1,200.50', 120_050],
	['0', 0],
	['999999.99', MAX_BUDGET_CENTS]
])('%j is a budget', (typed, value) => {
	expect(parseBudget(typed)).toEqual({ value });
});

test.each([
	['-5', 'A budget cannot be below zero. Leave the field empty for none.'],
	['90.505', 'A budget has at most two digits after the point. Type it like 90.50.'],
	['1000000', 'A budget is at most $999,999.99.'],
	['99999999999', 'A budget is at most $999,999.99.'],
	['ninety', 'This is no amount of money. Type one like 90, or leave the field empty.'],
	['1e3', 'This is no amount of money. Type one like 90, or leave the field empty.']
])('%j is none, and a sentence says why', (typed, problem) => {
	expect(parseBudget(typed)).toEqual({ problem });
});

test('a budget reads back as it is written', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: MAX_BUDGET_CENTS }), (value) => {
			expect(parseBudget(formatMoney(value))).toEqual({ value });
		})
	);
});

test.each([
	['', 0],
	['%', 0],
	['8.25', 825],
	['8,25 %', 825],
	['8.', 800],
	['.5%', 50],
	['30', MAX_TAX_BASIS_POINTS]
])('%j is a tax rate', (typed, value) => {
	expect(parseTaxRate(typed)).toEqual({ value });
});

test.each([
	['8.875', 'A tax rate has at most two digits after the point. Type 8.88.'],
	['30.01', 'A tax rate is at most 30 %. Look for a slip of the finger.'],
	['825', 'A tax rate is at most 30 %. Look for a slip of the finger.'],
	['-1', 'This is no percentage. Type one like 8.25, or leave the field empty.'],
	['.', 'This is no percentage. Type one like 8.25, or leave the field empty.'],
	['NaN', 'This is no percentage. Type one like 8.25, or leave the field empty.']
])('%j is none, and a sentence says why', (typed, problem) => {
	expect(parseTaxRate(typed)).toEqual({ problem });
});

test('every rate reads back as a person would write it', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: MAX_TAX_BASIS_POINTS }), (value) => {
			expect(parseTaxRate(`${value / 100} %`)).toEqual({ value });
		})
	);
});

test('a store loses what nobody can see, and is never cut', () => {
	expect(parseStore(' Main\tStreet \u200b')).toEqual({ value: 'Main Street' });
	expect(parseStore('x'.repeat(80))).toEqual({ value: 'x'.repeat(80) });
	expect(parseStore('x'.repeat(81))).toEqual({
		problem: 'A store’s name has at most 80 characters; this one has 81.'
	});
});
