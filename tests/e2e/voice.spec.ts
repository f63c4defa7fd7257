import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser.ts';
import { expectNoFault } from '../support/faults.ts';
import { ListPage } from '../support/list-page.ts';
import { endSpeech, isOnDevice, playSpeech, speak } from '../support/played-speech.ts';

test.use({ viewport: { width: 390, height: 844 } });

const parts = (page: Page) => ({
	list: new ListPage(page),
	mic: page.getByRole('button', { name: 'Add by voice' }),
	sheet: page.getByRole('dialog', { name: 'Listening' }),
	heard: page.getByRole('dialog', { name: 'Heard' }),
	question: page.getByRole('dialog', { name: 'Add by voice?' }),
	button: (name: string) => page.getByRole('button', { name, exact: true })
});

/** A page whose speech is played. */
async function openPlayed(page: Page, onDevice: Parameters<typeof playSpeech>[1]) {
	await playSpeech(page, onDevice);
	await page.reload();
	return parts(page);
}

test('what is said shows while it is said, is read with no commas, and is added only by a press', async ({
	page
}) => {
	const { list, mic, sheet, button } = await openPlayed(page, 'available');
	await mic.click();
	await expect(sheet.getByText('Your voice becomes words on this device')).toBeVisible();
	await expect(sheet.locator('[aria-live]')).toHaveText('Listening.');
	await speak(page, 'bananas milk', 'bread an');
	await expect(sheet).toContainText('bananas milk bread an');
	await speak(page, 'bananas milk bread and two dozen eggs');
	expect(await isOnDevice(page)).toBe(true);
	await expect(list.preview.getByRole('listitem')).toHaveCount(4);
	await expect(list.addBar).toHaveValue('bananas milk bread and two dozen eggs');
	await expect(list.ticks).toHaveCount(0);
	await expectNoFault(page, 'listening');

	await button('Stop and add 4').click();
	await expect(list.ticks).toHaveCount(4);
	await expect(list.tick('Eggs')).toHaveAccessibleName(/^Eggs, 2 dozen/);
	await expect(sheet).toBeHidden();
	await expect(list.addBar).toHaveValue('');
});

test('when listening has ended the words wait, more can be said, and Enter adds', async ({
	page
}) => {
	const { list, mic, heard, button } = await openPlayed(page, 'available');
	await mic.click();
	await speak(page, 'milk and');
	await endSpeech(page);
	await expect(heard.locator('[aria-live]')).toHaveText(/Stopped listening. Heard: milk and\./);
	await button('Say more').click();
	await speak(page, 'eggs');
	await endSpeech(page);
	await expect(heard.getByRole('listitem')).toHaveCount(2);
	await page.keyboard.press('Enter');
	await expect(list.ticks).toHaveCount(2);
	await expect(list.addBar).toBeFocused();
});

test('typing ends listening and goes on behind the words; so does Escape', async ({ page }) => {
	const { list, mic, sheet } = await openPlayed(page, 'available');
	await mic.click();
	await speak(page, 'milk', 'and');
	await page.keyboard.type('eggs');
	await expect(list.addBar).toHaveValue('milk and eggs');
	await expect(sheet).toBeHidden();
	await expect(list.preview.getByRole('listitem')).toHaveCount(2);
	await list.addBar.fill('');

	await mic.click();
	// Only then is it another recognizer that hears.
	await expect(sheet).toBeVisible();
	await speak(page, 'bread');
	await expect(sheet).toContainText('bread');
	await page.keyboard.press('Escape');
	await expect(list.addBar).toHaveValue('bread');
	await expect(list.addBar).toBeFocused();
	await expect(list.ticks).toHaveCount(0);
});

test('the browser’s own service is asked for once, in words, and the yes can be taken back', async ({
	page
}) => {
	const { mic, sheet, question, button } = await openPlayed(page, 'unavailable');
	await mic.click();
	await expect(question).toContainText('sends the sound of your voice to its maker');
	await expectNoFault(page, 'the question');
	await button('Not now').click();
	await expect(mic).toBeFocused();

	await mic.click();
	await button('Allow voice').click();
	await expect(sheet).toContainText('You said yes today');
	expect(await isOnDevice(page)).toBe(false);
	await page.keyboard.press('Escape');
	await expect(mic).toBeFocused();
	await page.reload();
	await mic.click();
	await button('Change').click();
	await expect(question).toBeVisible();
	await button('Use the keyboard’s microphone').click();
	await expect(page.getByText('Use the microphone on your keyboard.').first()).toBeVisible();
	await expect(parts(page).list.addBar).toBeFocused();
	await mic.click();
	await expect(question).toBeVisible();
});

test('an error is answered in words that go when one types', async ({ page }) => {
	const { list, mic, button } = await openPlayed(page, 'downloadable');
	const hint = page.getByText('This site may not use the microphone').first();
	await mic.click();
	await expect(button('Without a download')).toBeVisible();
	await button('Download').click();
	await endSpeech(page, 'not-allowed');
	await expect(hint).toContainText('Use the microphone on your keyboard.');
	await expect(list.addBar).toBeFocused();
	await page.keyboard.type('milk');
	await expect(page.locator('.hint')).toHaveCount(0);
	await list.addBar.press('Enter');
	await expect(list.ticks).toHaveCount(1);
	await expect(page.locator('.hint')).toHaveCount(0);
});

test('a browser that never begins is dead after 2.5 seconds, and from then on leads to the keyboard at once', async ({
	page
}) => {
	// Before somebody has allowed the microphone, silence means that the browser asks for it.
	await page.context().grantPermissions(['microphone']);
	const { list, mic, question, button } = await openPlayed(page, 'unavailable');
	await mic.click();
	await button('Allow voice').click();
	await expect(page.locator('.hint')).toContainText('This browser does not begin to listen.');
	await page.reload();
	await mic.click();
	await expect(page.locator('.hint')).toContainText('This browser does not begin to listen.');
	await expect(question).toBeHidden();
	await expect(list.addBar).toBeFocused();
});

test('with this browser’s real speech, which hears nothing here, and with none, the keyboard is left', async ({
	page
}) => {
	const { list, mic, button } = parts(page);
	await mic.click();
	// Some builds have no recognition on the device, and ask about the service first.
	await button('Without a download').or(button('Allow voice')).click();
	if (await button('Allow voice').isVisible()) await button('Allow voice').click();
	await expect(page.locator('.hint')).toContainText('on your keyboard');
	await expect(list.addBar).toBeFocused();

	await page.addInitScript(() => {
		Reflect.deleteProperty(globalThis, 'SpeechRecognition');
		Reflect.deleteProperty(globalThis, 'webkitSpeechRecognition');
	});
	await page.reload();
	await mic.click();
	await expect(page.locator('.hint')).toHaveText(
		'This browser does not turn speech into words. Use the microphone on your keyboard.'
	);
	await expect(list.addBar).toBeFocused();
});
