import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, isKept } from '../support/browser.ts';
import { setOffline, test, together } from '../support/household.ts';
import { ListPage } from '../support/list-page.ts';

const THINGS = Array.from(
	{ length: 30 },
	(_, at) => `${at + 2} boxes of widget${'abcdefghij'.charAt(at % 10)}${at}`
);

const field = (page: Page) => page.getByRole('textbox', { name: /^What to add to/ });
const lines = (page: Page) => page.getByRole('list', { name: 'Lines' }).getByRole('listitem');
const addButton = (page: Page, count: number) =>
	page.getByRole('button', { name: `Add ${count} item${count === 1 ? '' : 's'}`, exact: true });
/** Pastes as a person does; without a secure clipboard for tests the event carries the text. */
async function pasteInto(page: Page, role: 'combobox' | 'textbox', text: string): Promise<void> {
	await page
		.getByRole(role)
		.first()
		.evaluate((element, pasted) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text/plain', pasted);
			const event = { clipboardData, bubbles: true, cancelable: true };
			element.dispatchEvent(new ClipboardEvent('paste', event));
		}, text);
}

test('thirty lines pasted into the add bar offline are shown, added once, and reach the other phone', async ({
	page,
	device,
	ben
}) => {
	const { ann, bens } = await together(page, ben, 'milk, eggs');
	await setOffline(true, device);
	await pasteInto(
		page,
		'combobox',
		['To buy:', ...THINGS, 'milk 2', '- [x] tea', 'remove eggs'].join('\n')
	);
	await expect(page).toHaveURL(/\/import$/);
	await expect(lines(page)).toHaveCount(34);
	await expect(lines(page).nth(0)).toContainText('A heading, not an item');
	await expect(lines(page).nth(1)).toContainText(/Widgeta0\s*· 2 box/);
	await expect(lines(page).nth(31)).toContainText('Becomes 3');
	await expect(lines(page).nth(32)).toContainText('left out');
	await expect(lines(page).nth(33)).toContainText('only things to add are taken');
	await page.getByRole('checkbox', { name: /^Add line 2: Widgeta0/ }).uncheck();
	await expect(addButton(page, 30)).toBeVisible();

	// A tab that is closed and opened again finds the text, and what was left out of it.
	await page.reload();
	await expect(page.getByRole('checkbox', { name: /^Add line 2: Widgeta0/ })).not.toBeChecked();
	await addButton(page, 30).click();
	await expect(page.getByRole('heading', { name: '30 items added' })).toBeFocused();
	await page.reload();
	await expect(field(page)).toHaveValue('');
	await page.getByRole('link', { name: 'Back to Groceries' }).click();
	await expect(ann.tick('Milk')).toHaveAccessibleName(/^Milk, 3,/);
	await expect(ann.ticks).toHaveCount(31);

	await setOffline(false, device);
	await expect(bens.ticks).toHaveCount(31);
	await expect(bens.tick('Milk')).toHaveAccessibleName(/^Milk, 3,/);
});

test('a file is read by its columns, a line reads another way, and all of it is taken back', async ({
	page
}) => {
	const list = new ListPage(page);
	await list.add('milk');
	await list.chooseForList('Paste or import');
	const csv = 'item,qty,unit,notes\r\n"Salt, fine",2,lb,\r\nFigs,,,ripe\r\n,3,,\r\n';
	const file = page.getByLabel('File to add');
	await file.setInputFiles({ name: 'a.xlsx', mimeType: '', buffer: Buffer.from('PK\u0003\u0000') });
	await expect(page.getByRole('alert')).toContainText('"a.xlsx" is not a text.');
	await file.setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
	await expect(lines(page).nth(0)).toContainText(/Salt, fine\s*· 2 lb/);
	await expect(lines(page).nth(1)).toContainText(/Figs\s*· ripe/);
	await expect(lines(page).nth(2)).toContainText('does not say which item');
	await addButton(page, 2).click();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(addButton(page, 2)).toBeVisible();

	await page.getByRole('button', { name: 'Change text' }).click();
	await expect(field(page)).toHaveValue(/Salt, fine/);
	await field(page).fill('what do we need?\n<script>alert(1)</script>\nrice and figs');
	await page.getByRole('button', { name: 'Read the lines' }).click();
	await lines(page).nth(0).getByRole('button', { name: 'As one item: What do we need?' }).click();
	await expect(lines(page).nth(0)).toContainText('What do we need?');
	await addButton(page, 4).click();
	await page.getByRole('link', { name: 'Show the list' }).click();
	await expect(list.ticks).toHaveCount(5);
});

test('more than two hundred rows are one thing to take back, however many lines name them', async ({
	page
}) => {
	const list = new ListPage(page);
	await list.add('milk');
	await list.chooseForList('Paste or import');
	const things = Array.from({ length: 250 }, (_, at) => `"thing ${at}"`);
	const text = [...things, ...Array<string>(4_500).fill('milk')].join('\n');
	await pasteInto(page, 'textbox', text);
	await page.getByRole('button', { name: 'Add 4,750 items' }).click();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('button', { name: 'Add 4,750 items' })).toBeEnabled();
	await page.getByRole('link', { name: 'Back to Groceries' }).click();
	await expect(list.ticks).toHaveCount(1);
	await expect(list.tick('Milk')).toHaveAccessibleName(/^Milk, (?!4)/);
});

test('what another app shares opens here, and waits when the page is left', async ({
	page,
	device
}) => {
	const list = new ListPage(page);
	await list.add('milk');
	await isKept(page);
	await setOffline(true, device);
	await page.goto(`/lists/last/import?title=List&text=${encodeURIComponent('figs\ndates')}`);
	await expect(page).toHaveURL(/\/lists\/[\w-]+\/import$/);
	await expect(page).not.toHaveURL(/last/);
	await expect(addButton(page, 2)).toBeVisible();
	await page.getByRole('link', { name: 'Back to Groceries' }).click();
	await list.chooseForList('Paste or import');
	await addButton(page, 2).click();
	await page.getByRole('link', { name: 'Show the list' }).click();
	await expect(list.ticks).toHaveCount(3);
});

test('what a model reads is offered beside the line when it comes, and taken only when it is asked for', async ({
	page
}) => {
	const list = new ListPage(page);
	await list.add('milk');
	await list.isUpToDate();
	// The model itself is tried elsewhere: here it is a server that has read the one line it is unsure of.
	let sent = '';
	await page.route('**/api/walmart/imports', (route) => {
		sent = String(route.request().postDataJSON().text);
		return route.fulfill({ status: 202, json: { id: 'x', total: 1, done: 0, waiting: 1 } });
	});
	let isDone = false;
	await page.route('**/api/walmart/imports/*', (route) => {
		if (route.request().method() === 'DELETE') return route.fulfill({ status: 204 });
		const also = ['Zorbs', 'Quuxes'].map((name) => ({
			...{ action: 'add', name, quantity: null, quantityMax: null, unit: null, note: '', spans: [] }
		}));
		const line = { line: 1, isWaiting: !isDone, items: [], also: isDone ? also : null };
		const counts = { total: 1, done: Number(isDone), waiting: Number(!isDone) };
		const json = { id: 'x', listId: 'x', ...counts, lines: [line], next: null };
		return route.fulfill({ json });
	});
	await list.chooseForList('Paste or import');
	await pasteInto(page, 'textbox', 'figs\nzorbs quuxes flibs with grobbles or blargs');
	await expect(lines(page).nth(1)).toContainText('Asking the model');
	expect(sent).toBe('zorbs quuxes flibs with grobbles or blargs');
	await expect(addButton(page, 2)).toBeVisible();
	isDone = true;
	const use = lines(page).nth(1).getByRole('button', { name: 'Also read as: Zorbs · Quuxes' });
	await expect(use).toBeVisible({ timeout: 15_000 });
	await expect(addButton(page, 2)).toBeVisible();
	await use.click();
	await expect(lines(page).nth(1)).toContainText('model');
	await addButton(page, 3).click();
	await page.getByRole('link', { name: 'Show the list' }).click();
	await expect(list.tick('Quuxes')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
	test.describe(colorScheme, () => {
		test.use({ colorScheme, viewport: { width: 320, height: 640 } });

		test('has no fault that axe can find', async ({ page }) => {
			await new ListPage(page).add('milk');
			await page.goto(`${page.url()}/import`);
			await expect(field(page)).toBeVisible();
			await expectNoFault(page);
			await field(page).fill(['Produce:', 'milk 2', '- [x] tea', 'what?', ...THINGS].join('\n'));
			await page.getByRole('button', { name: 'Read the lines' }).click();
			await expect(addButton(page, 31)).toBeVisible();
			await expectNoFault(page);
			await addButton(page, 31).click();
			await expect(page.getByRole('heading', { name: '31 items added' })).toBeVisible();
			await expectNoFault(page);
		});
	});

async function expectNoFault(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
