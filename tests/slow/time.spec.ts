import { expect } from '../support/browser.ts';
import { clockAhead, DAY_MS, shiftClock } from '../support/clock.ts';
import { setOffline, test, together } from '../support/household.ts';

for (const [side, byMs] of [
	['ahead', DAY_MS],
	['behind', -DAY_MS]
] as const) {
	test(`a phone whose clock is a day ${side} wins and loses as if it were right, and its edits show at once`, async ({
		device,
		ben
	}) => {
		test.slow();
		await shiftClock(device, byMs);
		const { ann, bens } = await together(
			await device.open(),
			ben,
			'milk, "Thing 1", "Thing 2", "Thing 3", "Thing 4"'
		);
		expect((await ann.page.evaluate(() => Date.now())) - Date.now()).toBeGreaterThan(byMs - 60_000);
		await ann.add('eggs');
		await expect(bens.tick('Eggs')).toBeVisible();
		await bens.tick('Eggs').check();
		await expect(ann.tick('Eggs')).toBeChecked();

		const phones = [
			{ phone: device, list: ann },
			{ phone: ben, list: bens }
		];
		for (const [at, first] of phones.entries()) {
			const [one, other] = [`Thing ${2 * at + 1}`, `Thing ${2 * at + 2}`];
			await setOffline(true, device, ben);
			await ann.rename(one, `Anns ${one}`);
			await bens.rename(one, `Bens ${one}`);
			await bens.rename(other, `Bens ${other}`);
			await ann.rename(other, `Anns ${other}`);
			await setOffline(false, first.phone);
			await first.list.isUpToDate();
			await setOffline(false, device, ben);
			for (const { list } of phones) {
				await list.isUpToDate();
				await expect(list.tick(`Bens ${one}`)).toBeVisible();
				await expect(list.tick(`Anns ${other}`)).toBeVisible();
			}
		}
		// Prices and their ages too.
		expect(await ann.shown()).toEqual(await bens.shown());
		await expect(ann.tick('Milk')).toHaveAccessibleName(/, sample price$/);
	});
}

test('seven days offline: what nobody contested counts, what was contested goes to who was later, and what lost is told', async ({
	device,
	ben,
	restart
}) => {
	test.slow();
	await shiftClock(device, 0);
	await shiftClock(ben, 0);
	const { ann, bens } = await together(await device.open(), ben, 'milk, eggs, jam, tea, rice');
	const goTo = async (day: number) => {
		for (const phone of [device, ben]) await shiftClock(phone, day * DAY_MS);
		await restart(clockAhead(day * DAY_MS));
	};

	await device.context.setOffline(true);
	await ann.tick('Milk').check();
	await ann.add('"Thing of day 0"');
	await ann.rename('Eggs', 'Brown eggs');
	await ann.choose('Tea', 'Delete');

	await goTo(3);
	await bens.rename('Eggs', 'Large eggs');
	await bens.rename('Jam', 'Fig jam');
	await bens.rename('Tea', 'Green tea');
	await bens.isUpToDate();

	await goTo(6);
	await ann.page.reload();
	await ann.rename('Jam', 'Plum jam');
	await ann.choose('Rice', 'Delete');
	await ann.add('"Thing of day 6"');
	await expect(ann.status).toContainText('waiting');

	await goTo(7);
	await bens.isUpToDate();
	await device.context.setOffline(false);
	for (const list of [ann, bens]) {
		await list.isUpToDate(60_000);
		await expect(list.tick('Milk')).toBeChecked();
		for (const name of ['Large eggs', 'Plum jam', 'Green tea', 'Thing of day 0', 'Thing of day 6'])
			await expect(list.tick(name)).toHaveCount(1);
		await expect(list.ticks).toHaveCount(6);
	}
	await ann.page.getByRole('button', { name: 'More for this list' }).click();
	await ann.page.getByRole('menuitem', { name: 'What was merged' }).click();
	const told = ann.page.getByRole('list', { name: 'What was merged' }).getByRole('listitem');
	await expect(told).toHaveCount(3);
	for (const sentence of [
		'Ben’s rename won over yours: “Large eggs”, not “Brown eggs”.',
		'Your rename won over Ben’s: “Plum jam”.',
		'Green tea stays: Ben changed it while you deleted it.'
	])
		await expect(told.filter({ hasText: sentence })).toHaveCount(1);
});
