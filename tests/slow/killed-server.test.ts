import { test } from 'vitest';
import { tellOfKills } from '../support/kill-story.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const KILLS = 200;

test(`R1: ${KILLS} times killed while two devices write, the server has every edit it acknowledged, once`, async () => {
	await tellOfKills(temporaryFolder(), KILLS);
}, 1_800_000);
