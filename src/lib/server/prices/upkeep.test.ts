import { expect, onTestFinished, test } from 'vitest';
import { until } from '../../../../tests/support/until.ts';
import { startUpkeep } from './upkeep.ts';

const DAY_MS = 24 * 3_600_000;
const NOW = 500 * DAY_MS;

/** Over a history of three rounds that only notes what it is asked. */
function setUp(tidy?: (afterId: string) => string | null) {
	const asked: [string, number, number][] = [];
	const problems: unknown[] = [];
	const upkeep = startUpkeep({
		history: {
			tidy(afterId, walmartSince, wholeSince) {
				asked.push([afterId, walmartSince, wholeSince]);
				if (tidy) return tidy(afterId);
				return { '': 'b', b: 'd' }[afterId] ?? null;
			}
		},
		retentionDays: 30,
		now: () => NOW,
		report: (problem) => void problems.push(problem),
		firstAfterMs: 5
	});
	onTestFinished(() => upkeep.close());
	return { upkeep, asked, problems };
}

test('the upkeep comes by itself after the start, and goes through all products', async () => {
	const { asked } = setUp();
	expect(asked).toEqual([]);
	await until('all products', () => asked.length === 3);
	expect(asked.map(([afterId]) => afterId)).toEqual(['', 'b', 'd']);
	expect(asked[0]?.slice(1)).toEqual([NOW - 30 * DAY_MS, NOW - 90 * DAY_MS]);
});

test('one that fails says so, and the next one begins from the start', async () => {
	const { upkeep, asked, problems } = setUp(() => {
		throw new Error('The disk is full.');
	});
	await upkeep.run();
	await upkeep.run();
	expect(problems).toHaveLength(2);
	expect(asked.map(([afterId]) => afterId)).toEqual(['', '']);
});

test('the end of the server does not wait for all of it', async () => {
	const { upkeep, asked } = setUp((afterId) => `${afterId}a`);
	const running = upkeep.run();
	await upkeep.close();
	await running;
	expect(asked).toHaveLength(1);
});
