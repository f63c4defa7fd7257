import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { TwoWriters } from './two-writers.ts';

/**
 * Kills the real server again and again at random moments while two devices write, and then looks at everything that
 * was ever acknowledged.
 * @param dataDir empty
 */
export async function tellOfKills(dataDir: string, kills: number): Promise<void> {
	const seed = Math.floor(Math.random() * 2 ** 31);
	const writers = await TwoWriters.start(dataDir, seed);
	try {
		for (let kill = 1; kill <= kills; kill++) {
			await Promise.all([sleep(writers.between(150, 400)), writers.bothAcknowledged()]);
			await writers.killAndRestart();
		}
		await writers.settle();
		expect(writers.findViolations(), `seed ${seed}`).toEqual([]);
	} finally {
		await writers.close();
	}
}
