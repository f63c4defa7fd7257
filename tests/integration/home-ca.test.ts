import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, type TestContext } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DAY_MS = 24 * 3_600_000;
/** What Apple takes at most, less a day. */
const MOST_DAYS = 397;

beforeEach((context: TestContext) => {
	if (spawnSync('openssl', ['version']).status !== 0)
		context.skip('openssl is not on this machine');
});

function homeCa(folder: string, ...names: readonly string[]) {
	const { status, stdout, stderr } = spawnSync(
		'sh',
		['deploy/home-ca.sh', '--dir', folder, ...names],
		{
			encoding: 'utf8'
		}
	);
	return { status, said: stdout, complaint: stderr };
}

function openssl(folder: string, input: string, ...args: readonly string[]): string {
	const { status, stdout, stderr } = spawnSync('openssl', args, {
		cwd: folder,
		input,
		encoding: 'utf8'
	});
	return status === 0 ? stdout : stderr;
}

const certificate = (folder: string, name = 'server.pem') =>
	new X509Certificate(readFileSync(join(folder, name)));

/** A certificate by the authority's key, made without asking the script. */
function sign(folder: string, names: string, days: number): string {
	const request = openssl(folder, '', 'req', '-new', '-key', 'server.key', '-subj', '/O=x');
	writeFileSync(join(folder, 'by-hand.cnf'), `subjectAltName=${names}`);
	const by = [
		'-CA',
		'ca.pem',
		'-CAkey',
		'ca.key',
		'-extfile',
		'by-hand.cnf',
		'-days',
		String(days)
	];
	return openssl(folder, request, 'x509', '-req', ...by);
}

test('makes a certificate for all names that no phone finds too long, and keys for their owner alone', () => {
	const folder = temporaryFolder();
	expect(homeCa(folder, 'Groceries.lan', '192.168.1.20', 'fd12::1')).toMatchObject({
		status: 0,
		complaint: ''
	});
	const server = certificate(folder);
	expect(server.subjectAltName).toBe(
		'DNS:groceries.lan, IP Address:192.168.1.20, IP Address:FD12:0:0:0:0:0:0:1'
	);
	expect(server.verify(certificate(folder, 'ca.pem').publicKey)).toBe(true);
	const days = (Date.parse(server.validTo) - Date.parse(server.validFrom)) / DAY_MS;
	expect(days).toBeLessThanOrEqual(MOST_DAYS);
	expect(statSync(join(folder, 'ca.key')).mode & 0o777).toBe(0o600);
	expect(statSync(join(folder, 'server.key')).mode & 0o777).toBe(0o600);
	expect(readdirSync(folder).sort()).toEqual([
		'ca.key',
		'ca.pem',
		'server.key',
		'server.names',
		'server.pem'
	]);
});

test('says what to compare on the phone, and how each kind takes it', () => {
	const folder = temporaryFolder();
	const { said } = homeCa(folder, 'groceries.lan', 'localhost');
	expect(said).toContain(certificate(folder, 'ca.pem').fingerprint256);
	expect(said).toContain('http://groceries.lan/home-ca.crt');
	for (const kind of ['iPhone', 'Android', 'Windows', 'macOS', 'Firefox'])
		expect(said).toContain(kind);
});

test('run again it changes nothing, with the names and without', () => {
	const folder = temporaryFolder();
	homeCa(folder, 'groceries.lan', '192.168.1.20');
	const { serialNumber } = certificate(folder);
	expect(homeCa(folder).said).toContain('still good');
	expect(homeCa(folder, '192.168.1.20', 'groceries.lan').said).toContain('still good');
	expect(certificate(folder).serialNumber).toBe(serialNumber);
});

test('a new name, or an end that comes near, is a new certificate by the same authority', () => {
	const folder = temporaryFolder();
	homeCa(folder, 'groceries.lan');
	const authority = readFileSync(join(folder, 'ca.pem'), 'utf8');
	homeCa(folder, 'groceries.lan', 'kitchen.lan');
	expect(certificate(folder).subjectAltName).toContain('kitchen.lan');

	writeFileSync(join(folder, 'server.pem'), sign(folder, 'DNS:groceries.lan', 59));
	expect(homeCa(folder).said).toContain('Made a certificate');
	expect(Date.parse(certificate(folder).validTo)).toBeGreaterThan(Date.now() + 390 * DAY_MS);
	expect(certificate(folder).subjectAltName).toContain('kitchen.lan');
	expect(readFileSync(join(folder, 'ca.pem'), 'utf8')).toBe(authority);
});

test('whoever steals the authority’s key can pretend to be no machine outside a home', () => {
	const folder = temporaryFolder();
	homeCa(folder, 'groceries.example');
	const verdict = (names: string): string => {
		writeFileSync(join(folder, 'by-hand.pem'), sign(folder, names, 30));
		return openssl(folder, '', 'verify', '-CAfile', 'ca.pem', 'by-hand.pem');
	};
	expect(verdict('DNS:tv.lan')).toContain('OK');
	expect(verdict('DNS:groceries.example')).toContain('OK');
	expect(verdict('DNS:bank.example')).toContain('permitted subtree violation');
	expect(verdict('IP:203.0.113.7')).toContain('permitted subtree violation');
});

test('a name that the authority was not made for is refused, and the old certificate stays', () => {
	const folder = temporaryFolder();
	homeCa(folder, 'groceries.lan');
	const { serialNumber } = certificate(folder);
	const { status, complaint } = homeCa(folder, 'shop.example');
	expect(status).toBe(1);
	expect(complaint).toContain('Use a name that ends in .lan');
	expect(certificate(folder).serialNumber).toBe(serialNumber);
	expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
});

test.each(['two words', 'a;b', '-x.lan', '.lan', 'käse.lan'])('"%s" is no name', (name) => {
	const folder = temporaryFolder();
	const { status, complaint } = homeCa(folder, 'groceries.lan', name);
	expect(status).toBe(1);
	expect(complaint).toContain('neither a host name nor an address');
	expect(readdirSync(folder)).toEqual([]);
});
