import type { Page } from '@playwright/test';
import { expect, isKept } from '../support/browser.ts';
import { test } from '../support/household.ts';
import { ListPage } from '../support/list-page.ts';

/** The next event of this kind is followed by a reload, so many ms later, whatever the app is doing then. */
interface Reload {
	readonly after: 'keydown' | 'change' | 'click';
	readonly ms: number;
}

/** Resolves when the page that comes after the tap is there. */
async function reloadSoon(page: Page, reload: Reload, tap: () => Promise<void>): Promise<void> {
	await page.evaluate(({ after, ms }) => {
		const options = { once: true, capture: true };
		addEventListener(after, () => setTimeout(() => location.reload(), ms), options);
	}, reload);
	// The page may be gone before anybody has heard that the tap is done.
	await Promise.all([page.waitForEvent('load'), tap().catch(() => undefined)]);
}

for (const isOffline of [false, true]) {
	test(`what was tapped less than 50 ms before a reload is there after it, ${isOffline ? 'offline' : 'online'}`, async ({
		page,
		device
	}) => {
		test.slow();
		const list = new ListPage(page);
		await list.add('"Thing to count", "Thing to tick"');
		await list.isUpToDate();
		await isKept(page);
		await device.context.setOffline(isOffline);
		for (const [at, ms] of [0, 40].entries()) {
			await list.addBar.fill('"New thing"');
			await reloadSoon(page, { after: 'keydown', ms }, () => list.addBar.press('Enter'));
			await expect(list.tick('New thing')).toHaveCount(1);

			const isTicked = at % 2 === 0;
			const tick = list.tick('Thing to tick');
			await reloadSoon(page, { after: 'change', ms }, () => tick.click());
			await expect(tick).toBeChecked({ checked: isTicked });

			await reloadSoon(page, { after: 'click', ms }, () => list.oneMore('Thing to count'));
			const counted = `Thing to count, ${at + 2}, no price`;
			await expect(list.tick('Thing to count')).toHaveAccessibleName(counted);

			await list.choose('New thing', 'Edit');
			const sheet = page.getByRole('dialog', { name: 'Edit New thing' });
			await sheet.getByRole('textbox', { name: 'Name' }).fill('Renamed thing');
			const save = sheet.getByRole('button', { name: 'Save' });
			await reloadSoon(page, { after: 'click', ms }, () => save.click());
			await expect(list.tick('Renamed thing')).toHaveCount(1);

			await page.getByRole('button', { name: 'More for Renamed thing' }).click();
			const remove = page.getByRole('menuitem', { name: 'Delete' });
			await reloadSoon(page, { after: 'click', ms }, () => remove.click());
			await expect(list.ticks).toHaveCount(2);
		}
		await device.context.setOffline(false);
		await list.isUpToDate();
		await page.reload();
		// Nothing came back, and nothing counts twice.
		await expect(list.ticks).toHaveCount(2);
		await expect(list.tick('Thing to count')).toHaveAccessibleName('Thing to count, 3, no price');
	});
}
