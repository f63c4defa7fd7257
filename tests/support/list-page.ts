import type { Locator, Page } from '@playwright/test';

/** The screen of a list, by the roles and names that assistive technology sees. */
export class ListPage {
	readonly page: Page;
	readonly addBar: Locator;
	readonly preview: Locator;
	readonly items: Locator;
	readonly sync: Locator;

	constructor(page: Page) {
		this.page = page;
		this.addBar = page.getByRole('combobox', { name: 'Add items' });
		this.preview = page.getByRole('list', { name: 'Preview' });
		this.items = page.getByRole('list', { name: 'Items' });
		this.sync = page.getByRole('status', { name: 'Sync' });
	}

	/** Types as a person does, key by key, and presses Enter. */
	async add(text: string): Promise<void> {
		await this.addBar.pressSequentially(text);
		await this.addBar.press('Enter');
	}

	/** The tick of a row, whose name begins with the item's. */
	tick(name: string): Locator {
		return this.items.getByRole('checkbox', { name: new RegExp(`^${RegExp.escape(name)},`) });
	}

	ticks(): Locator {
		return this.items.getByRole('checkbox');
	}

	async choose(name: string, entry: 'Edit' | 'Delete'): Promise<void> {
		await this.page.getByRole('button', { name: `More for ${name}` }).click();
		await this.page.getByRole('menuitem', { name: entry }).click();
	}

	/** One of the sums at the foot, in cents; the mark for "about" and its word are not the amount. */
	async cents(name: 'In cart' | 'Left' | 'Total'): Promise<number> {
		const text = await this.page.getByRole('status', { name, exact: true }).innerText();
		return Math.round(Number(text.replaceAll(/[^\d.]/g, '')) * 100);
	}

	/** Resolves once everything done so far is on this device's disk. */
	async isSaved(): Promise<void> {
		await this.page.waitForFunction(
			() => document.querySelector('[data-pending]')?.getAttribute('data-state') === 'saved-here'
		);
	}
}
