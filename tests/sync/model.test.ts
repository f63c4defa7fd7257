import { expect, test } from 'vitest';
import { tellStories } from './stories.ts';

test.each([
	{ kind: 'memory', runs: 400, steps: 240 },
	{ kind: 'dexie', runs: 100, steps: 120 }
] as const)(
	'whatever the network does, no edit is lost or doubled and all screens end alike ($kind)',
	async (options) => {
		expect(await tellStories(options)).toBeNull();
	},
	120_000
);
