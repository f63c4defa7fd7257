import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openBadLine } from '../support/bad-line.ts';
import { expect, isKept, openDevice, test } from '../support/browser.ts';
import { ListPage } from '../support/list-page.ts';

test.use({ env: { REALTIME: 'polling' } });

test('what waits behind a request that hangs is sent while the page goes, and arrives without it', async ({
	server,
	folder
}) => {
	const line = await openBadLine(server.url);
	const phone = await openDevice({ folder: join(folder, 'phone'), baseURL: line.url });
	const tab = await phone.open();
	// What goes through the worker could end with the page.
	await tab.waitForFunction(() => navigator.serviceWorker.controller);
	await tab.reload();
	const list = new ListPage(tab);
	await list.add('milk');
	await list.isUpToDate();
	await isKept(tab);

	line.change({ isHeld: true });
	const asked = tab.waitForRequest('**/api/sync');
	await list.add('eggs');
	await asked;
	await list.add('bread');
	await list.isSaved();
	await tab.goto('about:blank');
	line.change({});

	const data = new Database(join(folder, 'data', 'grocery.db'), { readonly: true });
	const names = data.prepare<[], string>('SELECT name FROM grocery_items ORDER BY name').pluck();
	await expect.poll(() => names.all()).toEqual(['Bread', 'Eggs', 'Milk']);
	data.close();
	await phone.context.close();
	line.close();
});
