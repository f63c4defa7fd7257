import { expect } from '../support/browser.ts';
import { test, together } from '../support/household.ts';

test.use({ env: { REALTIME: 'polling' } });

test('without a socket two phones share a list over HTTP alone, offline edits included', async ({
	page,
	device,
	ben
}) => {
	const sockets: string[] = [];
	for (const { context } of [device, ben])
		context.on('page', (opened) => opened.on('websocket', (socket) => sockets.push(socket.url())));
	page.on('websocket', (socket) => sockets.push(socket.url()));
	const { ann, bens } = await together(page, ben, 'milk, eggs');
	await device.context.setOffline(true);
	await ann.tick('Milk').check();
	await bens.add('bread');
	await bens.isUpToDate();
	await device.context.setOffline(false);
	await ann.isUpToDate();
	await expect(ann.tick('Bread')).toBeVisible();
	// Nobody tells Ben: he asks when he looks at the page again, and every 30 s.
	await bens.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await expect(bens.tick('Milk')).toBeChecked();
	await bens.isUpToDate();
	expect(sockets).toEqual([]);
});
