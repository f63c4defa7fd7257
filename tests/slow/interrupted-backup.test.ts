import { expect, test } from 'vitest';
import { Interrupted } from '../support/interrupted.ts';

/** Three times each, because what SQLite and the disk do in between differs. */
const ROUNDS = 3;

test.each(['backUp', 'restore'] as const)(
	'R10: killed at each of its steps, %s leaves a state that works',
	async (work) => {
		const place = await Interrupted.create();
		let kills = 0;
		for (let round = 0; round < ROUNDS; round++)
			for (let step = 1; await place[work](step); step++) kills++;
		process.stdout.write(`${work}: ${kills} kills\n`);
		expect(kills).toBeGreaterThanOrEqual(ROUNDS * 12);
	},
	600_000
);
