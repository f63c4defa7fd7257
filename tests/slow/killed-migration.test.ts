import { expect, test } from 'vitest';
import { countSteps, tellOfKilledMigration } from '../support/migration-story.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const KILLS = 100;

test(`R10: ${KILLS} starts killed at every step of their migrations leave what the next start completes`, async () => {
	let kills = 0;
	for (let round = 0; kills < KILLS; round++) {
		for (const before of ['nothing', 'data'] as const) {
			const folder = temporaryFolder();
			const steps = await countSteps(folder, before);
			for (let step = 0; step < steps; step++, kills++)
				await tellOfKilledMigration(folder, before, step);
		}
	}
	expect(kills).toBeGreaterThanOrEqual(KILLS);
}, 600_000);
