import { gzipSync } from 'node:zlib';
import { expect, test } from '../support/browser.ts';
import { ListPage } from '../support/list-page.ts';

/** JavaScript and CSS, as gzip sends them, before anybody has done anything. */
const BUDGET_BYTES = 95 * 1024;

test('loads no more than its budget before the first interaction', async ({ device }) => {
	const page = await device.context.newPage();
	const loading: Promise<[string, number]>[] = [];
	page.on('response', (response) => {
		const isCounted = ['script', 'stylesheet'].includes(response.request().resourceType());
		if (isCounted) loading.push(weigh(response.url(), response.body()));
	});
	await page.goto('/');
	await expect(new ListPage(page).addBar).toBeVisible();
	await page.waitForLoadState('networkidle');

	const weighed = await Promise.all(loading);
	const total = weighed.reduce((sum, [, bytes]) => sum + bytes, 0);
	process.stdout.write(
		`JavaScript and CSS of the first load: ${(total / 1024).toFixed(1)} KB gzip\n`
	);
	expect(weighed.length).toBeGreaterThan(3);
	expect(total, JSON.stringify(weighed, null, '\t')).toBeLessThanOrEqual(BUDGET_BYTES);
});

async function weigh(url: string, body: Promise<Buffer>): Promise<[string, number]> {
	return [new URL(url).pathname, gzipSync(await body).byteLength];
}
