import { expect, isKept, test } from '../support/browser.ts';
import { ListPage } from '../support/list-page.ts';

const LINE = 'add milk and a dozen eggs, 2 lbs ground beef';

test('opens on an empty list named Groceries with the cursor in the add bar', async ({ page }) => {
	const list = new ListPage(page);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Groceries');
	await expect(page).toHaveURL(/\/lists\/[\w-]{22}$/);
	await expect(list.addBar).toBeFocused();
	await expect(list.ticks).toHaveCount(0);
});

test('reads each item while it is typed, and adds three priced rows on Enter', async ({ page }) => {
	const list = new ListPage(page);
	await list.addBar.pressSequentially(LINE);
	await expect(list.preview.getByRole('listitem')).toHaveText([/Milk/, /Eggs/, /Ground beef/]);

	await list.addBar.press('Enter');
	await expect(list.ticks).toHaveCount(3);
	await expect(list.tick('Milk')).toHaveAccessibleName(/dollars .*sample price$/);
	await expect(list.tick('Ground beef')).toHaveAccessibleName(/2 pounds, .*sample price$/);
	await expect(list.addBar).toHaveValue('');
	await expect(list.addBar).toBeFocused();
});

test('counts a dozen eggs as one carton, not as twelve', async ({ page }) => {
	const list = new ListPage(page);
	await list.add('eggs');
	await expect(list.ticks).toHaveCount(1);
	const carton = await list.sum('Total').innerText();
	await list.choose('Eggs', 'Delete');
	await list.add('a dozen eggs');
	await expect(list.ticks).toHaveCount(1);
	await expect(list.sum('Total')).toHaveText(carton);
});

test('raises what is on the list, and brings back what is in the cart', async ({ page }) => {
	const list = new ListPage(page);
	await list.add('milk');
	await expect(list.ticks).toHaveCount(1);
	await list.add('milk');
	await expect(list.tick('Milk')).toHaveAccessibleName(/^Milk, 2\b/);
	await list.tick('Milk').check();
	await list.add('3 milk');
	await expect(list.tick('Milk')).toHaveAccessibleName(/^Milk, 3\b/);
	await expect(list.tick('Milk')).not.toBeChecked();
	await expect(list.ticks).toHaveCount(1);
});

test('moves an amount from left to in cart in the same frame as the tick', async ({ page }) => {
	const list = new ListPage(page);
	await list.add('milk');
	await expect(list.sum('In cart')).toHaveText('$0.00');
	const price = await list.sum('Left').innerText();

	const inCart = await list.sum('In cart').elementHandle();
	const inTheNextFrame = await list.tick('Milk').evaluate(async (tick: HTMLElement, sum) => {
		tick.click();
		await new Promise(requestAnimationFrame);
		return sum?.textContent;
	}, inCart);
	expect(inTheNextFrame?.trim()).toBe(price);
	await expect(list.sum('Left')).toHaveText('$0.00');
});

test('changes a quantity, a name and a note, deletes, and takes the deletion back', async ({
	page
}) => {
	const list = new ListPage(page);
	await list.add('milk and a dozen eggs');
	await expect(list.ticks).toHaveCount(2);
	const before = await list.sum('Total').innerText();
	await list.tick('Milk').hover();
	await page.getByRole('button', { name: 'One more Milk' }).first().click();
	await expect(list.tick('Milk')).toHaveAccessibleName(/^Milk, 2\b/);
	await expect(list.sum('Total')).not.toHaveText(before);

	await list.choose('Milk', 'Edit');
	const sheet = page.getByRole('dialog', { name: 'Edit Milk' });
	await sheet.getByRole('spinbutton', { name: 'Quantity' }).fill('3');
	await sheet.getByRole('textbox', { name: 'Note' }).fill('the blue one');
	await sheet.getByRole('textbox', { name: 'Name' }).fill('Oat milk');
	await sheet.getByRole('button', { name: 'Save' }).click();
	await expect(sheet).toBeHidden();
	await expect(list.tick('Oat milk')).toBeVisible();
	await expect(list.items).toContainText('the blue one');

	await list.choose('Oat milk', 'Delete');
	await expect(list.ticks).toHaveCount(1);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(list.tick('Oat milk')).toBeVisible();
});

test('takes the last act back with the keyboard, also after a reload', async ({ page }) => {
	const list = new ListPage(page);
	await list.add('milk');
	await expect(list.ticks).toHaveCount(1);
	await list.choose('Milk', 'Delete');
	await expect(list.ticks).toHaveCount(0);
	await list.isSaved();

	await page.reload();
	await expect(list.addBar).toBeVisible();
	await list.addBar.blur();
	await page.keyboard.press('Control+z');
	await expect(list.tick('Milk')).toBeVisible();
});

test('keeps a tick that a reload follows at once', async ({ page }) => {
	const list = new ListPage(page);
	await list.add('milk');
	await list.tick('Milk').check();
	await page.reload();
	await expect(list.tick('Milk')).toBeChecked();
});

test('makes lists and switches between them, each with its own rows', async ({ page }) => {
	const list = new ListPage(page);
	await list.add('milk');
	await expect(list.ticks).toHaveCount(1);
	await page.getByRole('button', { name: 'New list' }).click();
	await page.getByRole('dialog').getByRole('textbox').fill('Cookout');
	await page.getByRole('dialog').getByRole('textbox').press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cookout');
	await expect(list.ticks).toHaveCount(0);
	await page.getByRole('link', { name: 'Groceries' }).click();
	await expect(list.tick('Milk')).toBeVisible();
});

test('goes on without a network, through a reload and a killed tab', async ({
	device,
	server,
	page
}) => {
	const list = new ListPage(page);
	await list.add(LINE);
	await expect(list.ticks).toHaveCount(3);
	await isKept(page);
	await server.stop('SIGKILL');
	await device.context.setOffline(true);

	await page.reload();
	await expect(list.ticks).toHaveCount(3);
	await list.tick('Eggs').check();
	await list.add('2 bananas');
	await expect(list.ticks).toHaveCount(4);
	const total = await list.sum('Total').innerText();
	await list.isSaved();
	await device.kill(page);

	const reopened = new ListPage(await device.open('/'));
	await expect(reopened.ticks).toHaveCount(4);
	await expect(reopened.tick('Eggs')).toBeChecked();
	await expect(reopened.sum('Total')).toHaveText(total);
});

test('adds every starter that is tapped before the reader has come, and leaves what is typed alone', async ({
	page
}) => {
	const list = new ListPage(page);
	await expect(list.addBar).toBeVisible();
	await page.evaluate(() => {
		const starters = document.querySelectorAll<HTMLElement>('[aria-label="Starters"] button');
		for (const starter of [...starters].slice(0, 3)) starter.click();
	});
	await list.addBar.pressSequentially('cat');
	await expect(list.ticks).toHaveCount(3);
	await expect(list.addBar).toHaveValue('cat');
});
