import { expect, isKept, openDevice, test } from '../support/browser.ts';
import { startFront } from '../support/front.ts';
import { ListPage } from '../support/list-page.ts';
import { readPngHeader } from '../support/png.ts';

interface Manifest {
	readonly id: string;
	readonly name: string;
	readonly short_name: string;
	readonly start_url: string;
	readonly scope: string;
	readonly display: string;
	readonly theme_color: string;
	readonly background_color: string;
	readonly icons: readonly {
		readonly src: string;
		readonly sizes: string;
		readonly purpose: string;
	}[];
}

test('can be installed', async ({ device, page }) => {
	await isKept(page);
	const session = await device.context.newCDPSession(page);
	const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
	expect(installabilityErrors).toEqual([]);
});

test('has a worker that keeps the shell and more than ten files', async ({ server, page }) => {
	const worker = await fetch(`${server.url}/sw.js`);
	expect(worker.status).toBe(200);
	expect(worker.headers.get('cache-control')).toBe('no-cache');

	await isKept(page);
	const kept = await page.evaluate(async () => {
		const [name = ''] = (await caches.keys()).filter((key) => key.includes('precache'));
		const requests = await (await caches.open(name)).keys();
		return requests.map(({ url }) => new URL(url).pathname);
	});
	expect(kept).toContain('/');
	expect(kept.length).toBeGreaterThan(10);
});

test('has a manifest whose icons have the pixels they claim', async ({ server }) => {
	const manifest = (await (await fetch(`${server.url}/manifest.webmanifest`)).json()) as Manifest;
	expect(manifest).toMatchObject({
		id: '/',
		name: 'Walmart Grocery Agent',
		start_url: '/',
		scope: '/',
		display: 'standalone'
	});
	expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
		'192x192 any',
		'512x512 any',
		'512x512 maskable'
	]);
	for (const { src, sizes } of manifest.icons) {
		const { width, height } = await pngAt(server.url + src);
		expect(`${width}x${height}`, src).toBe(sizes);
	}
});

test('has an icon for the home screen of an iPhone, which shows transparency as black', async ({
	server,
	page
}) => {
	const href = await page.locator('link[rel="apple-touch-icon"]').getAttribute('href');
	// Kit writes it anew with its origin at the first navigation.
	const header = await pngAt(new URL(href ?? '', server.url).href);
	expect(header).toEqual({ width: 180, height: 180, hasAlpha: false });
});

async function pngAt(url: string) {
	return readPngHeader(Buffer.from(await (await fetch(url)).arrayBuffer()));
}

for (const path of ['/', '/lists/nothing', '/nowhere/at/all']) {
	test(`opens ${path} with no server and no network`, async ({ device, server, page }) => {
		await isKept(page);
		await page.close();
		await server.stop('SIGKILL');
		await device.context.setOffline(true);
		const offline = await device.open(path);
		await expect(offline.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(offline.getByText('This site can’t be reached')).toHaveCount(0);
	});
}

test('opens from what it keeps when the network is there and does not answer', async ({
	device,
	server,
	page
}) => {
	await isKept(page);
	server.pause();
	const stalled = await device.open('/');
	await expect(new ListPage(stalled).addBar).toBeVisible();
});

test('updates when asked, and not before: what was half typed stays', async ({
	folder,
	server
}) => {
	const front = await startFront(server.url);
	const device = await openDevice({ folder, baseURL: front.url });
	const page = await device.open();
	await isKept(page);
	front.publishNewWorker();
	const list = new ListPage(page);
	const update = page.getByRole('button', { name: 'Update' });
	await list.addBar.fill('half a wor');
	await page.evaluate(async () => {
		Object.assign(globalThis, { isOldPage: true });
		const registration = await navigator.serviceWorker.ready;
		await registration.update();
		const worker = registration.installing ?? registration.waiting;
		while (worker?.state !== 'installed') {
			await new Promise((resolve) =>
				worker?.addEventListener('statechange', resolve, { once: true })
			);
		}
	});
	await expect(list.addBar).toHaveValue('half a wor');
	await expect(update).toBeHidden();

	await list.addBar.fill('');
	await update.click();
	await page.waitForFunction(() => !('isOldPage' in globalThis));
	await expect(list.addBar).toBeVisible();
	await isKept(page);
	await device.context.close();
	front.close();
});
