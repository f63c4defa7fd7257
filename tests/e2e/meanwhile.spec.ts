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
