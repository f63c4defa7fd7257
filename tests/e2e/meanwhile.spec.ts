import { expect } from '../support/browser.ts';
import { test, together } from '../support/household.ts';

test('what is typed is read against the list as it is when Enter is pressed, whatever the other did meanwhile', async ({
	page,
	ben
}) => {
	const { ann, bens } = await together(page, ben, 'eggs, jam');
	await ann.addBar.pressSequentially('milk');
	await bens.add('milk');
	await expect(ann.tick('Milk')).toBeVisible();
	await expect(ann.preview).toContainText('On the list with 1. Becomes 2');
	await ann.addBar.press('Enter');

	await ann.addBar.pressSequentially('eggs');
	await bens.choose('Eggs', 'Delete');
	await expect(ann.tick('Eggs')).toHaveCount(0);
	await ann.addBar.press('Enter');
	await expect(ann.addBar).toHaveValue('');

	await ann.addBar.pressSequentially('jam');
	await bens.tick('Jam').check();
	await expect(ann.tick('Jam')).toBeChecked();
	await ann.addBar.press('Enter');

	for (const list of [ann, bens]) {
		await expect(list.tick('Milk')).toHaveAccessibleName(/^Milk, 2,/);
		await expect(list.tick('Eggs')).toBeVisible();
		await expect(list.tick('Jam')).not.toBeChecked();
		await expect(list.ticks).toHaveCount(3);
	}
});

test('no row moves away from under a finger, and what the other did shows when the finger is up', async ({
	page,
	ben
}) => {
	const { ann, bens } = await together(page, ben, '"Thing 1", "Thing 2", "Thing 3"');
	const tick = ann.tick('Thing 2');
	await tick.hover();
	await page.mouse.down();
	// Above it on the screen, one goes and one comes.
	await bens.choose('Thing 1', 'Delete');
	await bens.add('bananas');
	await expect(ann.page.getByRole('status', { name: 'Total', exact: true })).not.toHaveText(
		'$0.00'
	);
	await page.mouse.up();
	await expect(tick).toBeChecked();
	await expect(ann.tick('Bananas')).toBeVisible();
	await expect(ann.tick('Thing 1')).toHaveCount(0);
});
