import { expect } from '../support/browser.ts';
import { test, together } from '../support/household.ts';
import { look } from '../support/look.ts';

test('after a while in a pocket the socket is not trusted but replaced, and what was missed is there', async ({
	page,
	ben
}) => {
	const { ann, bens } = await together(page, ben, 'milk');
	await page.clock.install();
	await page.reload();
	await ann.isUpToDate();
	const opened: string[] = [];
	page.on('websocket', (socket) => opened.push(socket.url()));

	await look(page, true);
	await page.clock.fastForward(5_000);
	await look(page, false);
	await ann.isUpToDate();
	expect(opened).toHaveLength(0);

	await look(page, true);
	await page.clock.fastForward(11_000);
	await look(page, false);
	await expect.poll(() => opened.length).toBe(1);
	await bens.add('bread');
	await expect(ann.tick('Bread')).toBeVisible();
});
