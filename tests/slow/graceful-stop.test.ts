import { expect, test } from 'vitest';
import { tellOfStops } from '../support/stop-story.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const STOPS = 20;
const LIMIT_MS = 10_000;

test(`R17: ${STOPS} times asked to end under load, the server answers what was asked and ends with 0`, async () => {
	const { worstMs, answers, resets } = await tellOfStops(temporaryFolder(), STOPS);
	process.stdout.write(
		`${STOPS} ends, ${answers} requests answered, ${resets} new connections too late; ` +
			`the slowest end took ${Math.round(worstMs)} ms\n`
	);
	expect(worstMs).toBeLessThan(LIMIT_MS);
}, 600_000);
