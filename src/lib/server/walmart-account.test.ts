import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts';
import { ConfigError, parseConfig } from './config.ts';
import { readWalmartAccount } from './walmart-account.ts';

const ID = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
const pkcs8 = rsa.export({ type: 'pkcs8', format: 'pem' }).toString();
const pkcs1 = rsa.export({ type: 'pkcs1', format: 'pem' }).toString();
const locked = rsa
	.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' })
	.toString();
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' })
	.privateKey.export({ type: 'pkcs8', format: 'pem' })
	.toString();
const cut = pkcs8.replace(/\n[^\n]+\n/, '\n');

function accountOf(env: Record<string, string>) {
	const { walmart } = parseConfig({
		PRICE_PROVIDER: 'walmart',
		WALMART_CONSUMER_ID: ID,
		WALMART_KEY_VERSION: '2',
		...env
	});
	return readWalmartAccount(walmart);
}

function complaintAbout(env: Record<string, string>): string {
	try {
		accountOf(env);
	} catch (cause) {
		expect(cause).toBeInstanceOf(ConfigError);
		return (cause as ConfigError).message;
	}
	throw new Error('The key was taken.');
}

function fileWith(text: string): string {
	const file = join(temporaryFolder(), 'key.pem');
	writeFileSync(file, text);
	return file;
}

describe('the key for Walmart', () => {
	test('is the same from a file, from a variable, and from a variable with \\n for line ends', () => {
		for (const env of [
			{ WALMART_PRIVATE_KEY_FILE: fileWith(pkcs8) },
			{ WALMART_PRIVATE_KEY: pkcs8 },
			{ WALMART_PRIVATE_KEY: pkcs8.replaceAll('\n', '\\n') }
		]) {
			const { consumerId, keyVersion, privateKey } = accountOf(env);
			expect([consumerId, keyVersion]).toEqual([ID, '2']);
			expect(privateKey.equals(rsa)).toBe(true);
		}
	});

	test('in a variable goes before one in a file, which is then not read', () => {
		const env = { WALMART_PRIVATE_KEY: pkcs8, WALMART_PRIVATE_KEY_FILE: '/nowhere/key.pem' };
		expect(accountOf(env).privateKey.equals(rsa)).toBe(true);
	});

	test.each([
		['in another form', pkcs1],
		['with a password', locked],
		['with a part missing', cut]
	])('%s is refused with what to do', (_kind, pem) => {
		const complaint = complaintAbout({ WALMART_PRIVATE_KEY: pem.replaceAll('\n', '\\n') });
		expect(complaint).toBe(
			'WALMART_PRIVATE_KEY holds no private key in PKCS#8 PEM form: it begins with ' +
				'"-----BEGIN PRIVATE KEY-----" and has no password. ' +
				'"openssl pkcs8 -topk8 -nocrypt -in KEY -out walmart.pem" makes one of an RSA key in another form.'
		);
	});

	test('of another kind is refused', () => {
		expect(complaintAbout({ WALMART_PRIVATE_KEY_FILE: fileWith(curve) })).toMatch(
			/^WALMART_PRIVATE_KEY_FILE holds a key that is not an RSA key/
		);
	});

	test('in a file that cannot be read is refused with the name of the file and why', () => {
		expect(complaintAbout({ WALMART_PRIVATE_KEY_FILE: '/nowhere/key.pem' })).toBe(
			'WALMART_PRIVATE_KEY_FILE is "/nowhere/key.pem", but it cannot be read (ENOENT). ' +
				'Put the private key there, readable by the user that the server runs as.'
		);
	});

	test('is repeated by no complaint', () => {
		const middle = pkcs1.split('\n')[5] ?? '';
		for (const pem of [pkcs1, locked, cut])
			expect(complaintAbout({ WALMART_PRIVATE_KEY: pem })).not.toContain(middle);
	});
});
