import { add, addBar, expect, rows, test } from '../support/journey.ts';

test('Enter on an empty bar does nothing', async ({ page }) => {
	await addBar(page).press('Enter');
	await addBar(page).fill('    ');
	await addBar(page).press('Enter');
	await expect(rows(page)).toHaveCount(0);
});

test('a name of 10,000 characters is refused in words, and stays in the bar', async ({ page }) => {
	const long = 'x'.repeat(10_000);
	await addBar(page).fill(long);
	await addBar(page).press('Enter');
	await expect(page.getByText(/at most [\d,]+ characters/).first()).toBeVisible();
	await expect(addBar(page)).toHaveValue(long);
	await expect(rows(page)).toHaveCount(0);
});

test('a name of invisible characters is refused in words', async ({ page }) => {
	const invisible = '\u200b\u2060\u3164\u2800';
	await addBar(page).fill(invisible);
	await addBar(page).press('Enter');
	await expect(rows(page)).toHaveCount(0);
	await expect(addBar(page)).toHaveValue(invisible);
	await expect(page.getByText(/nothing to read|visible character/i).first()).toBeVisible();
});

test('control characters are dropped from a name, and an emoji is a name', async ({ page }) => {
	await add(page, 'mi\u0007lk\u202e');
	await add(page, '🥑');
	await expect(rows(page)).toHaveCount(2);
	await expect(page.getByRole('checkbox', { name: /^🥑/ })).toBeVisible();
});

test('HTML in a name is text: it shows as typed and runs nothing', async ({ page }) => {
	await add(page, '<img src=x onerror=alert(1)>');
	await expect(rows(page).getByText('<img src=x onerror=alert')).toBeVisible();
	await expect(page.locator('main img')).toHaveCount(0);
});

test('a list that is not on this device says so and shows the way back', async ({ page }) => {
	await page.goto('/lists/never-heard-of-it');
	await expect(page.getByText(/not on this device/i)).toBeVisible();
});
