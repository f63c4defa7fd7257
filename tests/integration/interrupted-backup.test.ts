import { expect, test, vi } from 'vitest';
import { Interrupted } from '../support/interrupted.ts';

// `tests/slow/interrupted-backup.test.ts` takes every step.
vi.setConfig({ testTimeout: 60_000 });
/** How many there are differs a little between machines; these there always are. */
const STEPS = [4, 8, 12, 17, 22];

test.each(STEPS.slice(0, 3))(
	'R10: a backup that is killed at step %i leaves the data and the backups before as they were',
	async (step) => {
		const place = await Interrupted.create();
		expect(await place.backUp(step)).toBe(true);
	}
);

test.each(STEPS)(
	'R10: a restore that is killed at step %i leaves the old data or the new, whole',
	async (step) => {
		const place = await Interrupted.create();
		expect(await place.restore(step)).toBe(true);
	}
);
