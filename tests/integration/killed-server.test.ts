import { test } from 'vitest';
import { tellOfKills } from '../support/kill-story.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

// `tests/slow/killed-server.test.ts` is the long one.
const KILLS = 10;

test(`I1, I2: ${KILLS} times killed while two devices write, the server has every edit it acknowledged, once`, async () => {
	await tellOfKills(temporaryFolder(), KILLS);
}, 300_000);
