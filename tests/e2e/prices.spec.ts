import type { Page } from '@playwright/test';
import { expect, isKept } from '../support/browser.ts';
import { setOffline, test, together } from '../support/household.ts';
import { ListPage } from '../support/list-page.ts';

const DAY_MS = 24 * 3_600_000;

/** Tells the page what a store took for a product, as a server with a source of prices does. */
async function playHistory(
	page: Page,
	points: readonly (readonly [days: number, cents: number])[]
) {
	const now = Date.now();
	await page.route('**/api/walmart/products/*/history', (route) =>
		route.fulfill({
			json: {
				productId: 'gen_milk',
				points: points.map(([days, priceCents]) => ({
					at: now - days * DAY_MS,
					priceCents,
					source: 'walmart'
				})),
				lowest90: null
			}
		})
	);
}

test('a price that one sets offline counts at once, reaches the other with who set it, and can be undone; so does a product', async ({
	page,
	ben
}) => {
	const { ann, bens } = await together(page, ben, 'milk');
	await expect(ann.tick('Milk')).toHaveAccessibleName(/, sample price$/);
	const sampleTotal = await bens.sum('Total').textContent();
	await setOffline(true, ben);
	await bens.setPrice('Milk', '3.03', 'Main Street');
	await expect(bens.tick('Milk')).toHaveAccessibleName(/, 3 dollars 3, set by you /);
	await expect(bens.sum('Total')).toContainText('$3.03');

	await setOffline(false, ben);
	await expect(ann.tick('Milk')).toHaveAccessibleName(/, 3 dollars 3, set by Ben /);
	await expect(ann.sum('Total')).toContainText('$3.03');
	// Both prices are there to be compared, and who says which.
	const sheet = await ann.openSheet('Milk');
	await expect(sheet).toContainText(/Set by Ben today at .+, at Main Street\./);
	await expect(sheet).toContainText(/\$\d\.\d\d · A sample price: it comes with this app/);
	await sheet.getByRole('button', { name: 'Close' }).click();

	await bens.page.getByRole('button', { name: 'Undo' }).click();
	await expect(bens.sum('Total')).toHaveText(sampleTotal ?? '');
	await expect(ann.tick('Milk')).toHaveAccessibleName(/, sample price$/);

	const again = await ann.openSheet('Milk');
	await again.getByRole('radio', { name: /^Skim milk/ }).check();
	await again.getByRole('button', { name: 'Save' }).click();
	await expect(bens.sum('Total')).not.toHaveText(sampleTotal ?? '');
	const picked = await bens.openSheet('Milk');
	await expect(picked.getByRole('radio', { name: /^Skim milk/ })).toBeChecked();
});

test('a tap on "No price" asks for it; what cannot be read stays, and earlier prices are never lost', async ({
	page
}) => {
	const list = new ListPage(page);
	await list.add('2 zorbs');
	await expect(list.sum('Total')).toContainText('1 not priced');
	await list.items.getByText('No price').click();
	const sheet = page.getByRole('dialog', { name: 'Edit Zorbs' });
	const field = sheet.getByRole('textbox', { name: 'My price, for one' });
	await expect(field).toBeFocused();
	await field.fill('2 for x');
	await field.press('Enter');
	await expect(sheet).toContainText('This is no price. Type one like 3.48, 99c or 2 for 5.');
	await expect(field).toHaveValue('2 for x');
	await field.fill('2 for 5');
	await field.press('Enter');
	await expect(sheet).toBeHidden();
	await expect(list.tick('Zorbs')).toHaveAccessibleName(/, 5 dollars, set by you /);

	await list.setPrice('Zorbs', '3.48');
	await expect(list.tick('Zorbs')).toHaveAccessibleName(/, 6 dollars 96, /);
	const again = await list.openSheet('Zorbs');
	const noted = again.getByRole('region', { name: 'Prices you noted' }).getByRole('listitem');
	await expect(noted).toHaveText([/^\$3\.48 you, /, /^2 for \$5\.00 you, /]);
	await noted.getByRole('button', { name: 'Take back $3.48' }).click();
	await expect(noted).toHaveCount(1);
	await expect(list.tick('Zorbs')).toHaveAccessibleName(/, 5 dollars, set by you /);
});

test('another product is picked beside its price, or searched for, or none; the next row of that name is the same', async ({
	page
}) => {
	const list = new ListPage(page);
	await list.add('milk');
	let sheet = await list.openSheet('Milk');
	const products = sheet.getByRole('group', { name: 'Product' });
	await expect(products.getByRole('radio', { name: /^Whole milk/ })).toBeChecked();
	await expect(products.getByText('lowest', { exact: true })).toHaveCount(1);
	await sheet.getByRole('button', { name: 'Another product' }).click();
	await sheet.getByRole('searchbox', { name: 'Search products' }).fill('almond milk');
	await sheet.getByRole('radio', { name: /^Almond milk .*\/fl oz/ }).check();
	await sheet.getByRole('button', { name: 'Save' }).click();
	await expect(list.tick('Milk')).not.toHaveAccessibleName(/gallon/);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(list.tick('Milk')).toHaveAccessibleName(/1 gallon/);

	sheet = await list.openSheet('Milk');
	await sheet.getByRole('radio', { name: 'No product' }).check();
	await sheet.getByRole('button', { name: 'Save' }).click();
	await expect(list.tick('Milk')).toHaveAccessibleName('Milk, no price');

	// What was picked for a name is what the name means from then on.
	sheet = await list.openSheet('Milk');
	await sheet.getByRole('radio', { name: /^Skim milk/ }).check();
	await sheet.getByRole('button', { name: 'Save' }).click();
	await list.choose('Milk', 'Delete');
	await list.add('milk');
	sheet = await list.openSheet('Milk');
	await expect(sheet.getByRole('radio', { name: /^Skim milk/ })).toBeChecked();
});

test('the history shows what a store took and what was noted, as a chart and as figures', async ({
	page
}) => {
	const list = new ListPage(page);
	await list.add('milk');
	await list.setPrice('Milk', '3.03', 'Main Street');
	await playHistory(page, [
		[60, 306],
		[40, 289],
		[2, 397]
	]);
	await list.choose('Milk', 'Price history');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Price history');
	const rows = page.getByRole('table').getByRole('row');
	await expect(rows).toHaveText([
		/Date/,
		/you, at Main Street.*\$3\.03/s,
		/\+\$1\.08\s*\$3\.97/,
		/−\$0\.17\s*\$2\.89/,
		/\$3\.06/
	]);
	await expect(page.getByText('low $2.89 · high $3.97')).toBeVisible();
	await expect(page.getByText(/^Lowest in 90 days: \$2\.89/)).toBeVisible();
	const chart = page.getByRole('img', { name: /^Milk\. From \$3\.06 .*lowest \$2\.89/ });
	await expect(chart.locator('.bought')).toHaveCount(1);
	// By keyboard: from 3 months to 1 month the lowest is another one.
	await page.getByRole('radio', { name: '3 months' }).focus();
	await page.keyboard.press('ArrowLeft');
	await expect(page.getByRole('img', { name: /highest \$3\.97/ })).toBeVisible();
	await expect(page.getByText('low $2.89 · high $3.97')).toBeVisible();
	await page.getByRole('link', { name: 'Back to Groceries' }).click();
	await expect(list.tick('Milk')).toBeVisible();
});

test('without the server the history is what the household noted, and says so; samples are none', async ({
	page,
	device
}) => {
	const list = new ListPage(page);
	await list.add('milk, eggs');
	await list.setPrice('Milk', '3.03');
	await isKept(page);
	await list.choose('Eggs', 'Price history');
	await expect(page.getByRole('heading', { name: 'No history yet' })).toBeVisible();
	await expect(says(page, 'Sample prices have no history')).toBeVisible();

	await page.goBack();
	await setOffline(true, device);
	await list.choose('Milk', 'Price history');
	await expect(says(page, 'prices from stores need the server')).toBeVisible();
	await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
	await page.reload();
	await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
});

/** A status with these words; other pages have several. */
const says = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });
