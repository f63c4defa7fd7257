import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { startBuiltServer } from '../built-server.ts';
import { launchOptions } from '../chromium.ts';
import type { Bench } from './bench.ts';
import { withFolder } from './scratch.ts';
import { quantile } from './timing.ts';

const TAPS = 60;

/** The one transaction that puts an edit on the disk; beside it, one record put into IndexedDB by hand. */
export const saveOnDevice: Bench = {
	name: 'save on the device',
	unit: 'ms',
	target: 100,
	bar: 3,
	barOf: 'limit',
	measure: async () => {
		const { transactions, puts } = await measureInChromium();
		return { ours: quantile(transactions, 0.5), limit: quantile(puts, 0.5) };
	}
};

/** All that a person waits for, if they waited: the tap, the screen's work, and that transaction. */
export const tapToDisk: Bench = {
	name: 'from the tap to the disk',
	unit: 'ms',
	target: 100,
	bar: 100,
	barOf: 'ours',
	measure: async () => {
		const { taps, puts } = await measureInChromium();
		return { ours: quantile(taps, 0.5), limit: quantile(puts, 0.5) };
	}
};

/** In ms, one for each tap. */
interface Samples {
	readonly taps: readonly number[];
	readonly transactions: readonly number[];
	readonly puts: readonly number[];
}

/** With a profile on the disk: a private window would keep IndexedDB in memory. */
function measureInChromium(): Promise<Samples> {
	return withFolder(async (folder) => {
		const server = await startBuiltServer({ dataDir: join(folder, 'data') });
		const options = { ...launchOptions(), baseURL: server.url };
		const context = await chromium.launchPersistentContext(join(folder, 'profile'), options);
		try {
			await context.addInitScript(tellWhenSaved);
			const page = await context.newPage();
			await page.goto('/');
			return await tapAndPut(page);
		} finally {
			await context.close();
			await server.stop();
		}
	});
}

/** Runs in the page before its own code: tells when a transaction on the outbox is complete, and how long it took. */
function tellWhenSaved(): void {
	// eslint-disable-next-line @typescript-eslint/unbound-method -- called with the receiver it had
	const { transaction } = IDBDatabase.prototype;
	IDBDatabase.prototype.transaction = function (stores, mode, options) {
		const openedAt = performance.now();
		const opened = transaction.call(this, stores, mode, options);
		if (mode === 'readwrite' && opened.objectStoreNames.contains('outbox')) {
			opened.addEventListener('complete', () => {
				const detail = performance.now() - openedAt;
				dispatchEvent(new CustomEvent('saved', { detail }));
			});
		}
		return opened;
	};
}

async function tapAndPut(page: Page): Promise<Samples> {
	await page.getByRole('combobox', { name: 'Add items' }).fill('milk');
	await page.getByRole('combobox', { name: 'Add items' }).press('Enter');
	const tick = page.getByRole('list', { name: 'Items' }).getByRole('checkbox');
	await tick.waitFor();
	// With no network: what is measured is the way to this disk, not two ways that cross on it.
	await page.context().setOffline(true);
	return tick.evaluate(async (box: HTMLElement, times) => {
		const raw = await openRaw();
		const taps: number[] = [];
		const transactions: number[] = [];
		const puts: number[] = [];
		for (let i = 0; i < times; i += 1) {
			await timeTap();
			puts.push(await timePut(i));
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
		raw.close();
		return { taps, transactions, puts };

		async function timeTap(): Promise<void> {
			const saved = new Promise<CustomEvent<number>>((resolve) => {
				addEventListener('saved', (event) => resolve(event as CustomEvent<number>), { once: true });
			});
			const startedAt = performance.now();
			box.click();
			transactions.push((await saved).detail);
			taps.push(performance.now() - startedAt);
		}

		async function timePut(key: number): Promise<number> {
			const startedAt = performance.now();
			const put = raw.transaction('rows', 'readwrite', { durability: 'strict' });
			put.objectStore('rows').put({ name: 'Milk', checked: true }, key);
			await new Promise((resolve) => (put.oncomplete = resolve));
			return performance.now() - startedAt;
		}

		async function openRaw(): Promise<IDBDatabase> {
			const request = indexedDB.open('raw', 1);
			request.onupgradeneeded = () => request.result.createObjectStore('rows');
			await new Promise((resolve) => (request.onsuccess = resolve));
			return request.result;
		}
	}, TAPS);
}
