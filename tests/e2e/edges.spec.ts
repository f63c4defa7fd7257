import { expect, test } from '../support/browser.ts';
import { ListPage } from '../support/list-page.ts';

const REFUSED = {
	'nothing at all': '',
	'blanks only': '   ',
	'characters that nobody can see': '\u200B\u2060\u3164\u2800\uFEFF',
	'a name of 10,000 characters': 'a'.repeat(10_000),
	'more items than anybody can check': 'milk, eggs, '.repeat(834)
};

for (const [what, text] of Object.entries(REFUSED)) {
	test(`keeps ${what} in the bar and adds nothing`, async ({ page }) => {
		const list = new ListPage(page);
		// With one row there, what reads the text is loaded, and Enter has its effect at once.
		await list.add('milk');
		await expect(list.ticks).toHaveCount(1);
		await list.addBar.fill(text);
		await list.addBar.press('Enter');
		await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
		// Compared here, because a report of 10,000 characters helps nobody.
		expect((await list.addBar.inputValue()) === text).toBe(true);
		await expect(list.ticks).toHaveCount(1);
	});
}

test('says why it refuses', async ({ page }) => {
	const list = new ListPage(page);
	await list.addBar.fill(REFUSED['characters that nobody can see']);
	await list.addBar.press('Enter');
	await expect(page.getByText('There is nothing to read here.').first()).toBeVisible();
});

test('reads past control characters', async ({ page }) => {
	const list = new ListPage(page);
	await list.addBar.fill('mi\u0007lk and eg\u0000gs');
	await list.addBar.press('Enter');
	await expect(list.tick('Milk')).toBeVisible();
	await expect(list.tick('Eggs')).toBeVisible();
});

test('keeps an emoji as a name', async ({ page }) => {
	const list = new ListPage(page);
	await list.addBar.fill('2 🍕');
	await list.addBar.press('Enter');
	await expect(list.tick('🍕')).toHaveAccessibleName('🍕, 2, no price');
});

const SCRIPTS = [
	'<img src=x onerror="globalThis.ran=1">',
	'<script>globalThis.ran=1</script>',
	'"><svg onload=globalThis.ran=1>',
	'{@html "<b>bold</b>"} {{globalThis.ran=1}}',
	'javascript:globalThis.ran=1'
];

test('shows HTML as the text it is, in the preview, the row and the sheet', async ({ page }) => {
	const list = new ListPage(page);
	for (const script of SCRIPTS) {
		await list.addBar.fill(script);
		await expect(list.preview.getByRole('listitem').first()).toBeVisible();
		await list.addBar.press('Enter');
		await expect(list.addBar).toHaveValue('');
	}
	await expect(list.items.locator('img, script, svg[onload], b')).toHaveCount(0);

	const [first] = await list.items.getByRole('button', { name: /^More for/ }).all();
	await first?.click();
	await page.getByRole('menuitem', { name: 'Edit' }).click();
	await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Name' })).not.toHaveValue('');
	expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
});
