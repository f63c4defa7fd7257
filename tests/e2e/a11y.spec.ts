import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { add, expect, test } from '../support/journey.ts';

async function expectNoViolations(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.analyze();
	expect(
		violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
	).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
	for (const width of [320, 1280]) {
		test(`no barrier that axe finds at ${width} px, ${colorScheme}: empty, filled, editing, lost`, async ({
			page
		}) => {
			await page.setViewportSize({ width, height: 800 });
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await expectNoViolations(page);
			await add(page, 'milk and a dozen eggs, 2 lbs ground beef, cat litter');
			await page.getByRole('checkbox', { name: /^Eggs/ }).check();
			await expectNoViolations(page);
			await page.getByRole('combobox', { name: 'Add items' }).fill('2 gallons milk and bread');
			await expect(page.getByRole('list', { name: 'Preview' })).toBeVisible();
			await expectNoViolations(page);
			await page.getByRole('combobox', { name: 'Add items' }).fill('');
			await page.getByRole('button', { name: 'More for Milk' }).click();
			await page.getByRole('menuitem', { name: 'Edit' }).click();
			await expect(page.getByRole('dialog', { name: 'Edit Milk' })).toBeVisible();
			await expectNoViolations(page);
			await page.goto('/lists/never-heard-of-it');
			await expect(page.getByText(/not on this device/i)).toBeVisible();
			await expectNoViolations(page);
		});
	}
}
