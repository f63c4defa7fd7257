import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, chromium, expect, type BrowserContext, type Page } from '@playwright/test';
import { launchOptions } from '../../scripts/chromium.ts';
import { ServerProcess } from './server-process.ts';

export { expect };

/** A phone of the household: a browser whose storage is on the disk, so that closing it is like killing the app. */
export class Device {
	readonly #folder = mkdtempSync(join(tmpdir(), 'wga-profile-'));
	readonly #server: ServerProcess;
	readonly #options: Parameters<typeof chromium.launchPersistentContext>[1];
	/** What the page complained about: errors, uncaught exceptions, violations of the content policy. */
	readonly complaints: string[] = [];
	context!: BrowserContext;
	page!: Page;

	constructor(
		server: ServerProcess,
		options: Parameters<typeof chromium.launchPersistentContext>[1] = {}
	) {
		this.#server = server;
		this.#options = options;
	}

	/** Starts the browser and opens an address of the app. */
	async open(path = '/'): Promise<Page> {
		this.context = await chromium.launchPersistentContext(this.#folder, {
			...launchOptions(),
			viewport: { width: 390, height: 844 },
			baseURL: this.#server.url,
			...this.#options
		});
		this.page = this.context.pages()[0] ?? (await this.context.newPage());
		this.#listen(this.page);
		await this.page.goto(path);
		return this.page;
	}

	/** Ends the browser; the profile stays, and `open` goes on with it. */
	async kill(): Promise<void> {
		await this.context.close();
	}

	async remove(): Promise<void> {
		await this.context.close().catch(() => undefined); // already closed by the test
		rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
	}

	#listen(page: Page): void {
		page.on('pageerror', (error) => this.complaints.push(String(error)));
		page.on('console', (message) => {
			const text = message.text();
			// A network that is off is what some journeys are about.
			if (message.type() === 'error' && !/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED/.test(text))
				this.complaints.push(text);
		});
	}
}

interface Fixtures {
	server: ServerProcess;
	device: Device;
	page: Page;
}

/** Every journey has a server and a device of its own, and fails when the page complains about anything. */
export const test = base.extend<Fixtures>({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern
	server: async ({}, use) => {
		const server = await ServerProcess.start();
		await use(server);
		await server.remove();
	},
	device: async ({ server }, use) => {
		const device = new Device(server);
		await use(device);
		await device.remove();
		expect(device.complaints).toEqual([]);
	},
	page: async ({ device }, use) => {
		await use(await device.open());
	}
});

/** The add bar, once it takes keys. */
export const addBar = (page: Page) => page.getByRole('combobox', { name: 'Add items' });

/** The rows of the list, without its headings. */
export const rows = (page: Page) =>
	page.getByRole('list', { name: 'Items' }).getByRole('listitem').filter({ has: page.getByRole('checkbox') });

/** Types a line into the add bar and presses Enter. */
export async function add(page: Page, line: string): Promise<void> {
	await addBar(page).fill(line);
	await addBar(page).press('Enter');
	await expect(addBar(page)).toHaveValue('');
}

/** Waits until the worker holds the app, so that it opens with no network. */
export async function untilOffline(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		while (!navigator.serviceWorker.controller) await new Promise((done) => setTimeout(done, 20));
	});
}
