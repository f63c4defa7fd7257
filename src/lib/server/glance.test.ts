import { describe, expect, test, vi } from 'vitest';
import { createGlance } from './glance.ts';

describe('a glance', () => {
	test('at a folder that never answers is waited for no longer than its limit, by one look for all', async () => {
		const look = vi.fn(() => new Promise<string>(() => undefined));
		const glance = createGlance(look, {
			monotonic: () => performance.now(),
			onFailed: () => expect.unreachable(),
			withinMs: 10
		});
		expect(await Promise.all([glance(), glance()])).toEqual([null, null]);
		expect(await glance()).toBe(null);
		expect(look).toHaveBeenCalledOnce();
	});

	test('is not taken again within its time, and reports a failure once until it is over', async () => {
		let [now, fails] = [0, true];
		const problems: unknown[] = [];
		const look = vi.fn(async () => {
			if (fails) throw new Error('gone');
			return 'there';
		});
		const onFailed = (problem: unknown) => void problems.push(problem);
		const glance = createGlance(look, { monotonic: () => now, onFailed, everyMs: 100 });
		expect([await glance(), await glance()]).toEqual([null, null]);
		expect(look).toHaveBeenCalledOnce();
		now = 100;
		await glance();
		expect(problems).toHaveLength(1);
		[now, fails] = [200, false];
		expect(await glance()).toBe('there');
		[now, fails] = [300, true];
		await glance();
		expect(problems).toHaveLength(2);
	});
});
