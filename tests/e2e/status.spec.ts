import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { backupName, writeManifest } from '#lib/server/backup/manifest.ts';
import { expect, isKept, openDevice, test } from '../support/browser.ts';
import { setOffline } from '../support/household.ts';
import { ListPage } from '../support/list-page.ts';
import { look } from '../support/look.ts';

// What is in the folder of backups is the test's alone.
test.use({ env: { BACKUP_AUTO: 'off' } });

const summary = (page: Page): Locator => page.getByRole('status', { name: 'Summary' });
const rowOf = (page: Page, place: 'server' | 'device', title: string): Locator =>
	page
		.getByRole('list', { name: `This ${place}` })
		.getByRole('listitem')
		.filter({ has: page.getByRole('heading', { name: title, exact: true }) });

/** Counts what a page asks of the server's status. */
function countQuestions(page: Page): { count: number } {
	const asked = { count: 0 };
	page.on('request', (request) => {
		if (request.url().endsWith('/api/status')) asked.count++;
	});
	return asked;
}

test('from the list’s menu one finds how the server and this device stand, and the way back', async ({
	page,
	folder
}) => {
	const list = new ListPage(page);
	await list.add('milk, eggs');
	await list.isUpToDate();
	const takenAt = Date.now() - (Date.now() % 1_000) - 60_000;
	const file = backupName(takenAt);
	const backups = join(folder, 'data/backups');
	mkdirSync(backups, { recursive: true });
	writeFileSync(join(backups, file), 'packed');
	await writeManifest(backups, {
		backups: [
			{
				file,
				takenAt,
				verifiedAt: takenAt,
				bytes: 4_210_000,
				sha256: 'a'.repeat(64),
				databaseBytes: 9_000_000,
				schema: '0004_timeline',
				sqliteVersion: '3.54.1',
				epoch: 'e',
				counts: { lists: 1, items: 2, products: 3, prices: 4 }
			}
		],
		lastDrill: { at: takenAt, file, tookMs: 2_000, problem: null },
		lastFailure: null
	});

	await list.chooseForList('Status');
	await expect(page).toHaveURL(/\/status$/);
	await expect(summary(page)).toContainText('All working.');
	await expect(rowOf(page, 'server', 'Prices')).toContainText(
		/Samples.*the 2 products on your lists/s
	);
	await expect(rowOf(page, 'server', 'Model')).toContainText('On demand');
	await expect(rowOf(page, 'server', 'Backups')).toContainText(
		/Verified\s*Last (to|yester)day at \d+:\d\d\s[AP]M, 4\.2\sMB, read back and checked; 1 kept\. BACKUP_AUTO is off.*\. A trial restore (to|yester)day took 2 seconds\./
	);
	await expect(rowOf(page, 'server', 'Sync')).toContainText(/Live\s*1 device connected\./);
	await expect(rowOf(page, 'server', 'Storage')).toContainText(/\d+\s[GT]B free\./);
	await expect(rowOf(page, 'device', 'Works offline')).toContainText(
		/Yes\s*Your list is kept here\. So is the app\./
	);
	await expect(rowOf(page, 'device', 'Your changes')).toContainText('Nothing waits to be sent.');
	await expect(page.getByText(/^Version \d+\.\d+\.\d+ · up since today at/)).toBeVisible();
	await page.getByRole('link', { name: 'Back to your lists' }).click();
	await expect(list.ticks).toHaveCount(2);

	await page.getByRole('button', { name: 'About sync' }).click();
	await page.getByRole('link', { name: 'Status' }).click();
	await expect(summary(page)).toContainText('All working.');
});

test('with no network it opens, says what waits here, what the server last said, and asks again by itself', async ({
	page,
	device
}) => {
	const list = new ListPage(page);
	await list.add('milk');
	await list.isUpToDate();
	await isKept(page);
	await page.goto('/status');
	await expect(summary(page)).toContainText('All working.');
	await page.goBack();
	await setOffline(true, device);
	await list.add('bread');
	await expect(list.status).toContainText('1 waiting');
	await page.goto('/status');
	await expect(summary(page)).toContainText('No answer from the server.');
	await expect(page.getByText(/^as it was under a minute ago$/)).toBeVisible();
	await expect(rowOf(page, 'server', 'Storage')).toContainText('free.');
	await expect(rowOf(page, 'device', 'Your changes')).toContainText('1 waiting');
	await setOffline(false, device);
	await expect(summary(page)).toContainText('All working.');
	await expect(rowOf(page, 'device', 'Your changes')).toContainText('Nothing waits to be sent.');
});

test('a server that is stopped is said to give no answer, and is asked again at a tap', async ({
	page,
	server,
	restart
}) => {
	await new ListPage(page).add('milk');
	await new ListPage(page).isUpToDate();
	await isKept(page);
	await server.stop();
	await page.goto('/status');
	await expect(summary(page)).toContainText('No answer from the server.');
	await expect(page.getByText('It has not told this device of itself yet.')).toBeVisible();
	await expect(rowOf(page, 'device', 'Works offline')).toContainText('Yes');
	await restart({ REALTIME: 'polling', PRICE_TIERS: 'none' });
	await page.getByRole('button', { name: 'Try again' }).focus();
	await page.keyboard.press('Enter');
	await expect(summary(page)).toBeFocused();
	await expect(summary(page)).toContainText('All working. 3 things are off.');
	await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
	await expect(rowOf(page, 'server', 'Sync')).toContainText('REALTIME is polling');
});

test('it asks once when it opens and every 30 s while somebody looks, and not while nobody does', async ({
	device
}) => {
	const page = await device.context.newPage();
	await page.clock.install();
	const asked = countQuestions(page);
	await page.goto('/status');
	await expect(summary(page)).toContainText('All working.');
	await page.waitForLoadState('networkidle');
	expect(asked.count).toBe(1);
	for (const times of [2, 3]) {
		await page.clock.runFor(30_000);
		await expect.poll(() => asked.count).toBe(times);
		await page.waitForLoadState('networkidle');
	}
	await look(page, true);
	await page.clock.runFor(300_000);
	expect(asked.count).toBe(3);
	await look(page, false);
	await expect.poll(() => asked.count).toBe(4);
});

test('over plain HTTP in a LAN one line says what is missing', async ({ server, folder }) => {
	const phone = await openDevice({
		folder: join(folder, 'phone'),
		baseURL: `http://groceries.lan:${server.port}`,
		hostName: 'groceries.lan'
	});
	const page = await phone.open('/status');
	await expect(summary(page)).toContainText('This address is not https.');
	await expect(rowOf(page, 'device', 'Secure address (https)')).toContainText(
		'“HTTPS at home” in docs/operations.md'
	);
	await expect(rowOf(page, 'device', 'Works offline')).toContainText('While open');
	await phone.context.close();
});
