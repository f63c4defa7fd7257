import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, isKept, openDevice, test as base, type Device } from './browser.ts';
import { ListPage } from './list-page.ts';

/** A household: Ann's phone, which has the list, and Ben's, which joins it. */
interface Household {
	/** Under which Ben's phone knows the server. */
	bensAddress: string;
	ben: Device;
}

export const test = base.extend<Household>({
	bensAddress: ({ server }, use) => use(server.url),
	ben: async ({ bensAddress, folder }, use) => {
		const ben = await openDevice({ folder: join(folder, 'ben'), baseURL: bensAddress });
		await use(ben);
		await ben.context.close();
		expect(ben.problems, 'errors in the other browser').toEqual([]);
	}
});

/** Opens the share sheet. @returns the link in it */
export async function inviteLink(page: Page): Promise<string> {
	await page.getByRole('button', { name: 'Share', exact: true }).click();
	const link = page.getByRole('textbox', { name: 'Invite link' });
	await expect(link).toHaveValue(/\/join#[\w-]{43}$/);
	return link.inputValue();
}

/** Makes a pairing on the page of devices. @returns the link to it */
export async function pairingLink(page: Page): Promise<string> {
	await page.goto('/devices');
	await page.getByRole('button', { name: 'Add a device' }).click();
	const link = page.getByRole('textbox', { name: 'Pairing link' });
	await expect(link).toHaveValue(/\/pair#[\w-]{43}$/);
	return link.inputValue();
}

/** Ben opens Ann's link and presses the one button. */
export async function joinBy(device: Device, link: string, name = ''): Promise<ListPage> {
	// By the address that this device knows the server under, which need not be the other one's.
	const { pathname, hash } = new URL(link);
	const page = await device.open(pathname + hash);
	if (name !== '') await page.getByRole('textbox', { name: 'Your name' }).fill(name);
	await page.getByRole('button', { name: 'Join list' }).click();
	await expect(page).toHaveURL(/\/lists\/[\w-]{22}$/);
	return new ListPage(page);
}

/** Both phones on one list with these things on it. */
export async function together(annPage: Page, ben: Device, things: string) {
	const ann = new ListPage(annPage);
	await ann.add(things);
	await ann.isUpToDate();
	const link = await inviteLink(annPage);
	await annPage.keyboard.press('Escape');
	const bens = await joinBy(ben, link, 'Ben');
	await expect(bens.ticks).toHaveCount(await ann.ticks.count());
	// From here on neither needs the network.
	await isKept(annPage);
	await isKept(bens.page);
	return { ann, bens };
}

/** Takes the network away from these phones, or gives it back. */
export async function setOffline(isOffline: boolean, ...devices: readonly Device[]): Promise<void> {
	for (const { context } of devices) await context.setOffline(isOffline);
}
