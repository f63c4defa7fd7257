import { expect, test } from '../support/browser.ts';
import { ListPage } from '../support/list-page.ts';

const KILLS = 100;

test(`loses no edit in ${KILLS} tabs killed once it was saved`, async ({ device, page }) => {
	let tab = page;
	for (let kill = 1; kill <= KILLS; kill += 1) {
		const list = new ListPage(tab);
		await list.addBar.fill(`thing ${kill}b`);
		await list.addBar.press('Enter');
		await expect(list.ticks).toHaveCount(kill);
		await list.isSaved();
		await device.kill(tab);
		tab = await device.open();
		await expect(new ListPage(tab).ticks, `after kill ${kill}`).toHaveCount(kill);
	}
});
