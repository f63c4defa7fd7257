import type { Page } from '@playwright/test';
import type { Device } from './browser.ts';

/** Enough for the app with all its files, and filled in half a second. */
const QUOTA_BYTES = 20_000_000;

/** The disk of a device that has room for so much and no more; somebody else's data can fill it. */
export interface SmallDisk {
	/** Takes all room that is left, so that not one byte more can be written. */
	fill(page: Page): Promise<void>;
	/** Gives back what `fill` has taken. */
	makeRoom(page: Page): Promise<void>;
}

/**
 * Has to come before the app is opened: once a browser has looked how much room there is, it believes in that for 30 s.
 * @param origin whose room it is
 */
export async function openSmallDisk(device: Device, origin: string): Promise<SmallDisk> {
	// The limit holds as long as the session that asked for it.
	const session = await device.context.newCDPSession(await device.context.newPage());
	await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: QUOTA_BYTES });
	return { fill: (page) => page.evaluate(fillDatabase), makeRoom: (page) => page.evaluate(drop) };
}

/** Runs in the page. */
async function fillDatabase(): Promise<void> {
	const opening = indexedDB.open('filler', 1);
	opening.onupgradeneeded = () =>
		opening.result.createObjectStore('bytes', { autoIncrement: true });
	await new Promise((resolve) => (opening.onsuccess = resolve));
	const put = (size: number): Promise<boolean> => {
		const transaction = opening.result.transaction('bytes', 'readwrite');
		// Random, because what is all the same is packed.
		for (let left = size; left > 0; left -= 65_536)
			transaction
				.objectStore('bytes')
				.put(crypto.getRandomValues(new Uint8Array(Math.min(left, 65_536))));
		return new Promise((resolve) => {
			transaction.oncomplete = () => resolve(true);
			transaction.onabort = () => resolve(false);
		});
	};
	for (let size = 4_000_000; size >= 1; size = Math.floor(size / 4)) while (await put(size));
	opening.result.close();
}

/** Runs in the page. */
async function drop(): Promise<void> {
	const dropping = indexedDB.deleteDatabase('filler');
	await new Promise((resolve) => (dropping.onsuccess = resolve));
}
