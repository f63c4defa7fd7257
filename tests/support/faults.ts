import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Nothing that axe can find, in both themes. */
export async function expectNoFault(page: Page, where: string): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		// A color is measured where it stands, not on its way there; what never ends is no color.
		await page.evaluate(() =>
			Promise.all(
				document
					.getAnimations()
					.filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
					.map(({ finished }) => finished.catch(() => undefined))
			)
		);
		const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
		const faults = violations.map(
			({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`
		);
		expect(faults, `${where}, ${colorScheme}`).toEqual([]);
	}
}
