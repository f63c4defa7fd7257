import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Settling } from './settling.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start() {
	const onMove = vi.fn();
	return { settling: new Settling(Date.now, onMove), onMove };
}

test('leaves a ticked row where it was tapped for five seconds, then moves it into the cart', () => {
	const { settling, onMove } = start();
	settling.onCheck('milk', true);
	vi.advanceTimersByTime(4_999);
	expect(settling.isSettled('milk')).toBe(false);
	vi.advanceTimersByTime(1);
	expect(settling.isSettled('milk')).toBe(true);
	expect(onMove).toHaveBeenCalledTimes(1);
});

test('does not move a row that was unticked in time', () => {
	const { settling, onMove } = start();
	settling.onCheck('milk', true);
	vi.advanceTimersByTime(3_000);
	settling.onCheck('milk', false);
	vi.advanceTimersByTime(60_000);
	expect(settling.isSettled('milk')).toBe(false);
	expect(onMove).not.toHaveBeenCalled();
});

test('moves nothing while the finger is busy', () => {
	const { settling } = start();
	settling.onCheck('milk', true);
	vi.advanceTimersByTime(4_900);
	settling.touch();
	vi.advanceTimersByTime(599);
	expect(settling.isSettled('milk')).toBe(false);
	vi.advanceTimersByTime(1);
	expect(settling.isSettled('milk')).toBe(true);
});

test('moves rows that are due together in one go', () => {
	const { settling, onMove } = start();
	settling.onCheck('milk', true);
	vi.advanceTimersByTime(100);
	settling.onCheck('eggs', true);
	settling.touch();
	vi.advanceTimersByTime(4_800);
	settling.touch();
	vi.advanceTimersByTime(600);
	expect(settling.isSettled('milk') && settling.isSettled('eggs')).toBe(true);
	expect(onMove).toHaveBeenCalledTimes(1);
});

test('takes an unticked row out of the cart after a short rest', () => {
	const { settling } = start();
	settling.settleNow('milk');
	settling.onCheck('milk', false);
	expect(settling.isSettled('milk')).toBe(true);
	vi.advanceTimersByTime(600);
	expect(settling.isSettled('milk')).toBe(false);
});
