import { expect, test } from '../support/browser.ts';
import { ListPage } from '../support/list-page.ts';

test('S11: no script of a page ever sees the session', async ({ page, device }) => {
	const list = new ListPage(page);
	await list.add('milk');
	await list.isUpToDate();
	expect(await page.evaluate(() => document.cookie)).toBe('');
	const [cookie] = await device.context.cookies();
	expect(cookie).toMatchObject({ name: 'sid', httpOnly: true, sameSite: 'Lax', secure: false });
	const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }));
	expect(stored).not.toContain(cookie?.value);
});

test('S5: the built server takes a change from nowhere but its own pages, form or not', async ({
	server,
	page,
	device
}) => {
	const list = new ListPage(page);
	await list.add('milk');
	await list.isUpToDate();
	const [sid] = await device.context.cookies();
	const cookie = `sid=${sid?.value}`;
	for (const path of ['/', '/lists/x', '/api/sync', '/api/session', '/api/invites', '/sw.js']) {
		for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
			for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/plain']) {
				for (const origin of ['https://evil.example', 'null', '']) {
					const headers = { cookie, 'content-type': type, ...(origin && { origin }) };
					const { status } = await fetch(server.url + path, { method, headers, body: '{}' });
					expect([403, 404, 405], `${method} ${path} ${type} from "${origin}"`).toContain(status);
				}
			}
		}
	}
	const { status } = await fetch(`${server.url}/api/devices`, { headers: { cookie } });
	expect(status).toBe(200);
});
