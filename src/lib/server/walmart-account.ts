import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError, type WalmartConfig } from './config.ts';
import type { WalmartAccount } from './prices/walmart/signature.ts';

/**
 * Who asks Walmart, with the key read and checked. A key in the environment goes before one in a file.
 * @throws ConfigError, which repeats nothing of the key, when the file cannot be read or the key cannot sign
 */
export function readWalmartAccount(config: WalmartConfig): WalmartAccount {
	const { consumerId, keyVersion, privateKey, privateKeyFile } = config;
	if (consumerId === null || keyVersion === null)
		throw new ConfigError('WALMART_CONSUMER_ID and WALMART_KEY_VERSION are needed to ask Walmart.');
	// A line of an environment file cannot hold line ends, so they are written as \n there.
	if (privateKey !== null)
		return accountWith('WALMART_PRIVATE_KEY', privateKey.replaceAll('\\n', '\n'));
	if (privateKeyFile !== null)
		return accountWith('WALMART_PRIVATE_KEY_FILE', readKeyFile(privateKeyFile));
	throw new ConfigError('WALMART_PRIVATE_KEY_FILE is needed to ask Walmart.');

	function accountWith(name: string, pem: string): WalmartAccount {
		return {
			consumerId: consumerId ?? '',
			keyVersion: keyVersion ?? '',
			privateKey: parseKey(name, pem)
		};
	}
}

function readKeyFile(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (cause) {
		const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
		throw new ConfigError(
			`WALMART_PRIVATE_KEY_FILE is "${file}", but it cannot be read (${code}). ` +
				'Put the private key there, readable by the user that the server runs as.'
		);
	}
}

const CONVERT =
	'"openssl pkcs8 -topk8 -nocrypt -in KEY -out walmart.pem" makes one of an RSA key in another form.';

function parseKey(name: string, pem: string): KeyObject {
	const isPkcs8 = pem.includes('-----BEGIN PRIVATE KEY-----');
	const key = isPkcs8 ? keyOrNull(pem) : null;
	if (key?.asymmetricKeyType === 'rsa') return key;
	const finding =
		key === null ? 'holds no private key in PKCS#8 PEM form' : 'holds a key that is not an RSA key';
	throw new ConfigError(
		`${name} ${finding}: it begins with "-----BEGIN PRIVATE KEY-----" and has no password. ${CONVERT}`
	);
}

function keyOrNull(pem: string): KeyObject | null {
	try {
		return createPrivateKey(pem);
	} catch {
		return null; // The error may quote the key.
	}
}
