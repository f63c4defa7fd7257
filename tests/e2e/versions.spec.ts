import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { OLDEST_PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { expect, isKept, openDevice, test as base, type Device } from '../support/browser.ts';
import { startFront, type Front } from '../support/front.ts';
import { pairingLink } from '../support/household.ts';
import { unpackClient } from '../support/kept-client.ts';
import { ListPage } from '../support/list-page.ts';

interface Versions {
	/** Before today's server, with the oldest app that it still understands. */
	front: Front;
	/** A phone that has this app. */
	phone: Device;
}

const test = base.extend<Versions>({
	front: async ({ server, folder }, use) => {
		const app = unpackClient(OLDEST_PROTOCOL_VERSION, join(folder, 'app'));
		const front = await startFront(server.url, app);
		await use(front);
		front.close();
	},
	phone: async ({ front, folder }, use) => {
		const phone = await openDevice({ folder: join(folder, 'phone'), baseURL: front.url });
		await use(phone);
		await phone.context.close();
		expect(phone.problems, 'errors in the browser').toEqual([]);
	}
});

const names = (kind: string, count: number): string[] =>
	Array.from({ length: count }, (_, at) => `${kind} ${at}`);

/** Adds all of these in one go. */
async function addAll(list: ListPage, things: readonly string[]): Promise<void> {
	const before = await list.ticks.count();
	await list.addBar.fill(things.map((name) => `"${name}"`).join(', '));
	await list.addBar.press('Enter');
	await expect(list.ticks).toHaveCount(before + things.length);
}

/** Taps the button or tick of each of these, one after the other, as fast as a page can. */
async function tapAll(page: Page, labels: readonly string[]): Promise<void> {
	const tapped = await page.evaluate(
		(prefixes) => {
			const all = [...document.querySelectorAll<HTMLElement>('[aria-label]')];
			const found = prefixes.map((prefix) =>
				all.find(({ ariaLabel }) => `${ariaLabel},`.startsWith(prefix))
			);
			for (const element of found) element?.click();
			return found.filter(Boolean).length;
		},
		labels.map((label) => `${label},`)
	);
	expect(tapped).toBe(labels.length);
}

/** Every row as it is read out, and whether it is ticked. */
const rowsOf = (list: ListPage): Promise<string[]> =>
	list.ticks.evaluateAll((ticks: HTMLInputElement[]) =>
		ticks.map((tick) => `${tick.ariaLabel}${tick.checked ? ' (in cart)' : ''}`).sort()
	);

/** What a person does offline to a list that has `Thing 0` to `Thing 59`: 150 edits. */
async function editOffline(list: ListPage): Promise<void> {
	await tapAll(list.page, names('One more Thing', 50));
	await tapAll(list.page, names('Thing', 50));
	await addAll(list, names('Late', 50));
}

/** What the list is then, wherever it is looked at. */
const EDITED = [
	...names('Thing', 50).map((name) => `${name}, 2, no price (in cart)`),
	...[...names('Thing', 60).slice(50), ...names('Late', 50)].map((name) => `${name}, no price`)
].sort();

test('the oldest app brings a full outbox to today’s server: all of it arrives, each edit once', async ({
	phone,
	front,
	server,
	folder
}) => {
	const page = await phone.open();
	const old = new ListPage(page);
	await addAll(old, names('Thing', 60));
	await old.isUpToDate();
	const link = new URL(await pairingLink(page));
	const laptop = await openDevice({ folder: join(folder, 'laptop'), baseURL: server.url });
	const other = await laptop.open(link.pathname + link.hash);
	await other.getByRole('button', { name: 'Add this device' }).click();
	const list = new ListPage(other);
	await expect(list.ticks).toHaveCount(60);
	await page.goto('/');
	await expect(old.ticks).toHaveCount(60);
	await isKept(page);

	await phone.context.setOffline(true);
	await editOffline(old);
	const address = page.url();
	await addAll(await old.makeAnother('Cookout'), names('Snack', 20));
	await expect(old.status).toHaveAttribute('data-pending', '171');
	await old.isSaved();
	await phone.context.setOffline(false);
	// Once the first of it is there, what is on its way is lost, answers included.
	await expect(list.tick('Thing 0')).toBeChecked();
	front.cut();
	await old.isUpToDate();
	await expect.poll(() => rowsOf(list)).toEqual(EDITED);
	await list.add('bread');
	await page.goto(address);
	await expect(old.tick('Bread')).toBeVisible();

	await other.getByRole('button', { name: 'Lists' }).first().click();
	await other.getByRole('link', { name: /^Cookout/ }).click();
	await expect(list.ticks).toHaveCount(20);
	expect(await rowsOf(list)).toEqual(
		names('Snack', 20)
			.map((name) => `${name}, no price`)
			.sort()
	);
	await laptop.context.close();
	expect(laptop.problems).toEqual([]);
});

/** What an app shows that the server does not take any more. */
async function needsUpdate(list: ListPage, pending: number): Promise<void> {
	await expect(list.status).toHaveText('This app needs an update');
	await expect(list.status).toHaveAttribute('data-state', 'needs-attention');
	await expect(list.status).toHaveAttribute('data-pending', String(pending));
	await list.page.getByRole('button', { name: 'About sync' }).click();
	await expect(list.page.getByText('What you did is kept on this device.')).toBeVisible();
	await list.page.keyboard.press('Escape');
}

const lookAgain = (page: Page): Promise<boolean> =>
	page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

test('an app that the server takes no more keeps its outbox, and the app that it is updated to sends it', async ({
	phone,
	front
}) => {
	const page = await phone.open();
	const list = new ListPage(page);
	await addAll(list, names('Thing', 60));
	await list.isUpToDate();
	await isKept(page);
	front.refuse(true);
	await editOffline(list);
	await needsUpdate(list, 150);

	front.publishServersApp();
	await page.reload();
	await needsUpdate(list, 150);
	// Only today's app says its version.
	const updated = page.waitForRequest((request) => 'x-protocol-version' in request.headers());
	await page.getByRole('button', { name: 'Update' }).click();
	await updated;
	await needsUpdate(list, 150);
	expect(await rowsOf(list)).toEqual(EDITED);

	front.refuse(false);
	await lookAgain(page);
	await list.isUpToDate();
	expect(await rowsOf(list)).toEqual(EDITED);
	await page.reload();
	await list.isUpToDate();
	expect(await rowsOf(list)).toEqual(EDITED);
});

test.describe('without a socket', () => {
	test.use({ env: { REALTIME: 'polling' } });

	test('today’s app that a newer server refuses keeps its outbox through a reload, and sends it when it is taken again', async ({
		phone,
		front
	}) => {
		front.publishServersApp();
		const page = await phone.open();
		const list = new ListPage(page);
		await list.add('milk');
		await list.isUpToDate();
		await isKept(page);
		front.refuse(true);
		await addAll(list, names('Late', 20));
		await needsUpdate(list, 20);
		await page.reload();
		await expect(list.ticks).toHaveCount(21);
		await needsUpdate(list, 20);
		front.refuse(false);
		await lookAgain(page);
		await list.isUpToDate();
		await expect(list.ticks).toHaveCount(21);
	});
});
