import { readFileSync } from 'node:fs';
import { expect, rows, test, untilOffline, add } from '../support/journey.ts';

test('the browser finds nothing that keeps the app from being installed', async ({
	device,
	page
}) => {
	await untilOffline(page);
	const session = await device.context.newCDPSession(page);
	const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
	expect(installabilityErrors).toEqual([]);
});

test('the worker holds the shell and every script, and is never taken from a cache', async ({
	page
}) => {
	const response = await page.request.get('/sw.js');
	expect(response.status()).toBe(200);
	expect(response.headers()['cache-control']).toContain('no-cache');
	const entries = (await response.text()).match(/"?url"?:/g) ?? [];
	expect(entries.length).toBeGreaterThan(10);
});

for (const path of ['/', '/lists/never-heard-of-it']) {
	test(`${path} opens with the server dead and the phone offline`, async ({
		device,
		page,
		server
	}) => {
		await add(page, 'milk');
		await untilOffline(page);
		await server.stop();
		await device.context.setOffline(true);
		await page.goto(path);
		if (path === '/') await expect(rows(page)).toHaveCount(1);
		else await expect(page.getByText(/not on this device/i)).toBeVisible();
	});
}

test('icons have the pixels that the manifest claims', async ({ page }) => {
	const manifest = (await (await page.request.get('/manifest.webmanifest')).json()) as {
		icons: { src: string; sizes: string }[];
	};
	expect(manifest.icons.length).toBe(3);
	for (const { src, sizes } of manifest.icons) {
		const png = await (await page.request.get(src)).body();
		expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
	}
	const touch = readFileSync('static/apple-touch-icon.png');
	expect([touch.readUInt32BE(16), touch.readUInt32BE(20)]).toEqual([180, 180]);
});

test('pages forbid foreign scripts, frames and untrusted HTML', async ({ page }) => {
	const list = await page.request.get('/lists/any');
	const policy = list.headers()['content-security-policy'] ?? '';
	expect(policy).toContain("require-trusted-types-for 'script'");
	expect(policy).toContain("frame-ancestors 'none'");
	expect(policy).not.toMatch(/script-src[^;]*unsafe/);
	expect(list.headers()['x-content-type-options']).toBe('nosniff');
	const shell = await (await page.request.get('/')).text();
	expect(shell).toContain('http-equiv="content-security-policy"');
});
