import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, isKept, openDevice, test as base } from '../support/browser.ts';
import { inviteLink } from '../support/household.ts';
import { ListPage } from '../support/list-page.ts';
import { hasNginx, HOST, NO_NGINX, startNginx, type Nginx } from '../support/nginx.ts';

const hasCertutil = spawnSync('certutil', ['-h']).error === undefined;

const test = base.extend<{ nginx: Nginx }>({
	nginx: async ({ server, folder }, use) => {
		const nginx = await startNginx({ folder, appPort: server.port });
		await use(nginx);
		await nginx.stop();
	}
});

test.use({ env: { TRUST_PROXY: 'on' } });
test.skip(!hasNginx, NO_NGINX);
test.skip(!hasCertutil, 'certutil is not on this machine (Debian: libnss3-tools)');

/** A home folder whose owner trusts this authority, as importing it in the settings of Chromium does. */
function homeThatTrusts(home: string, authority: string | null): string {
	const store = join(home, '.pki/nssdb');
	mkdirSync(store, { recursive: true });
	const database = ['-d', `sql:${store}`];
	const certutil = (...args: readonly string[]) => {
		const { status, stderr } = spawnSync('certutil', args, { encoding: 'utf8' });
		expect(status, stderr).toBe(0);
	};
	certutil('-N', '--empty-password', ...database);
	if (authority) certutil('-A', '-n', 'home', '-t', 'C,,', '-i', authority, ...database);
	return home;
}

test('with an authority of its own, a home has HTTPS: the app is kept, installable, and opens without its server', async ({
	server,
	nginx,
	folder
}) => {
	const phone = await openDevice({
		folder: join(folder, 'phone'),
		baseURL: `https://${HOST}:${nginx.port}`,
		hostName: HOST,
		home: homeThatTrusts(join(folder, 'home'), join(folder, 'tls/ca.pem'))
	});
	const page = await phone.open();
	expect(await page.evaluate(() => isSecureContext)).toBe(true);
	const list = new ListPage(page);
	await list.add('milk, a dozen eggs');
	await list.isUpToDate();
	const cookies = await phone.context.cookies();
	expect(cookies).toMatchObject([{ name: '__Host-sid', secure: true, httpOnly: true }]);
	expect(await inviteLink(page)).toContain(`https://${HOST}`);
	await isKept(page);
	const session = await phone.context.newCDPSession(page);
	expect(await session.send('Page.getInstallabilityErrors')).toEqual({ installabilityErrors: [] });

	await page.close();
	await nginx.stop();
	await server.stop();
	const again = await phone.open();
	await expect(new ListPage(again).ticks).toHaveCount(2);
	expect(phone.problems).toEqual([]);
	await phone.context.close();
});

test('who does not know the authority is warned, and is given no page', async ({
	nginx,
	folder
}) => {
	const stranger = await openDevice({
		folder: join(folder, 'stranger'),
		baseURL: `https://${HOST}:${nginx.port}`,
		hostName: HOST,
		home: homeThatTrusts(join(folder, 'home'), null)
	});
	await expect(stranger.open()).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID');
	await stranger.context.close();
});
