import { add, addBar, expect, rows, test, untilOffline } from '../support/journey.ts';

test('a first visit finds an empty list named Groceries with the cursor in the add bar', async ({
	page
}) => {
	await expect(page.getByRole('heading', { level: 1, name: 'Groceries' })).toBeVisible();
	await expect(page).toHaveURL(/\/lists\/[\w-]+$/);
	await expect(addBar(page)).toBeFocused();
	await expect(rows(page)).toHaveCount(0);
});

test('one sentence becomes three priced rows, a dozen eggs is one carton, and the totals are their sum', async ({
	page
}) => {
	await addBar(page).pressSequentially('add milk and a dozen eggs, 2 lbs ground beef');
	const cards = page.getByRole('list', { name: 'Preview' }).getByRole('listitem');
	await expect(cards).toHaveCount(3);
	await expect(page.getByRole('button', { name: 'Add 3' })).toBeVisible();
	await addBar(page).press('Enter');

	await expect(rows(page)).toHaveCount(3);
	await expect(addBar(page)).toBeFocused();
	await expect(addBar(page)).toHaveValue('');
	await expect(page.getByRole('checkbox', { name: /^Milk, .*3 dollars 52, sample price$/ })).toBeVisible();
	await expect(
		page.getByRole('checkbox', { name: /^Eggs, 1 dozen, 2 dollars 43, sample price$/ })
	).toBeVisible();
	await expect(
		page.getByRole('checkbox', { name: /^Ground beef, 2 pounds, about \d+ dollars( \d+)?, sample price$/ })
	).toBeVisible();

	const cents = async (name: string) =>
		Number(
			((await page.getByRole('status', { name, exact: true }).textContent()) ?? '').match(
				/\$([\d.]+)/
			)?.[1] ?? NaN
		) * 100;
	const beforeLeft = await cents('Left');
	expect(await cents('In cart')).toBe(0);
	await page.getByRole('checkbox', { name: /^Milk/ }).check();
	expect(await cents('In cart')).toBeCloseTo(352);
	expect(await cents('Left')).toBeCloseTo(beforeLeft - 352);
	expect(await cents('Total')).toBeCloseTo(beforeLeft);
});

test('a row can be changed in amount and name, deleted, and all of it taken back', async ({
	page
}) => {
	await add(page, 'milk, eggs');
	await page.getByRole('button', { name: 'More for Milk' }).click();
	await page.getByRole('menuitem', { name: 'Edit' }).click();
	const sheet = page.getByRole('dialog', { name: 'Edit Milk' });
	await sheet.getByRole('button', { name: /^One more/ }).click();
	await expect(sheet.getByRole('spinbutton', { name: 'Quantity' })).toHaveValue('2');
	await sheet.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('checkbox', { name: /^Milk, .*7 dollars 4, / })).toBeVisible();

	await page.getByRole('button', { name: 'More for Milk' }).click();
	await page.getByRole('menuitem', { name: 'Edit' }).click();
	await sheet.getByRole('textbox', { name: 'Name' }).fill('Oat milk');
	await sheet.getByRole('textbox', { name: 'Name' }).press('Enter');
	await expect(page.getByRole('checkbox', { name: /^Oat milk/ })).toBeVisible();

	await page.getByRole('button', { name: 'More for Oat milk' }).click();
	await page.getByRole('menuitem', { name: 'Delete' }).click();
	await expect(rows(page)).toHaveCount(1);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('checkbox', { name: /^Oat milk/ })).toBeVisible();
	await page.keyboard.press('Control+z');
	await expect(page.getByRole('checkbox', { name: /^Milk/ })).toBeVisible();
});

test('adding what is on the list raises it, and adding what is in the cart brings it back', async ({
	page
}) => {
	await add(page, 'milk');
	await add(page, 'milk');
	await expect(rows(page)).toHaveCount(1);
	await expect(page.getByRole('checkbox', { name: /^Milk, 2, 7 dollars 4/ })).toBeVisible();
	await page.getByRole('checkbox', { name: /^Milk/ }).check();
	await add(page, '3 milk');
	await expect(page.getByRole('checkbox', { name: /^Milk, 3/ })).not.toBeChecked();
	await expect(rows(page)).toHaveCount(1);
});

test('goes on offline: a reload, more edits, and a killed app lose nothing', async ({
	device,
	page,
	server
}) => {
	await add(page, 'milk, eggs, bread');
	await untilOffline(page);
	await server.stop();
	await device.context.setOffline(true);
	await page.reload();
	await expect(rows(page)).toHaveCount(3);
	await page.getByRole('checkbox', { name: /^Eggs/ }).check();
	await add(page, '2 lbs ground beef');
	await expect(page.getByRole('checkbox', { name: /^Ground beef, 2 pounds/ })).toBeVisible();
	await expect(page.getByRole('status', { name: 'Sync' })).toHaveAttribute('data-pending', /^[1-9]/);

	await device.kill();
	const again = await device.open();
	await expect(rows(again)).toHaveCount(4);
	await expect(again.getByRole('checkbox', { name: /^Eggs/ })).toBeChecked();
	await expect(again.getByRole('checkbox', { name: /^Ground beef/ })).toBeVisible();
});

test('a tap that is followed at once by a reload is still there', async ({ page }) => {
	await add(page, 'milk');
	await page.getByRole('checkbox', { name: /^Milk/ }).check();
	await page.reload();
	await expect(page.getByRole('checkbox', { name: /^Milk/ })).toBeChecked();
});

test('lists are made, switched and named, and each keeps its own items', async ({ page }) => {
	await add(page, 'milk');
	await page.getByRole('button', { name: 'Lists' }).click();
	await page.getByRole('button', { name: 'New list' }).click();
	await page.getByRole('textbox', { name: /name/i }).fill('Cookout');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Cookout' })).toBeVisible();
	await expect(rows(page)).toHaveCount(0);
	await page.getByRole('button', { name: 'Lists' }).click();
	await page.getByRole('link', { name: /^Groceries/ }).click();
	await expect(rows(page)).toHaveCount(1);
});
