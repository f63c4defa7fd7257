import { expect, isKept, test } from '../support/browser.ts';
import { expectNoFault } from '../support/faults.ts';
import { inviteLink } from '../support/household.ts';
import { ListPage } from '../support/list-page.ts';

for (const [device, viewport] of [
	['phone', { width: 320, height: 640 }],
	['desk', { width: 1280, height: 800 }]
] as const) {
	test.describe(`on a ${device}`, () => {
		test.use({ viewport });

		test('has no fault that axe can find on any screen', async ({ page }) => {
			const list = new ListPage(page);
			await expect(list.addBar).toBeVisible();
			await expectNoFault(page, 'the empty list');

			await list.addBar.pressSequentially('milk, a dozen eggs, 2 lbs ground beef and 3 zorbs');
			await expect(list.preview.getByRole('listitem')).toHaveCount(4);
			await expectNoFault(page, 'the preview');

			await list.addBar.press('Enter');
			await list.tick('Eggs').check();
			await expectNoFault(page, 'the list');

			await page.getByRole('button', { name: 'More for Milk' }).click();
			await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeVisible();
			await expectNoFault(page, 'the menu of a row');

			await page.getByRole('menuitem', { name: 'Edit' }).click();
			await expect(page.getByRole('dialog', { name: 'Edit Milk' })).toBeVisible();
			await expectNoFault(page, 'the sheet of an item');
		});

		test('has no fault on the page of a list that is not here', async ({ device }) => {
			const page = await device.open('/lists/nothing');
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expectNoFault(page, 'the page of a missing list');
		});

		test('has no fault on what is about people', async ({ page, device }) => {
			const list = new ListPage(page);
			await list.add('milk');
			await list.isUpToDate();
			await inviteLink(page);
			await expectNoFault(page, 'the share sheet');
			await page.keyboard.press('Escape');
			await page.getByRole('button', { name: 'About sync' }).click();
			await expectNoFault(page, 'the words about sync');

			await page.goto('/devices');
			await expect(page.getByRole('list', { name: 'Signed in' })).toContainText('this device');
			await page.getByRole('button', { name: 'Add a device' }).click();
			await expect(page.getByRole('img', { name: 'QR code of the pairing link' })).toBeVisible();
			await expectNoFault(page, 'the devices');
			for (const path of [`/join#${'A'.repeat(43)}`, '/join', '/pair', '/lists/x/log']) {
				const other = await device.open(path);
				await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
				await expectNoFault(other, path);
				await other.close();
			}
		});

		test('has no fault on the status', async ({ page, server }) => {
			await page.goto('/status');
			const summary = page.getByRole('status', { name: 'Summary' });
			await expect(summary).toContainText('All working.');
			await expectNoFault(page, 'the status');
			await isKept(page);
			await server.stop();
			await page.reload();
			await expect(summary).toContainText('No answer from the server.');
			await expectNoFault(page, 'the status without a server');
		});

		test('has no fault on what was deleted', async ({ page, device }) => {
			const list = new ListPage(page);
			await list.add('milk, a dozen eggs');
			await list.choose('Milk', 'Delete');
			await list.choose('Eggs', 'Delete');
			const [address, cookout] = [page.url(), await list.makeAnother('Cookout')];
			await cookout.delete();

			await page.goto(`${address}/trash`);
			await page.getByRole('button', { name: 'Restore Milk' }).click();
			await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
			await expectNoFault(page, 'the deleted items');
			await page.goto('/trash');
			await expect(page.getByRole('button', { name: 'Restore Cookout' })).toBeVisible();
			await expectNoFault(page, 'the deleted lists');
			const other = await device.open('/lists/x/trash');
			await expect(other.getByRole('heading', { level: 2 })).toBeVisible();
			await expectNoFault(other, 'no deleted items');
		});

		test('has no fault on what a list may cost and where it is bought', async ({ page }) => {
			const list = new ListPage(page);
			await list.add('paper towels, zorbs');
			await expect(list.ticks).toHaveCount(2);
			await list.setBudget({ Budget: '9.99', 'Tax rate': '8.25', Store: 'Main Street' });
			await expect(list.sum('Budget')).toContainText('over $9.99');
			await expectNoFault(page, 'a list over its budget');
			const dialog = await list.openBudget();
			await dialog.getByRole('textbox', { name: 'Tax rate' }).fill('8.875');
			await dialog.getByRole('button', { name: 'Save' }).click();
			await expect(dialog.getByRole('textbox', { name: 'Tax rate' })).toBeFocused();
			await expectNoFault(page, 'the dialog of the budget');
			await page.keyboard.press('Escape');
			await list.chooseForList('Open in Walmart cart');
			await expect(page.getByRole('dialog', { name: 'Open in Walmart cart' })).toBeVisible();
			await expectNoFault(page, 'the dialog of the link to Walmart');
		});

		test('has no fault on what a price is about', async ({ page }) => {
			const list = new ListPage(page);
			await list.add('milk, 5 bananas');
			await list.setPrice('Milk', '2 for 5', 'Main Street');
			const sheet = await list.openSheet('Milk');
			await sheet.getByRole('button', { name: 'Another product' }).click();
			await sheet.getByRole('button', { name: 'Set my price' }).click();
			await sheet.getByRole('textbox', { name: 'My price' }).fill('2 for x');
			await sheet.getByRole('button', { name: 'Save' }).click();
			await expect(sheet).toContainText('This is no price.');
			await expectNoFault(page, 'the price in the sheet');
			await sheet.getByRole('button', { name: 'Close' }).click();
			await list.choose('Milk', 'Price history');
			await expect(page.getByRole('table')).toBeVisible();
			await expectNoFault(page, 'the history of a price');
			await page.getByRole('link', { name: /^Back/ }).click();
			await list.choose('Bananas', 'Price history');
			await expect(page.getByRole('heading', { name: 'No history yet' })).toBeVisible();
			await expectNoFault(page, 'a price without a history');
		});

		test('needs no sideways scrolling', async ({ page }) => {
			const list = new ListPage(page);
			await list.add('2 lbs extra lean ground beef, a dozen eggs');
			await expect(list.ticks).toHaveCount(2);
			const tooWide = await page.evaluate(() => {
				const { scrollWidth, clientWidth } = document.documentElement;
				return scrollWidth - clientWidth;
			});
			expect(tooWide).toBe(0);
		});
	});
}
