import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Finger } from './finger.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start() {
	const move = vi.fn();
	return { finger: new Finger(move), move };
}

test('moves at once while no finger is down', () => {
	const { finger, move } = start();
	finger.move();
	expect(move).toHaveBeenCalledTimes(1);
});

test('moves everything in one go once the finger is up and its tap was told of', () => {
	const { finger, move } = start();
	finger.press();
	finger.move();
	finger.move();
	vi.advanceTimersByTime(5_000);
	finger.lift();
	expect(move).not.toHaveBeenCalled();
	vi.advanceTimersByTime(100);
	expect(move).toHaveBeenCalledTimes(1);
	finger.move();
	expect(move).toHaveBeenCalledTimes(2);
});

test('waits for the second of two taps too', () => {
	const { finger, move } = start();
	finger.press();
	finger.move();
	finger.lift();
	vi.advanceTimersByTime(50);
	finger.press();
	vi.advanceTimersByTime(500);
	expect(move).not.toHaveBeenCalled();
	finger.lift();
	vi.advanceTimersByTime(100);
	expect(move).toHaveBeenCalledTimes(1);
});

test('does not wait for ever for a finger of which nothing more is heard', () => {
	const { finger, move } = start();
	finger.press();
	finger.move();
	vi.advanceTimersByTime(30_000);
	expect(move).toHaveBeenCalledTimes(1);
});

test('moves nothing after a tap during which nothing came', () => {
	const { finger, move } = start();
	finger.press();
	finger.lift();
	vi.advanceTimersByTime(60_000);
	expect(move).not.toHaveBeenCalled();
});
