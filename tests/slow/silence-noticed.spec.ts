import { setTimeout as pause } from 'node:timers/promises';
import { test } from '../support/bad-household.ts';
import { expect } from '../support/browser.ts';
import { together } from '../support/household.ts';
import { look } from '../support/look.ts';
import { Sockets } from '../support/sockets.ts';

/** So long out of sight that the app trusts no connection. */
const LONG_AWAY_MS = 11_000;

test('a socket that died without a word is replaced as soon as somebody looks again', async ({
	page,
	device,
	ben,
	annsLine
}) => {
	test.slow();
	const { ann, bens } = await together(page, ben, 'milk');
	const sockets = new Sockets(device.context);
	await look(page, true);
	await pause(LONG_AWAY_MS);
	annsLine.killSilently();
	await bens.add('bread');
	await ann.tick('Milk').check();
	await look(page, false);
	// Sooner than the first ping can be missing: the silence itself would not have been noticed yet.
	await expect.poll(() => sockets.count, { timeout: 9_000 }).toBe(1);
	await expect(ann.tick('Bread')).toBeVisible();
	await expect(bens.tick('Milk')).toBeChecked();
	await ann.isUpToDate();
});

test.describe('over HTTP alone', () => {
	test.use({ env: { REALTIME: 'polling' } });

	test('after a silence what was missed is there when somebody looks again, and what was done gets out', async ({
		page,
		ben,
		annsLine
	}) => {
		test.slow();
		const { ann, bens } = await together(page, ben, 'milk');
		await look(page, true);
		await pause(LONG_AWAY_MS);
		annsLine.killSilently();
		await bens.add('bread');
		await bens.isUpToDate();
		await ann.tick('Milk').check();
		await look(page, false);
		// Long enough for one request on a connection that nobody told of its end.
		await expect(ann.tick('Bread')).toBeVisible({ timeout: 25_000 });
		await ann.isUpToDate(25_000);
		await look(bens.page, false);
		await expect(bens.tick('Milk')).toBeChecked();
	});
});
