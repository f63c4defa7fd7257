import { expect, test } from '../support/browser.ts';

const PATHS = [
	'/',
	'/lists/nothing',
	'/lists/x/log',
	'/lists/x/trash',
	'/trash',
	'/devices',
	'/status',
	'/join',
	'/pair',
	'/nowhere/at/all'
];

test('refuses markup and scripts that did not come with the page', async ({ device, page }) => {
	const refused = await page.evaluate(async () => {
		const directives: string[] = [];
		addEventListener('securitypolicyviolation', (event) => {
			directives.push(event.effectiveDirective);
		});
		const attempts = [
			() => (document.body.innerHTML += '<img src="data:," onerror="globalThis.ran = 1">'),
			() => (document.createElement('script').text = 'globalThis.ran = 1'),
			() => Reflect.apply(setTimeout, null, ['globalThis.ran = 1']),
			() => navigator.serviceWorker.register('/other.js')
		];
		for (const attempt of attempts) {
			try {
				await attempt();
			} catch {
				// As it should be: the event says which rule refused it.
			}
		}
		await new Promise((resolve) => setTimeout(resolve, 50));
		return { directives, ran: 'ran' in globalThis };
	});
	expect(refused.ran).toBe(false);
	expect(refused.directives).toEqual(Array(4).fill('require-trusted-types-for'));
	// The tests of every other journey rely on these being heard.
	expect(device.problems.length).toBeGreaterThanOrEqual(4);
	device.problems.length = 0;
});

test('sends no page that another site may frame, and none without a policy', async ({ server }) => {
	for (const path of PATHS) {
		const answer = await fetch(server.url + path, { headers: { accept: 'text/html' } });
		const header = answer.headers.get('content-security-policy') ?? '';
		const [, meta = ''] =
			/<meta http-equiv="content-security-policy" content="([^"]+)"/.exec(await answer.text()) ??
			[];
		const policy = `${header}; ${meta}`;
		expect(policy, path).toContain("frame-ancestors 'none'");
		for (const rule of [
			"default-src 'self'",
			"object-src 'none'",
			"base-uri 'none'",
			"require-trusted-types-for 'script'",
			'trusted-types svelte-trusted-html sveltekit-trusted-url wga-service-worker'
		]) {
			expect(policy, path).toContain(rule);
		}
		expect(/script-src ([^;]*)/.exec(policy)?.[1], path).toMatch(/^'self' '(sha256|nonce)-/);
	}
});

test('is not in the way of any page', async ({ device }) => {
	for (const path of PATHS) await (await device.open(path)).waitForLoadState('networkidle');
	expect(device.problems.filter((problem) => !problem.includes('404'))).toEqual([]);
	device.problems.length = 0;
});
