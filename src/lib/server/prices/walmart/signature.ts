import { sign, type KeyObject } from 'node:crypto';

/** Who asks. The key and the id are secrets: neither may reach a log line or an error. */
export interface WalmartAccount {
	readonly consumerId: string;
	readonly keyVersion: string;
	/** RSA. */
	readonly privateKey: KeyObject;
}

/**
 * The headers by which Walmart knows who asks; good for 180 s, so they are made anew for every call.
 * @param timestampMs wall-clock ms
 */
export function signedHeaders(
	{ consumerId, keyVersion, privateKey }: WalmartAccount,
	timestampMs: number
): Record<string, string> {
	const timestamp = String(timestampMs);
	const signed = Buffer.from(`${consumerId}\n${timestamp}\n${keyVersion}\n`);
	return {
		Accept: 'application/json',
		'WM_CONSUMER.ID': consumerId,
		'WM_CONSUMER.INTIMESTAMP': timestamp,
		'WM_SEC.KEY_VERSION': keyVersion,
		'WM_SEC.AUTH_SIGNATURE': sign('RSA-SHA256', signed, privateKey).toString('base64')
	};
}
