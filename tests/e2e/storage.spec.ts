import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, isKept, test, type Device } from '../support/browser.ts';
import { openSmallDisk } from '../support/full-disk.ts';
import { ListPage } from '../support/list-page.ts';

/** A list with milk on it, on a disk that then has no room for one byte more. */
async function onFullDisk(device: Device, url: string) {
	const disk = await openSmallDisk(device, url);
	const list = new ListPage(await device.open());
	await list.add('milk');
	await list.isUpToDate();
	await isKept(list.page);
	await disk.fill(list.page);
	return { list, disk };
}

/** A tick and three new things: four edits. */
async function edit(list: ListPage): Promise<void> {
	await list.tick('Milk').check();
	for (const thing of ['eggs', 'bread', 'jam']) await list.add(thing);
}

async function hasEverything(list: ListPage): Promise<void> {
	await expect(list.ticks).toHaveCount(4);
	await expect(list.tick('Milk')).toBeChecked();
	for (const name of ['Eggs', 'Bread', 'Jam']) await expect(list.tick(name)).toBeVisible();
}

/** A list with milk and eggs, which the server has. */
async function synced(page: Page): Promise<ListPage> {
	const list = new ListPage(page);
	await list.add('milk, eggs');
	await list.isUpToDate();
	// What heals is fetched by then. A fetch that breaks off under the eviction is not made again by this page.
	await page.waitForLoadState('networkidle');
	return list;
}

/** What a browser does that needs the room: all goes but cookies and, with `kept`, localStorage. */
async function evict(device: Device, origin: string, page: Page, kept = false): Promise<void> {
	const storageTypes = `indexeddb,cache_storage,service_workers${kept ? '' : ',local_storage'}`;
	const session = await device.context.newCDPSession(page);
	await session.send('Storage.clearDataForOrigin', { origin, storageTypes });
}

test.describe('a full disk', () => {
	test('takes nothing off the screen, the status says what is not saved, and with room again a change saves it all', async ({
		device,
		server
	}) => {
		const { list, disk } = await onFullDisk(device, server.url);
		await edit(list);
		await hasEverything(list);
		await expect(list.status).toHaveAttribute('data-state', 'needs-attention');
		await expect(list.status).toHaveText('4 changes are not saved');
		await expect(list.status).toHaveAttribute('data-pending', '4');

		await disk.makeRoom(list.page);
		await list.add('tea');
		await list.isUpToDate();
		await list.page.reload();
		await expect(list.ticks).toHaveCount(5);
		await expect(list.tick('Tea')).toBeVisible();
		await expect(list.tick('Milk')).toBeChecked();
	});

	test('what could not be saved is there after a reload with room, and goes to the server', async ({
		device,
		server
	}) => {
		const { list, disk } = await onFullDisk(device, server.url);
		await device.context.setOffline(true);
		await edit(list);
		await expect(list.status).toHaveText('4 changes are not saved');
		await disk.makeRoom(list.page);
		await list.page.reload();
		await hasEverything(list);
		await device.context.setOffline(false);
		await list.isUpToDate();
	});

	test('once there is room, what could not be saved is saved though nobody does anything', async ({
		device,
		server
	}) => {
		const { list, disk } = await onFullDisk(device, server.url);
		await edit(list);
		await expect(list.status).toHaveText('4 changes are not saved');
		await disk.makeRoom(list.page);
		await expect(list.status).toHaveAttribute('data-state', 'up-to-date', { timeout: 30_000 });
		await hasEverything(list);
	});

	test('a page that is opened on it shows the list with what is not saved, and says so', async ({
		device,
		server
	}) => {
		const { list, disk } = await onFullDisk(device, server.url);
		await edit(list);
		await list.page.reload();
		await hasEverything(list);
		await expect(list.status).toHaveAttribute('data-state', 'needs-attention');
		await list.add('tea');
		await expect(list.tick('Tea')).toBeVisible();
		await disk.makeRoom(list.page);
		await expect(list.status).toHaveAttribute('data-state', 'up-to-date', { timeout: 30_000 });
		await list.page.reload();
		await expect(list.ticks).toHaveCount(5);
	});

	test('nothing on the screen says "saved here" while something is not', async ({
		device,
		server
	}) => {
		const { list } = await onFullDisk(device, server.url);
		await device.context.setOffline(true);
		await edit(list);
		await expect(list.status).toHaveText('4 changes are not saved');
		await expect(list.page.getByText(/saved here/i)).toHaveCount(0);
	});
});

test('what waits for the server can be saved to a file that says what it is', async ({
	device,
	page
}) => {
	const list = new ListPage(page);
	await list.add('milk');
	await list.isUpToDate();
	await device.context.setOffline(true);
	await list.add('eggs');
	await page.getByRole('button', { name: 'About sync' }).click();
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save what waits to a file' }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toMatch(/^groceries-not-on-the-server-[\d-]{10}\.json$/);
	const { waiting } = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
		waiting: { what: string; list: string }[];
	};
	expect(waiting.map(({ what, list: on }) => [what, on])).toEqual([['Eggs', 'Groceries']]);
});

test.describe('a browser that threw its data away', () => {
	for (const kept of [false, true]) {
		test(`while the app was closed${kept ? ', all but localStorage' : ''}: the list is at its address again, with everything`, async ({
			device,
			page,
			server
		}) => {
			const list = await synced(page);
			await list.tick('Milk').check();
			await list.isUpToDate();
			const address = page.url();
			const blank = await device.context.newPage();
			await page.close();
			await evict(device, server.url, blank, kept);
			const again = new ListPage(await device.open(address));
			await expect(again.ticks).toHaveCount(2);
			await expect(again.tick('Milk')).toBeChecked();
			await again.isUpToDate();
		});
	}

	test('while the app was closed: the start page finds the list again and makes no second one', async ({
		device,
		page,
		server
	}) => {
		await synced(page);
		const blank = await device.context.newPage();
		await page.close();
		await evict(device, server.url, blank);
		const again = new ListPage(await device.open());
		await expect(again.ticks).toHaveCount(2);
		await again.isUpToDate();
		await again.page.getByRole('button', { name: 'Lists' }).first().click();
		await expect(again.page.getByRole('link', { name: /Groceries/ })).toHaveCount(1);
	});

	for (const isOffline of [false, true]) {
		test(`under an open page${isOffline ? ' that is offline' : ''}: it goes on, and what is opened next has everything`, async ({
			device,
			page,
			server
		}) => {
			const list = await synced(page);
			await device.context.setOffline(isOffline);
			await list.add('rice');
			await list.isSaved();
			await evict(device, server.url, page, true);
			await list.add('bread');
			await expect(list.ticks).toHaveCount(4);
			await device.context.setOffline(false);
			await list.isUpToDate();
			await page.reload();
			await expect(list.ticks).toHaveCount(4);
			await list.isUpToDate();
		});
	}
});
