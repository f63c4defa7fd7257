import { join } from 'node:path';
import { expect, openDevice } from '../support/browser.ts';
import {
	inviteLink,
	joinBy,
	pairingLink,
	setOffline,
	test,
	together
} from '../support/household.ts';
import { ListPage } from '../support/list-page.ts';

test('the other phone joins by the link, and every change arrives there at once', async ({
	page,
	ben
}) => {
	const { ann, bens } = await together(page, ben, 'milk, eggs');
	await expect(page.getByRole('button', { name: 'Share', exact: true })).toContainText('B');

	await bens.add('bread');
	await expect(ann.tick('Bread')).toBeVisible();
	await ann.tick('Milk').check();
	await expect(bens.tick('Milk')).toBeChecked();
	await bens.tick('Milk').uncheck();
	await expect(ann.tick('Milk')).not.toBeChecked();
	await expect(bens.page.getByRole('heading', { level: 1 })).toHaveText('Groceries');
	await ann.isUpToDate();
	await bens.isUpToDate();
});

test('who opens an invite gets that list and no "Groceries" of their own', async ({
	page,
	ben
}) => {
	const { bens } = await together(page, ben, 'milk');
	await bens.page.getByRole('button', { name: 'Lists' }).first().click();
	await expect(bens.page.getByRole('link', { name: /Groceries/ })).toHaveCount(1);
});

test('an invite works once, says so, and the list can be asked for again', async ({
	page,
	ben,
	server,
	folder
}) => {
	await new ListPage(page).add('milk');
	const link = await inviteLink(page);
	await joinBy(ben, link);
	const eve = await openDevice({ folder: join(folder, 'eve'), baseURL: server.url });
	const other = await eve.open(link);
	await other.getByRole('button', { name: 'Join list' }).click();
	await expect(other.getByRole('alert')).toContainText('used already');
	await expect(other.getByRole('button', { name: 'Join list' })).toBeEnabled();
	await eve.context.close();
});

test('both edit offline; when the network is back both have everything, nothing lost or doubled', async ({
	page,
	device,
	ben
}) => {
	const { ann, bens } = await together(page, ben, 'milk, eggs, bread');
	await setOffline(true, device, ben);

	await ann.tick('Milk').check();
	await ann.add('butter');
	await bens.rename('Milk', 'Oat milk');
	await bens.add('jam');
	await bens.add('butter');
	await bens.choose('Eggs', 'Delete');
	await expect(ann.status).toContainText('waiting');
	await expect(ann.status).toHaveAttribute('data-state', 'saved-here');

	await setOffline(false, device, ben);
	for (const list of [ann, bens]) {
		await list.isUpToDate();
		// A tick and a rename of one thing, two adds of another, a delete: all of it counts, each once.
		await expect(list.tick('Oat milk')).toBeChecked();
		await expect(list.tick('Butter')).toHaveCount(1);
		await expect(list.tick('Jam')).toBeVisible();
		await expect(list.tick('Eggs')).toHaveCount(0);
		await expect(list.ticks).toHaveCount(4);
	}
});

test('"one more" on both phones is two more, and a typed amount holds against a tick', async ({
	page,
	device,
	ben
}) => {
	const { ann, bens } = await together(page, ben, 'milk, eggs');
	await setOffline(true, device, ben);
	await ann.add('milk');
	await bens.add('milk');
	await ann.tick('Eggs').check();
	await bens.setAmount('Eggs', 4);
	await setOffline(false, device, ben);
	for (const list of [ann, bens]) {
		await list.isUpToDate();
		await expect(list.tick('Milk')).toHaveAccessibleName(/^Milk, 3\b/);
		await expect(list.tick('Eggs')).toHaveAccessibleName(/^Eggs, 4\b/);
		await expect(list.tick('Eggs')).toBeChecked();
	}
});

test('two renames of one thing: the later one wins on both phones, and the log says whose', async ({
	page,
	device,
	ben
}) => {
	const { ann, bens } = await together(page, ben, 'milk');
	await setOffline(true, device, ben);
	await ann.rename('Milk', 'Whole milk');
	await ann.page.waitForTimeout(50);
	await bens.rename('Milk', 'Oat milk');
	// The later one syncs first, so that the order of arrival would give the other result.
	await ben.context.setOffline(false);
	await bens.isUpToDate();
	await device.context.setOffline(false);
	await ann.isUpToDate();
	await expect(ann.tick('Oat milk')).toBeVisible();
	await expect(bens.tick('Oat milk')).toBeVisible();

	await page.getByRole('button', { name: 'More for this list' }).click();
	await page.getByRole('menuitem', { name: 'What was merged' }).click();
	await expect(page.getByRole('list', { name: 'What was merged' })).toContainText(
		'Ben’s rename won over yours: “Oat milk”, not “Whole milk”.'
	);
});

test('a later change of what a row says keeps it from a delete that had not seen it', async ({
	page,
	device,
	ben
}) => {
	const { ann, bens } = await together(page, ben, 'milk, eggs');
	await setOffline(true, device, ben);
	await ann.choose('Milk', 'Delete');
	await ann.choose('Eggs', 'Delete');
	await ann.page.waitForTimeout(50);
	await bens.rename('Milk', 'Oat milk');
	await bens.tick('Eggs').check();
	await setOffline(false, device, ben);
	for (const list of [ann, bens]) {
		await list.isUpToDate();
		await expect(list.tick('Oat milk')).toBeVisible();
		await expect(list.tick('Eggs')).toHaveCount(0);
	}
});

test('twenty edits offline and a reload in the middle: all there, on both phones', async ({
	page,
	device,
	ben
}) => {
	const { ann, bens } = await together(page, ben, 'milk');
	await device.context.setOffline(true);
	for (let at = 0; at < 20; at++) {
		await ann.add(`"Thing ${at}"`);
		if (at === 10) await page.reload();
	}
	await expect(ann.ticks).toHaveCount(21);
	await device.context.setOffline(false);
	await ann.isUpToDate();
	await expect(bens.ticks).toHaveCount(21);
});

test('the server is killed in the middle of fifty adds and started again: nothing lost or doubled, no reload', async ({
	page,
	ben,
	server,
	restart
}) => {
	const { ann, bens } = await together(page, ben, 'milk');
	for (let at = 0; at < 50; at++) {
		await ann.add(`"Thing ${at}"`);
		if (at === 20) await server.stop('SIGKILL');
		if (at === 35) await restart();
	}
	await expect(ann.ticks).toHaveCount(51);
	await ann.isUpToDate();
	await expect(bens.ticks).toHaveCount(51);
	for (let at = 0; at < 50; at++) await expect(bens.tick(`Thing ${at}`)).toHaveCount(1);
});

test('somebody who is removed loses the list at once, and what they cannot save any more is kept for them', async ({
	page,
	ben
}) => {
	const { ann, bens } = await together(page, ben, 'milk');
	await ben.context.setOffline(true);
	await bens.add('bread');
	await page.getByRole('button', { name: 'Share', exact: true }).click();
	await page.getByRole('button', { name: 'Remove Ben' }).click();
	await page.getByRole('button', { name: 'Remove Ben' }).last().click();
	await expect(page.getByRole('list', { name: 'On this list' }).getByRole('listitem')).toHaveCount(
		1
	);
	await page.keyboard.press('Escape');

	await ben.context.setOffline(false);
	await expect(bens.page.getByRole('heading', { level: 1 })).toHaveText(
		'This list is not on this device'
	);
	await bens.page.getByRole('link', { name: 'Your lists' }).click();
	await expect(bens.status).toHaveAttribute('data-state', 'needs-attention');
	await bens.page.getByRole('button', { name: 'About sync' }).click();
	const refused = bens.page.getByRole('list', { name: 'Not saved' });
	await expect(refused).toContainText('Bread');
	await expect(refused).toContainText('You are no longer on this list.');
	await refused.getByRole('button', { name: 'Let it go' }).click();
	await expect(bens.status).not.toHaveAttribute('data-state', 'needs-attention');
	await expect(ann.tick('Bread')).toHaveCount(0);
});

test('somebody who may only look sees everything as it changes, and is offered nothing to change it', async ({
	page,
	ben
}) => {
	const ann = new ListPage(page);
	await ann.add('milk');
	await page.getByRole('button', { name: 'Share', exact: true }).click();
	await page.getByText('Only look', { exact: true }).click();
	const link = page.getByRole('textbox', { name: 'Invite link' });
	await expect(link).toHaveValue(/join#/);
	const bens = await joinBy(ben, await link.inputValue());
	await page.keyboard.press('Escape');
	await expect(bens.tick('Milk')).toBeDisabled();
	await expect(bens.addBar).toHaveCount(0);
	await ann.tick('Milk').check();
	await expect(bens.tick('Milk')).toBeChecked();
});

test('a deleted list says who deleted it and comes back with what was added meanwhile', async ({
	page,
	ben
}) => {
	const { ann, bens } = await together(page, ben, 'milk');
	await ben.context.setOffline(true);
	await bens.add('bread');
	await bens.page.getByRole('button', { name: 'More for this list' }).click();
	await bens.page.getByRole('menuitem', { name: 'Delete list' }).click();
	await bens.page.getByRole('button', { name: 'Delete list' }).click();
	await ben.context.setOffline(false);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ben deleted “Groceries”');
	await page.getByRole('button', { name: 'Restore it' }).click();
	await expect(ann.tick('Bread')).toBeVisible();
	await expect(ann.tick('Milk')).toBeVisible();
});

test('a laptop is paired and gets everything; a lost phone is signed out', async ({
	page,
	server,
	folder
}) => {
	const ann = new ListPage(page);
	await ann.add('milk');
	await ann.isUpToDate();
	const link = await pairingLink(page);

	const laptop = await openDevice({ folder: join(folder, 'laptop'), baseURL: server.url });
	// Its own first list, which nobody has used, goes.
	await new ListPage(await laptop.open()).isUpToDate();
	const other = await laptop.open(link);
	await other.getByRole('button', { name: 'Add this device' }).click();
	const list = new ListPage(other);
	await expect(list.tick('Milk')).toBeVisible();
	await list.add('eggs');
	await list.isUpToDate();

	await page.reload();
	await expect(page.getByRole('list', { name: 'Signed in' }).getByRole('listitem')).toHaveCount(2);
	await page.getByRole('button', { name: /^Sign out/ }).click();
	await page.getByRole('button', { name: 'Sign it out' }).click();
	await expect(page.getByRole('list', { name: 'Signed in' }).getByRole('listitem')).toHaveCount(1);
	await expect(list.status).toContainText('Signed out');
	await list.add('bread');
	await expect(list.tick('Bread')).toBeVisible();
	await laptop.context.close();
});

test('the status tells within seconds that the server is gone, though nobody edits, and that it is back', async ({
	page,
	server,
	restart
}) => {
	const ann = new ListPage(page);
	await ann.add('milk');
	await ann.isUpToDate();
	await server.stop('SIGKILL');
	await expect(ann.status).toHaveAttribute('data-state', 'saved-here', { timeout: 3_000 });
	await restart();
	await ann.isUpToDate();
});

test('a good link opened where a bad one was works', async ({ page, ben, server }) => {
	await new ListPage(page).add('milk');
	const link = await inviteLink(page);
	const other = await ben.open(`${server.url}/join#${'A'.repeat(43)}`);
	await other.getByRole('button', { name: 'Join list' }).click();
	await expect(other.getByRole('alert')).toContainText('does not work');
	await other.evaluate((hash) => (location.hash = hash), new URL(link).hash);
	await expect(other.getByRole('alert')).toBeHidden();
	await other.getByRole('button', { name: 'Join list' }).click();
	await expect(new ListPage(other).tick('Milk')).toBeVisible();
	// What the bad link was answered with.
	expect(ben.problems).toEqual([expect.stringContaining('404')]);
	ben.problems.length = 0;
});

test('a list that was made elsewhere shows at its address with the first answer', async ({
	page,
	device,
	ben
}) => {
	const { ann } = await together(page, ben, 'milk');
	await ben.context.setOffline(true);
	await ann.add('eggs');
	const link = await pairingLink(page);
	await ben.context.setOffline(false);
	// Ben has a name and shares a list, so his device becomes Ann's, and not he.
	const other = await ben.open(link);
	await expect(other.getByText('So far it is Ben’s.')).toBeVisible();
	await other.getByRole('button', { name: 'Add this device' }).click();
	const list = new ListPage(other);
	await expect(list.tick('Eggs')).toBeVisible();
	await list.isUpToDate();

	const made = await device.open();
	await made.getByRole('button', { name: 'Lists' }).first().click();
	await made.getByRole('button', { name: 'New list' }).click();
	await made.getByRole('textbox', { name: 'Name' }).fill('Cookout');
	await made.getByRole('button', { name: 'Make list' }).click();
	await new ListPage(made).add('charcoal');
	await new ListPage(made).isUpToDate();
	const address = await ben.open(new URL(made.url()).pathname);
	await expect(new ListPage(address).tick('Charcoal')).toBeVisible();
	// No empty list of its own came with the new person.
	await address.getByRole('button', { name: 'Lists' }).first().click();
	await expect(address.getByRole('link', { name: /Groceries|Cookout/ })).toHaveCount(2);
});

test('an edit sheet that is open writes back only what was changed in it', async ({
	page,
	ben
}) => {
	const { ann, bens } = await together(page, ben, 'milk, eggs');
	await ann.choose('Milk', 'Edit');
	const sheet = page.getByRole('dialog', { name: /^Edit/ });
	await expect(sheet).toBeVisible();
	await bens.rename('Milk', 'Oat milk');
	await expect(sheet).toHaveAccessibleName('Edit Oat milk');
	await sheet.getByRole('spinbutton', { name: 'Quantity' }).fill('5');
	await sheet.getByRole('button', { name: 'Save' }).click();
	for (const list of [ann, bens])
		await expect(list.tick('Oat milk')).toHaveAccessibleName(/^Oat milk, 5\b/);
	// And one whose row was deleted meanwhile brings it back with what was typed.
	await ann.choose('Eggs', 'Edit');
	await bens.choose('Eggs', 'Delete');
	await expect(ann.tick('Eggs')).toHaveCount(0);
	await sheet.getByRole('textbox', { name: 'Name' }).fill('Brown eggs');
	await sheet.getByRole('button', { name: 'Save' }).click();
	for (const list of [ann, bens]) await expect(list.tick('Brown eggs')).toBeVisible();
});

test.describe('on a desk', () => {
	test.use({ viewport: { width: 1280, height: 800 } });

	test('the share sheet is as wide as its words want, not as the list', async ({ page }) => {
		await new ListPage(page).add('milk');
		await inviteLink(page);
		const sheet = page.getByRole('dialog', { name: 'Share Groceries' });
		expect((await sheet.boundingBox())?.width).toBe(27 * 16);
	});
});
