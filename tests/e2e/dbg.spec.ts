import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startBuiltServer } from '../../scripts/built-server.ts';
import { expect, isKept, openDevice, test } from '../support/browser.ts';
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
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		const [name = ''] = (await caches.keys()).filter((key) => key.includes('precache'));
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
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
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		const { width, height } = await pngAt(server.url + src);
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		expect(`${width}x${height}`, src).toBe(sizes);
	}
});

test('has an icon for the home screen of an iPhone, which shows transparency as black', async ({
	server,
	page
}) => {
	const href = await page.locator('link[rel="apple-touch-icon"]').getAttribute('href');
	const header = await pngAt(`${server.url}${href}`);
	expect(header).toEqual({ width: 180, height: 180, hasAlpha: false });
});

async function pngAt(url: string) {
	return readPngHeader(Buffer.from(await (await fetch(url)).arrayBuffer()));
}

for (const path of ['/', '/lists/nothing', '/nowhere/at/all']) {
	test(`opens ${path} with no server and no network`, async ({ device, server, page }) => {
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		await isKept(page);
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		await page.close();
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		await server.stop('SIGKILL');
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		await device.context.setOffline(true);
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		const offline = await device.open(path);
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		await expect(offline.getByRole('heading', { level: 1 })).toBeVisible();
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
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

test('updates when asked, and not before: what was half typed stays', async ({ folder }) => {
	const next = join('test-results', `build-${process.pid}-${Date.now()}`);
	cpSync('build', next, { recursive: true });
	const dataDir = join(folder, 'data');
	let server = await startBuiltServer({ dataDir, folder: next });
	const { port } = server;
	const device = await openDevice({ folder, baseURL: server.url });
	try {
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		const page = await device.open();
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		await isKept(page);
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		await server.stop();
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		publishNewWorker(next);
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		server = await startBuiltServer({ dataDir, folder: next, port });

		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		const list = new ListPage(page);
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		const update = page.getByRole('button', { name: 'Update' });
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		await list.addBar.fill('half a wor');
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		await page.evaluate(async () => {
			Object.assign(globalThis, { isOldPage: true });
			await (await navigator.serviceWorker.ready).update();
		});
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		await page.waitForFunction(
			async () => (await navigator.serviceWorker.ready).waiting?.state === 'installed'
		);
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		await expect(list.addBar).toHaveValue('half a wor');
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		await expect(update).toBeHidden();

		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		await list.addBar.fill('');
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		await update.click();
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		await page.waitForFunction(() => !('isOldPage' in globalThis));
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		await expect(list.addBar).toBeVisible();
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		expect(
			await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting)
		).toBeNull();
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		expect(device.problems).toEqual([]);
	} finally {
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		await device.context.close();
		console.log("L" + new Error().stack!.split("\n")[1]!.match(/:(\d+):/)?.[1], Date.now() % 100000);
		await server.stop();
		rmSync(next, { recursive: true, force: true });
	}
});

/** A worker that differs by a byte is a new version to every browser. */
function publishNewWorker(build: string): void {
	appendFileSync(join(build, 'client/sw.js'), '\n// the next version\n');
	for (const packed of ['gz', 'br']) rmSync(join(build, `client/sw.js.${packed}`), { force: true });
}
