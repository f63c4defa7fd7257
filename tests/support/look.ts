import type { Page } from '@playwright/test';

/** What a phone does when it goes into a pocket and comes out again. */
export const look = (page: Page, isHidden: boolean): Promise<void> =>
	page.evaluate((hidden) => {
		Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
		document.dispatchEvent(new Event('visibilitychange'));
	}, isHidden);
