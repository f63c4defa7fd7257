import { test } from '../support/bad-household.ts';
import { expect } from '../support/browser.ts';
import { setOffline, together } from '../support/household.ts';

for (const isOffline of [false, true]) {
	const when = isOffline ? 'offline' : 'before the server has answered';
	test(`what was just added can be ticked, counted, renamed and deleted ${when}, also where the other has added it too`, async ({
		page,
		device,
		ben,
		annsLine
	}) => {
		test.slow();
		const { ann, bens } = await together(page, ben, 'milk');
		// So slow that Ann has done everything, and heard nothing of Ben's, when the first answer comes.
		if (isOffline) await setOffline(true, device);
		else annsLine.change({ latencyMs: 6_000 });
		await bens.add('"Both 1", "Both 2", "Both 3"');
		await bens.isUpToDate();
		for (const kind of ['Both', 'Own']) {
			await ann.add(`"${kind} 1", "${kind} 2", "${kind} 3"`);
			await ann.tick(`${kind} 1`).check();
			await ann.oneMore(`${kind} 2`);
			await ann.rename(`${kind} 3`, `${kind} 4`);
		}
		await ann.choose('Own 1', 'Delete');
		await ann.add('"Own 1"');
		await ann.tick('Own 1').check();
		await expect(ann.ticks).toHaveCount(7);
		await expect(ann.status).toHaveAttribute('data-pending', /[1-9]/);

		annsLine.change({});
		await setOffline(false, device);
		await ann.isUpToDate(60_000);
		for (const list of [ann, bens]) {
			await expect(list.ticks).toHaveCount(7);
			for (const kind of ['Both', 'Own']) {
				await expect(list.tick(`${kind} 1`)).toBeChecked();
				await expect(list.tick(`${kind} 2`)).toHaveAccessibleName(`${kind} 2, 2, no price`);
				await expect(list.tick(`${kind} 4`)).toBeVisible();
			}
		}
	});
}
