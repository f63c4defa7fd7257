import { join } from 'node:path';
import { expect, openDevice, test } from '../support/browser.ts';
import { inviteLink, joinBy } from '../support/household.ts';
import { ListPage } from '../support/list-page.ts';

test('over plain HTTP in a LAN all but opening offline works, and the app says why that does not', async ({
	server,
	folder
}) => {
	const options = { baseURL: `http://groceries.lan:${server.port}`, hostName: 'groceries.lan' };
	const [phone, other] = [
		await openDevice({ ...options, folder: join(folder, 'phone') }),
		await openDevice({ ...options, folder: join(folder, 'other') })
	];
	const page = await phone.open();
	expect(await page.evaluate(() => isSecureContext)).toBe(false);
	const ann = new ListPage(page);
	await ann.add('milk, a dozen eggs');
	await expect(ann.ticks).toHaveCount(2);
	await ann.isUpToDate();
	const link = await inviteLink(page);
	expect(link).toContain('http://groceries.lan');
	await page.getByRole('button', { name: 'Copy' }).click();
	await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
	await page.keyboard.press('Escape');

	const bens = await joinBy(other, link, 'Ben');
	await bens.tick('Milk').check();
	await expect(ann.tick('Milk')).toBeChecked();
	await phone.context.setOffline(true);
	await ann.add('bread');
	await expect(ann.status).toContainText('1 waiting');
	await phone.context.setOffline(false);
	await expect(bens.tick('Bread')).toBeVisible();
	await page.reload();
	await expect(ann.ticks).toHaveCount(3);

	await page.getByRole('button', { name: 'About sync' }).click();
	await expect(
		page.getByText('Over plain HTTP the app cannot open without its server. With HTTPS it can.')
	).toBeVisible();
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Add by voice' }).click();
	await expect(page.locator('.hint')).toHaveText(
		'Over plain http a browser lends nobody its microphone; over https it does. Use the microphone on your keyboard.'
	);
	await expect(ann.addBar).toBeFocused();
	// A header that browsers take from secure origins only is no problem of anybody's.
	const problems = [...phone.problems, ...other.problems];
	expect(problems.filter((text) => !text.includes('Cross-Origin-Opener-Policy'))).toEqual([]);
	await phone.context.close();
	await other.context.close();
});
