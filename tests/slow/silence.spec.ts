import { setTimeout as pause } from 'node:timers/promises';
import type { WebSocket } from '@playwright/test';
import { test } from '../support/bad-household.ts';
import { expect } from '../support/browser.ts';
import { together } from '../support/household.ts';

/** A ping may be missing for 25 s before a socket counts as dead; the rest is for the new one. */
const HEALED = { timeout: 33_000 };

/** Resolves when the server has just asked whether anybody is there, which leaves the longest time to notice nothing. */
const ping = (socket: WebSocket): Promise<unknown> =>
	socket.waitForEvent('framereceived', {
		predicate: ({ payload }) => payload === '2',
		timeout: 30_000
	});

for (const isWaiting of [false, true]) {
	test(`a socket that dies without a word under an open page is replaced within 30 s${isWaiting ? ', with an edit waiting' : ''}`, async ({
		page,
		ben,
		annsLine
	}) => {
		const opening = page.waitForEvent('websocket');
		const { ann, bens } = await together(page, ben, 'milk');
		await ping(await opening);
		annsLine.killSilently();
		if (isWaiting) await ann.tick('Milk').check();
		await bens.add('bread');
		await expect(ann.tick('Bread')).toBeVisible(HEALED);
		await expect(bens.tick('Milk')).toBeChecked({ checked: isWaiting });
		await ann.isUpToDate();
	});
}

test.describe('over HTTP alone', () => {
	test.use({ env: { REALTIME: 'polling' } });

	for (const isWaiting of [false, true]) {
		test(`a silence under an open page is overcome${isWaiting ? ', with an edit waiting' : ''}`, async ({
			page,
			ben,
			annsLine
		}) => {
			const { ann, bens } = await together(page, ben, 'milk, eggs');
			// What the page was loaded over is closed by then; one connection is left, and it dies.
			await pause(7_000);
			await ann.tick('Eggs').check();
			await ann.isUpToDate();
			annsLine.killSilently();
			await bens.add('bread');
			await bens.isUpToDate();
			if (isWaiting) await ann.tick('Milk').check();
			// An edit asks at once, and nobody every 30 s; then 10 s until the answer counts as lost.
			await expect(ann.tick('Bread')).toBeVisible({ timeout: isWaiting ? 20_000 : 50_000 });
			await ann.isUpToDate();
		});
	}
});
