import type { Page } from '@playwright/test';
import { expect } from '../support/browser.ts';
import { inviteLink, joinBy, setOffline, test, together } from '../support/household.ts';
import { ListPage } from '../support/list-page.ts';

const restoreButton = (page: Page, name: string) =>
	page.getByRole('button', { name: `Restore ${name}`, exact: true });
const deleted = (page: Page) =>
	page.getByRole('list', { name: 'Recently deleted' }).getByRole('listitem');
const back = (page: Page) => page.getByRole('link', { name: /^Back to/ }).click();

test('what was deleted or cleared stands under "Recently deleted", newest first, and comes back by the keyboard alone', async ({
	page
}) => {
	const list = new ListPage(page);
	await list.add('2 gallons milk, eggs, bread, butter');
	await list.tick('Eggs').check();
	await list.chooseForList('Empty the cart');
	await expect(list.ticks).toHaveCount(3);
	await list.choose('Butter', 'Delete');
	await list.choose('Milk', 'Delete');
	await list.chooseForList('Recently deleted');
	await expect(deleted(page)).toHaveText([
		/^Milk\s*2 gal\s*You, .*\d:\d\d/,
		/^Butter/,
		/^Eggs\s*In the cart\s*You, /
	]);

	await restoreButton(page, 'Butter').focus();
	await page.keyboard.press('Enter');
	await expect(page.getByText('Butter is back on the list.')).toBeAttached();
	await expect(deleted(page)).toHaveText([/^Milk/, /^Eggs/]);
	await expect(restoreButton(page, 'Eggs')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByText('Eggs is back in the cart.')).toBeAttached();
	await expect(restoreButton(page, 'Milk')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Nothing was deleted' })).toBeVisible();

	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(restoreButton(page, 'Milk')).toBeFocused();
	await back(page);
	await expect(list.ticks).toHaveCount(3);
	await expect(list.tick('Eggs')).toBeChecked();
	await expect(list.tick('Milk')).toHaveCount(0);
});

test('what is brought back on a page opened offline reaches the others', async ({
	page,
	device,
	ben
}) => {
	const { ann, bens } = await together(page, ben, 'milk, eggs');
	await bens.choose('Milk', 'Delete');
	await expect(ann.tick('Milk')).toHaveCount(0);
	await setOffline(true, device);
	await page.goto(`${page.url()}/trash`);
	await expect(deleted(page)).toHaveText([/^Milk\s*Ben, /]);
	await restoreButton(page, 'Milk').click();
	await expect(deleted(page)).toHaveCount(0);
	await setOffline(false, device);
	await expect(bens.tick('Milk')).toBeVisible();
	// And what happens elsewhere shows here.
	await bens.choose('Eggs', 'Delete');
	await expect(deleted(page)).toHaveText([/^Eggs\s*Ben, /]);
});

test('somebody who may only look sees what was deleted, and is offered nothing', async ({
	page,
	ben
}) => {
	const ann = new ListPage(page);
	await ann.add('milk');
	await inviteLink(page);
	await page.getByText('Only look', { exact: true }).click();
	const link = page.getByRole('textbox', { name: 'Invite link' });
	await expect(link).toHaveValue(/join#/);
	const bens = await joinBy(ben, await link.inputValue());
	await page.keyboard.press('Escape');
	await ann.choose('Milk', 'Delete');
	await bens.chooseForList('Recently deleted');
	await expect(deleted(bens.page)).toHaveText([/^Milk/]);
	await expect(deleted(bens.page).getByRole('button')).toHaveCount(0);
});

test('a deleted list is found where the lists are, and comes back with what was on it', async ({
	page
}) => {
	const list = new ListPage(page);
	await expect(list.addBar).toBeVisible();
	const lists = page.getByRole('navigation', { name: 'Lists' });
	const entry = lists.getByRole('link', { name: 'Recently deleted lists' });
	await expect(entry).toHaveCount(0);
	await list.makeAnother('Cookout');
	await list.add('charcoal');
	await list.delete();
	await entry.click();
	const found = page.getByRole('list', { name: 'Recently deleted lists' });
	await expect(found.getByRole('listitem')).toHaveText([/^Cookout\s*1 item\s*You, /]);

	await restoreButton(page, 'Cookout').click();
	await expect(page.getByText('“Cookout” is back among your lists.')).toBeAttached();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(restoreButton(page, 'Cookout')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'No list was deleted' })).toBeVisible();
	await back(page);
	await expect(entry).toHaveCount(0);
	await lists.getByRole('link', { name: /^Cookout/ }).click();
	await expect(list.tick('Charcoal')).toBeVisible();
});
