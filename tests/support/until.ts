import { setTimeout as sleep } from 'node:timers/promises';

/** How often to look. */
const EVERY_MS = 20;
/** So patient that only what never comes is missed. */
const LIMIT_MS = 180_000;

/**
 * Resolves once it is true.
 * @param what is waited for, as the end of "waited in vain for …"
 * @throws Error when it never becomes true
 */
export async function until(what: string, isTrue: () => boolean): Promise<void> {
	const startedAt = performance.now();
	while (!isTrue()) {
		if (performance.now() - startedAt > LIMIT_MS) throw new Error(`waited in vain for ${what}`);
		await sleep(EVERY_MS);
	}
}
