import { expect, test } from 'vitest';
import type { HistoryEntry } from '#lib/domain/price-history.ts';
import { shapeChart } from './price-chart.ts';

const DAY_MS = 24 * 3_600_000;
const NOW = new Date(2026, 10, 23, 12).getTime();
const FRAME = { fromMs: NOW - 90 * DAY_MS, toMs: NOW, width: 360, height: 190, letter: 12 };

const said = (days: number, priceCents: number | null): HistoryEntry => ({
	at: NOW - days * DAY_MS,
	priceCents,
	source: 'walmart',
	own: null,
	changeCents: null
});

/** The places a path goes through. */
const places = (path: string): string[] => path.match(/[ML][^ML]+/g) ?? [];

test('a price holds until the next one, and the last until today', () => {
	const shape = shapeChart([said(90, 300), said(45, 400)], FRAME);
	// Begin, up to the change at the old price, the new price, and on to today.
	expect(new Set(places(shape?.said ?? '')).size).toBe(4);
	expect(shape?.now?.x).toBe(shape?.right);
	expect(shape?.said.endsWith(`${shape.now?.x},${shape.now?.y}`)).toBe(true);
});

test('a time without a price is a gap, not a line to zero', () => {
	const shape = shapeChart([said(90, 300), said(60, null), said(30, 310)], FRAME);
	expect(shape?.said.match(/M/g)).toHaveLength(2);
	const unpriced = shapeChart([said(90, 300), said(60, null)], FRAME);
	expect(unpriced?.now).toBeNull();
});

test('a price that never moved is drawn inside, and nothing without any price', () => {
	const shape = shapeChart([said(30, 348)], FRAME);
	expect(shape?.now?.y).toBeGreaterThan(0);
	expect(shape?.now?.y).toBeLessThan(shape?.bottom ?? 0);
	expect(shapeChart([said(30, null)], FRAME)).toBeNull();
});

test('amounts are whole cents, and every tick lies within', () => {
	const shape = shapeChart([said(90, 2), said(45, 3)], FRAME);
	expect(shape?.amounts.map(({ label }) => label)).toEqual(['$0.02', '$0.03']);
	for (const { at } of shape?.days ?? []) {
		expect(at).toBeGreaterThanOrEqual(shape?.left ?? 0);
		expect(at).toBeLessThanOrEqual(shape?.right ?? 0);
	}
});
