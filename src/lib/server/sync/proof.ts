import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 32;

/**
 * Signs what an answer claims, so that a device can show later that this server once said it. The key lies beside
 * the database and is made at the first start.
 * @returns HMAC-SHA256 of the claim in base64url
 */
export function openProof(dataDir: string): (claim: string) => string {
	const file = join(dataDir, 'sync.key');
	if (!existsSync(file)) writeFileSync(file, randomBytes(KEY_BYTES), { mode: 0o600, flush: true });
	const key = readFileSync(file);
	// A key cut short by a full disk would make every proof forgeable; without it, nobody is believed.
	if (key.length < KEY_BYTES) throw new Error(`${file} is damaged. Remove it and start again.`);
	const secret = createSecretKey(key);
	return (claim) => createHmac('sha256', secret).update(claim).digest('base64url');
}
