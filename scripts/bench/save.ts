import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { startBuiltServer } from '../built-server.ts';
import { launchOptions } from '../chromium.ts';
import type { Bench } from './bench.ts';
import { withFolder } from './scratch.ts';
import { quantile } from './timing.ts';

const TAPS = 60;

/**
 * From the tap on a tick to the end of the transaction that has it on the disk, in Chromium with a profile on the
 * disk; beside it, one record put into IndexedDB by hand.
 */
export const saveOnDevice: Bench = {
	name: 'save on the device',
	unit: 'ms',
	target: 100,
	bar: 3,
	barOf: 'limit',
	measure: () =>
		withFolder(async (folder) => {
			const server = await startBuiltServer({ dataDir: join(folder, 'data') });
			const options = { ...launchOptions(), baseURL: server.url };
			const context = await chromium.launchPersistentContext(join(folder, 'profile'), options);
			try {
				await context.addInitScript(noteWhenSaved);
				const page = await context.newPage();
				await page.goto('/');
				return await tapAndPut(page);
			} finally {
				await context.close();
				await server.stop();
			}
		})
};

/** Runs in the page before its own code: tells when a transaction on the outbox is complete. */
function noteWhenSaved(): void {
	// eslint-disable-next-line @typescript-eslint/unbound-method -- called with the receiver it had
	const { transaction } = IDBDatabase.prototype;
	IDBDatabase.prototype.transaction = function (stores, mode, options) {
		const opened = transaction.call(this, stores, mode, options);
		if (mode === 'readwrite' && opened.objectStoreNames.contains('outbox')) {
			opened.addEventListener('complete', () => dispatchEvent(new Event('saved')));
		}
		return opened;
	};
}

async function tapAndPut(page: Page): Promise<{ ours: number; limit: number }> {
	await page.getByRole('combobox', { name: 'Add items' }).fill('milk');
	await page.getByRole('combobox', { name: 'Add items' }).press('Enter');
	const tick = page.getByRole('list', { name: 'Items' }).getByRole('checkbox');
	await tick.waitFor();
	const { taps, puts } = await tick.evaluate(async (box: HTMLElement, times) => {
		const raw = await openRaw();
		const taps: number[] = [];
		const puts: number[] = [];
		for (let i = 0; i < times; i += 1) {
			taps.push(await timeTap());
			puts.push(await timePut(i));
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
		raw.close();
		return { taps, puts };

		async function timeTap(): Promise<number> {
			const saved = new Promise((resolve) => addEventListener('saved', resolve, { once: true }));
			const startedAt = performance.now();
			box.click();
			await saved;
			return performance.now() - startedAt;
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
	return { ours: quantile(taps, 0.5), limit: quantile(puts, 0.5) };
}
