import type { Page } from '@playwright/test';
import { expect, isKept, type Device } from '../support/browser.ts';
import { setOffline, test, together } from '../support/household.ts';
import { ListPage } from '../support/list-page.ts';
import { Sockets } from '../support/sockets.ts';

/** Two more tabs on the list of this one. */
async function threeTabs(list: ListPage, device: Device): Promise<[ListPage, ListPage, ListPage]> {
	const address = new URL(list.page.url()).pathname;
	const others = [await device.open(address), await device.open(address)] as const;
	for (const page of others) await isKept(page);
	return [list, new ListPage(others[0]), new ListPage(others[1])];
}

/** The tab that has the device's one socket. */
async function leaderOf(sockets: Sockets): Promise<Page> {
	await expect.poll(() => sockets.open.size).toBe(1);
	const [leader] = sockets.open.values();
	if (!leader) throw new Error('It has closed again.');
	return leader;
}

/** Nothing runs in it from now on. @returns what wakes it */
async function hang(page: Page): Promise<() => Promise<void>> {
	const asked = page.waitForEvent('dialog');
	const answered = page.evaluate(() => alert('Nothing runs while this is open.'));
	const dialog = await asked;
	return async () => {
		await dialog.accept();
		await answered;
	};
}

test('three tabs show what each of them does at once, online and offline', async ({
	page,
	device
}) => {
	const list = new ListPage(page);
	await list.add('milk, eggs');
	await list.isUpToDate();
	const tabs = await threeTabs(list, device);
	const [one, two, three] = tabs;
	for (const isOffline of [false, true]) {
		await setOffline(isOffline, device);
		await one.add(isOffline ? 'jam' : 'bread');
		await two.tick('Milk').setChecked(!isOffline);
		await three.rename(isOffline ? 'Brown eggs' : 'Eggs', isOffline ? 'Large eggs' : 'Brown eggs');
		for (const tab of tabs) {
			await expect(tab.tick(isOffline ? 'Jam' : 'Bread')).toBeVisible();
			await expect(tab.tick('Milk')).toBeChecked({ checked: !isOffline });
			await expect(tab.tick(isOffline ? 'Large eggs' : 'Brown eggs')).toBeVisible();
			await expect(tab.status).toHaveAttribute('data-pending', isOffline ? '3' : '0');
		}
	}
	await setOffline(false, device);
	for (const tab of tabs) await tab.isUpToDate();
	expect(await two.shown()).toEqual(await one.shown());
	expect(await three.shown()).toEqual(await one.shown());
});

test('one socket serves three tabs, and the next tab has it when its own is closed or killed', async ({
	page,
	device,
	ben
}) => {
	test.slow();
	const sockets = new Sockets(device.context);
	const { ann, bens } = await together(page, ben, 'milk');
	let tabs: ListPage[] = await threeTabs(ann, device);
	const ends = [(tab: Page) => tab.close(), (tab: Page) => device.kill(tab)];
	for (const end of [null, ...ends]) {
		const leader = await leaderOf(sockets);
		if (end) {
			await end(leader);
			tabs = tabs.filter((tab) => tab.page !== leader);
			expect(await leaderOf(sockets)).not.toBe(leader);
		}
		const thing = `Thing ${tabs.length}`;
		await bens.add(`"${thing}"`);
		await tabs[0]?.oneMore('Milk');
		for (const list of [...tabs, bens]) {
			await expect(list.tick(thing)).toBeVisible();
			await expect(list.tick('Milk')).toHaveAccessibleName(
				new RegExp(`^Milk, ${5 - tabs.length},`)
			);
			await list.isUpToDate();
		}
		expect(sockets.open.size).toBe(1);
	}
});

test('a tab that hangs loses the socket to another, and goes on without one when it wakes', async ({
	page,
	device,
	ben
}) => {
	test.slow();
	const sockets = new Sockets(device.context);
	const { ann, bens } = await together(page, ben, 'milk');
	const tabs = await threeTabs(ann, device);
	for (const tab of tabs) await tab.isUpToDate();
	const hung = await leaderOf(sockets);
	const wake = await hang(hung);
	const awake = tabs.filter((tab) => tab.page !== hung);
	await expect
		.poll(() => [...sockets.open.values()].some((owner) => owner !== hung), { timeout: 20_000 })
		.toBe(true);
	await bens.add('jam');
	await awake[0]?.tick('Milk').check();
	for (const tab of awake) await expect(tab.tick('Jam')).toBeVisible();
	await expect(bens.tick('Milk')).toBeChecked();

	await wake();
	for (const tab of tabs) {
		await expect(tab.tick('Jam')).toBeVisible();
		await expect(tab.tick('Milk')).toBeChecked();
	}
	expect(await leaderOf(sockets)).not.toBe(hung);
	await new ListPage(hung).add('tea');
	await expect(bens.tick('Tea')).toBeVisible();
	for (const tab of tabs) {
		await expect(tab.tick('Tea')).toBeVisible();
		await tab.isUpToDate();
	}
	expect(sockets.open.size).toBe(1);
});

test('without locks every tab works, and all show the same', async ({ device, ben }) => {
	await device.context.addInitScript(() => {
		Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
	});
	const { ann, bens } = await together(await device.open(), ben, 'milk, eggs');
	expect(await ann.page.evaluate(() => navigator.locks as unknown)).toBeUndefined();
	const tabs = await threeTabs(ann, device);
	for (const [at, tab] of tabs.entries()) {
		await tab.add(`"Thing ${at}"`);
		await tab.oneMore('Milk');
	}
	await bens.tick('Eggs').check();
	for (const list of [...tabs, bens]) {
		await expect(list.tick('Eggs')).toBeChecked();
		await expect(list.tick('Milk')).toHaveAccessibleName(/^Milk, 4\b/);
		await expect(list.ticks).toHaveCount(5);
		await list.isUpToDate();
	}
	for (const tab of tabs) expect(await tab.shown()).toEqual(await bens.shown());
});
