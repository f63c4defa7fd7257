import { setImmediate, setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurnClock } from './clock.ts';

test('stands still within a turn of the event loop, and has moved on in the next', async () => {
	const clock = createTurnClock();
	const first = clock();
	for (let i = 0; i < 1e5; i++) Math.sqrt(i);
	await Promise.resolve();
	expect(clock()).toBe(first);
	await setTimeout(5);
	await setImmediate();
	const later = clock();
	expect(later).toBeGreaterThan(first);
	expect(clock()).toBe(later);
});
