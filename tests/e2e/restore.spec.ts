import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '../support/browser.ts';
import { inviteLink, joinBy, test, together } from '../support/household.ts';
import { ListPage } from '../support/list-page.ts';

const FILES = ['grocery.db', 'grocery.db-wal', 'grocery.db-shm'];

test('a server restored from an old backup is healed by the phones, with no reload', async ({
	page,
	ben,
	server,
	restart,
	folder
}) => {
	const data = join(folder, 'data');
	const { ann, bens } = await together(page, ben, 'milk, eggs');
	await server.stop();
	copyFileSync(join(data, 'grocery.db'), join(folder, 'backup.db'));
	const afterBackup = await restart();

	await ann.isUpToDate();
	await bens.isUpToDate();
	await ann.add('bread');
	await expect(bens.tick('Bread')).toBeVisible();
	await bens.tick('Milk').check();
	await bens.rename('Eggs', 'Brown eggs');
	await expect(ann.tick('Brown eggs')).toBeVisible();
	await ann.choose('Bread', 'Delete');
	await ann.add('tea');
	await expect(bens.ticks).toHaveCount(3);
	await ann.isUpToDate();
	await bens.isUpToDate();

	await afterBackup.stop();
	for (const file of FILES) rmSync(join(data, file), { force: true });
	copyFileSync(join(folder, 'backup.db'), join(data, 'grocery.db'));
	// Nobody notices that it is gone, and both go on.
	await ann.add('jam');
	await bens.add('rice');
	await restart();

	for (const list of [ann, bens]) {
		await expect(list.ticks).toHaveCount(5);
		await expect(list.tick('Milk')).toBeChecked();
		for (const name of ['Brown eggs', 'Tea', 'Jam', 'Rice'])
			await expect(list.tick(name)).toBeVisible();
		await list.isUpToDate();
	}
	// Not only on these screens: whoever comes now finds it on the server.
	const third = await joinBy(ben, await inviteLink(page));
	await expect(third.ticks).toHaveCount(5);
});

test('a server that lost everything gets it back from the phone of somebody it has never heard of', async ({
	page,
	server,
	restart,
	folder
}) => {
	const ann = new ListPage(page);
	await ann.add('milk, eggs');
	await ann.tick('Milk').check();
	await ann.isUpToDate();
	await server.stop();
	rmSync(join(folder, 'data'), { recursive: true });
	await ann.add('bread');
	await restart();
	await ann.isUpToDate();
	await expect(ann.ticks).toHaveCount(3);
	await page.reload();
	await expect(ann.ticks).toHaveCount(3);
	await expect(ann.tick('Milk')).toBeChecked();
	await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeVisible();
});
