import type { Page } from '@playwright/test';
import { expect, isKept } from '../support/browser.ts';
import { setOffline, test, together } from '../support/household.ts';
import { ListPage } from '../support/list-page.ts';

test('a budget that one sets with no network is seen by both, and says in words how it stands', async ({
	device,
	ben
}) => {
	const { ann, bens } = await together(await device.open(), ben, '2 gallons milk, eggs');
	await setOffline(true, device);
	await ann.setBudget({ Budget: '20', Store: 'Main Street' });
	await expect(ann.sum('Budget')).toHaveText('$10.53 under $20.00');
	await expect(ann.sum('Budget')).toHaveAttribute('aria-live', 'off');
	await ann.setBudget({ Budget: '$9.90' });
	await expect(ann.sum('Budget')).toHaveText('only $0.43 under $9.90');
	await ann.setBudget({ Budget: '9' });
	await expect(ann.sum('Budget')).toHaveText('$0.47 over $9.00');
	await ann.tick('Milk').check();
	await expect(ann.sum('Budget')).toHaveText('$0.47 over $9.00');
	await ann.page.reload();
	await expect(ann.sum('Budget')).toHaveText('$0.47 over $9.00');

	await setOffline(false, device);
	await expect(bens.sum('Budget')).toHaveText('$0.47 over $9.00');
	await expect(bens.page.getByText('1 to get · Main Street')).toBeVisible();
	await bens.setBudget({ Budget: '' });
	await expect(ann.sum('Budget')).toHaveCount(0);
	await bens.page.getByRole('button', { name: 'Undo' }).click();
	await expect(ann.sum('Budget')).toHaveText('$0.47 over $9.00');
});

test('tax is part of the sums and said; what cannot be meant gets a sentence and is not lost', async ({
	page
}) => {
	const list = new ListPage(page);
	await list.add('milk, paper towels, 3 zorbs');
	await list.tick('Paper towels').check();

	const dialog = await list.openBudget();
	const budget = dialog.getByRole('textbox', { name: 'Budget' });
	const tax = dialog.getByRole('textbox', { name: 'Tax rate' });
	await budget.fill('ninety');
	await tax.fill('8.875');
	await page.keyboard.press('Enter');
	await expect(budget).toBeFocused();
	await expect(budget).toHaveAccessibleDescription(
		/^This is no amount of money\. Type one like 90/
	);
	await expect(tax).toHaveAccessibleDescription(
		/^A tax rate has at most two digits .* Type 8\.88\./
	);
	await expect(budget).toHaveValue('ninety');
	await budget.fill('90');
	await tax.fill('10 %');
	await page.keyboard.press('Enter');
	await expect(dialog).toBeHidden();

	await expect(list.sum('In cart')).toHaveText('$12.02');
	await expect(list.sum('Left')).toHaveText('$3.52');
	await expect(list.sum('Total')).toHaveText('$15.54 · incl. $1.09 tax · 1 not priced');
	await expect(list.sum('Budget')).toHaveText('$74.46 under $90.00');
});

test('the way into Walmart’s cart says what it leaves out and why, also with no network', async ({
	page,
	device
}) => {
	const list = new ListPage(page);
	await list.add('milk, eggs, zorbs');
	await list.tick('Eggs').check();
	await setOffline(true, device);
	await list.chooseForList('Open in Walmart cart');
	const dialog = page.getByRole('dialog', { name: 'Open in Walmart cart' });
	await expect(dialog).toContainText('Nothing on this list can go into Walmart’s cart now.');
	await expect(dialog).toContainText(/Left out: 3 items/);
	await expect(dialog).toContainText(/No Walmart product \(2\)\s*Milk, Zorbs/);
	await expect(dialog).toContainText(/Already in the cart \(1\)\s*Eggs/);
	await expect(dialog.getByRole('link')).toHaveCount(0);
});

test.describe('with prices that move', () => {
	test.use({ env: { PRICE_SAMPLE_DRIFT: 'on' } });

	test('a changed price says what it was until it was seen, and moves nothing', async ({
		device
	}) => {
		const page = await device.context.newPage();
		await page.clock.install();
		await page.addInitScript(() => {
			const turned: string[] = [];
			Object.assign(window, { turned });
			addEventListener('animationstart', ({ animationName }) => turned.push(animationName));
		});
		await page.goto('/');
		const list = new ListPage(page);
		await list.add('milk, bananas');
		await expect(list.ticks).toHaveCount(2);
		const heights = await rowHeights(page);
		const rows = list.items.getByRole('listitem').filter({ has: page.getByRole('checkbox') });
		const was = rows.getByText(/^(up|down), was \$\d+\.\d\d$/);
		await expect(was).toHaveCount(2, { timeout: 20_000 });
		await expect(list.tick('Milk')).toHaveAccessibleDescription(/^(up|down), was \$\d+\.\d\d/);
		await expect(list.tick('Milk')).toHaveAccessibleName(/, sample price$/);
		expect(await rowHeights(page)).toEqual(heights);
		expect(await turns(page)).toBeGreaterThanOrEqual(2);

		await isKept(page);
		await expect(was).toHaveCount(2);
		await setOffline(true, device);
		const told = await was.allInnerTexts();
		await page.reload();
		await expect(was).toHaveCount(2);
		expect(await was.allInnerTexts()).toEqual(told);
		expect(await turns(page)).toBe(0);

		await list.tick('Milk').check();
		await expect(was).toHaveCount(1);
		await page.clock.fastForward(31_000);
		await expect(was).toHaveCount(0);
	});
});

const rowHeights = (page: Page): Promise<number[]> =>
	page
		.locator('[data-row]')
		.evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));

/** How often a figure has turned since the page was loaded. */
const turns = (page: Page): Promise<number> =>
	page.evaluate(() => (window as unknown as { turned: string[] }).turned.length);
