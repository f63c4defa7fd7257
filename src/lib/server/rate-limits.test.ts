import { expect, test } from 'vitest';
import { createRateLimiter } from './rate-limits.ts';

function limiter(perSecond: number, burst: number) {
	let now = 0;
	const rate = createRateLimiter({ perSecond, burst }, () => now);
	return { ...rate, pass: (ms: number) => (now += ms) };
}

test('lets a burst through, then one for every part of a second, and says how long that is', () => {
	const { take, pass } = limiter(2, 3);
	expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 0]);
	expect(take('a')).toBe(500);
	pass(250);
	expect(take('a')).toBe(250);
	pass(250);
	expect(take('a')).toBe(0);
	expect(take('a')).toBe(500);
});

test('counts every key for itself', () => {
	const { take } = limiter(1, 1);
	expect(take('a')).toBe(0);
	expect(take('a')).toBeGreaterThan(0);
	expect(take('b')).toBe(0);
});

test('asking how long to wait takes nothing', () => {
	const { take, wait } = limiter(1, 1);
	expect([wait('a'), wait('a'), take('a')]).toEqual([0, 0, 0]);
	expect(wait('a')).toBe(1_000);
});

test('saves up no more than a burst, however long nobody came', () => {
	const { take, pass } = limiter(1, 2);
	take('a');
	pass(3_600_000);
	expect([take('a'), take('a')]).toEqual([0, 0]);
	expect(take('a')).toBeGreaterThan(0);
});

test('remembers no more than ten thousand strangers, the latest ones', () => {
	const { take } = limiter(1, 1);
	for (let at = 0; at <= 10_000; at++) take(`stranger ${at}`);
	expect(take('stranger 10000')).toBeGreaterThan(0);
	expect(take('stranger 0')).toBe(0);
});
