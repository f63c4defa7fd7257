import { expect, test } from 'vitest';
import type { OwnPrice } from './own-price.ts';
import type { PricePoint } from './price-change.ts';
import { describeHistory, extremesOf, historySince, toHistory } from './price-history.ts';

const NOW = new Date(2026, 10, 23, 12).getTime();
const DAY_MS = 24 * 3_600_000;
const ago = (days: number): number => NOW - days * DAY_MS;

const said = (days: number, priceCents: number | null): PricePoint => ({
	at: ago(days),
	priceCents,
	source: 'walmart'
});

function paid(days: number, priceCents: number, deletedAt: number | null = null): OwnPrice {
	return {
		id: `p${days}`,
		listId: 'l',
		rev: 1,
		stamps: { $: [1, ago(days), 'phone'] },
		productId: 'wm_1',
		norm: 'egg',
		priceCents,
		multiBuy: null,
		store: '',
		source: 'manual',
		deletedAt
	};
}

test('each change is against the one of its own kind before, whatever order they come in', () => {
	const entries = toHistory([said(2, 397), said(20, 303)], [paid(1, 350), paid(9, 300)]);
	expect(entries.map(({ priceCents, changeCents }) => [priceCents, changeCents])).toEqual([
		[303, null],
		[300, null],
		[397, 94],
		[350, 50]
	]);
});

test('samples and what was taken back are no history', () => {
	const sample: PricePoint = { ...said(3, 100), source: 'embedded' };
	expect(toHistory([sample], [paid(1, 350, NOW)])).toEqual([]);
});

test('no change is told across a time without a price', () => {
	const entries = toHistory([said(9, 300), said(5, null), said(1, 310)], []);
	expect(entries.map(({ changeCents }) => changeCents)).toEqual([null, null, null]);
});

test('the price that held when a range began stands at its beginning; what was paid before does not', () => {
	const entries = toHistory([said(200, 250), said(100, 300), said(10, 320)], [paid(95, 290)]);
	const within = historySince(entries, ago(90));
	expect(within.map(({ at, priceCents }) => [at, priceCents])).toEqual([
		[ago(90), 300],
		[ago(10), 320]
	]);
	expect(historySince(toHistory([], [paid(95, 290)]), ago(90))).toEqual([]);
});

test('low and high leave out what has no price, and there are none of nothing', () => {
	const extremes = extremesOf(
		toHistory([said(9, 300), said(5, null), said(1, 280)], [paid(2, 350)])
	);
	expect([extremes?.low.priceCents, extremes?.high.priceCents]).toEqual([280, 350]);
	expect(extremesOf(toHistory([said(5, null)], []))).toBeNull();
});

test('a chart is told in words: course, extremes, and what was noted last', () => {
	const entries = toHistory([said(60, 306), said(40, 289), said(1, 397)], [paid(14, 303)]);
	expect(describeHistory(entries, NOW)).toBe(
		'From $3.06 on Sep 24 to $3.97 on Nov 22, lowest $2.89 on Oct 14, highest $3.97 on Nov 22. You last noted $3.03 on Nov 9.'
	);
	expect(describeHistory(toHistory([said(1, 397)], []), NOW)).toBe('$3.97 on Nov 22.');
	expect(describeHistory([], NOW)).toBe('');
});
