import { expect, type Locator, type Page } from '@playwright/test';

/** The screen of a list, by the roles and names that assistive technology sees. */
export class ListPage {
	readonly page: Page;
	readonly addBar: Locator;
	readonly preview: Locator;
	readonly items: Locator;
	readonly ticks: Locator;
	/** The status "Sync". */
	readonly status: Locator;

	constructor(page: Page) {
		this.page = page;
		this.addBar = page.getByRole('combobox', { name: 'Add items' });
		this.preview = page.getByRole('list', { name: 'Preview' });
		this.items = page.getByRole('list', { name: 'Items' });
		this.ticks = this.items.getByRole('checkbox');
		this.status = page.getByRole('status', { name: 'Sync' });
	}

	/** Types as a person does, key by key, and presses Enter. */
	async add(text: string): Promise<void> {
		await this.addBar.pressSequentially(text);
		await this.addBar.press('Enter');
	}

	/** The tick of a row, whose name begins with the item's. */
	tick(name: string): Locator {
		return this.items.getByRole('checkbox', { name: new RegExp(`^${name},`) });
	}

	async choose(name: string, entry: 'Edit' | 'Price history' | 'Delete'): Promise<void> {
		await this.page.getByRole('button', { name: `More for ${name}`, exact: true }).click();
		await this.page.getByRole('menuitem', { name: entry }).click();
	}

	/** Opens the sheet of a row. */
	async openSheet(name: string): Promise<Locator> {
		await this.choose(name, 'Edit');
		return this.page.getByRole('dialog', { name: `Edit ${name}` });
	}

	/** Opens the sheet of a row and sets a price of one's own. */
	async setPrice(name: string, price: string, store = ''): Promise<void> {
		const sheet = await this.openSheet(name);
		await sheet.getByRole('button', { name: 'Set my price' }).click();
		await sheet.getByRole('textbox', { name: 'My price' }).fill(price);
		if (store !== '') await sheet.getByRole('textbox', { name: 'Store' }).fill(store);
		await sheet.getByRole('button', { name: 'Save' }).click();
		await expect(sheet).toBeHidden();
	}

	/** Opens the sheet of a row and gives it another name. */
	async rename(name: string, to: string): Promise<void> {
		await this.choose(name, 'Edit');
		const sheet = this.page.getByRole('dialog', { name: `Edit ${name}` });
		await sheet.getByRole('textbox', { name: 'Name' }).fill(to);
		await sheet.getByRole('button', { name: 'Save' }).click();
		await expect(this.tick(to)).toBeVisible();
	}

	/** Opens the sheet of a row and types another amount. */
	async setAmount(name: string, amount: number): Promise<void> {
		await this.choose(name, 'Edit');
		const sheet = this.page.getByRole('dialog', { name: `Edit ${name}` });
		await sheet.getByRole('spinbutton', { name: 'Quantity' }).fill(String(amount));
		await sheet.getByRole('button', { name: 'Save' }).click();
		await expect(this.tick(name)).toHaveAccessibleName(new RegExp(`^${name}, ${amount}\\b`));
	}

	/** Taps "one more" in a row; the window has to be wide for that. */
	async oneMore(name: string): Promise<void> {
		await this.items.getByRole('button', { name: `One more ${name}`, exact: true }).click();
	}

	/** Every row as a screen reader calls it, and whether it is ticked; in the order of the alphabet. */
	async shown(): Promise<string[]> {
		const rows = await this.ticks.evaluateAll((ticks) =>
			ticks.map((tick) => `${tick.ariaLabel}, ${(tick as HTMLInputElement).checked}`)
		);
		return rows.sort();
	}

	/** Resolves once the server has everything that was done here. */
	async isUpToDate(timeout = 10_000): Promise<void> {
		await expect(this.status).toHaveAttribute('data-state', 'up-to-date', { timeout });
		await expect(this.status).toHaveAttribute('data-pending', '0', { timeout });
	}

	/** Makes another list and goes there. */
	async makeAnother(name: string): Promise<this> {
		await this.page.getByRole('button', { name: 'Lists' }).first().click();
		await this.page.getByRole('button', { name: 'New list' }).click();
		await this.page.getByRole('textbox', { name: 'Name' }).fill(name);
		await this.page.getByRole('button', { name: 'Make list' }).click();
		await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(name);
		return this;
	}

	/** Puts the list into the bin, and waits for the other one that is opened then. */
	async delete(): Promise<void> {
		const address = this.page.url();
		await this.chooseForList('Delete list');
		await this.page.getByRole('button', { name: 'Delete list' }).click();
		await expect(this.page).not.toHaveURL(address);
	}

	async chooseForList(entry: string): Promise<void> {
		await this.page.getByRole('button', { name: 'More for this list' }).click();
		await this.page.getByRole('menuitem', { name: entry }).click();
	}

	/** Opens the dialog of what the list may cost. */
	async openBudget(): Promise<Locator> {
		await this.chooseForList('Budget and store');
		return this.page.getByRole('dialog', { name: 'Budget and store' });
	}

	/** Types into that dialog and saves; what is not given stays as it is. */
	async setBudget(fields: { Budget?: string; 'Tax rate'?: string; Store?: string }): Promise<void> {
		const dialog = await this.openBudget();
		for (const [name, text] of Object.entries(fields))
			await dialog.getByRole('textbox', { name }).fill(text);
		await dialog.getByRole('button', { name: 'Save' }).click();
		await expect(dialog).toBeHidden();
	}

	/** One of the sums at the foot. */
	sum(name: 'In cart' | 'Left' | 'Total' | 'Budget'): Locator {
		return this.page.getByRole('status', { name, exact: true });
	}

	/** Resolves once every edit that the page counts as waiting lies in this device's outbox. */
	async isSaved(): Promise<void> {
		await this.page.waitForFunction(async () => {
			const pending = document.querySelector('[data-pending]')?.getAttribute('data-pending');
			const found = (await indexedDB.databases()).find(
				({ name }) => !/-(prices|imports)$/.test(name ?? '')
			);
			if (found?.name === undefined) return false;
			const opened = indexedDB.open(found.name);
			await new Promise((resolve) => (opened.onsuccess = resolve));
			const counted = opened.result.transaction('outbox').objectStore('outbox').count();
			await new Promise((resolve) => (counted.onsuccess = resolve));
			opened.result.close();
			return String(counted.result) === pending;
		});
	}
}
