import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below every port that a system hands out by itself. */
const LOWEST = 20_000;
const COUNT = 10_000;

/**
 * A free port that nobody is given by chance: a server that comes back to it finds it free again, whatever else runs
 * on this machine.
 */
export async function findQuietPort(): Promise<number> {
	for (;;) {
		const port = LOWEST + Math.floor(Math.random() * COUNT);
		const probe = createServer().listen(port, '127.0.0.1');
		try {
			await once(probe, 'listening');
		} catch {
			continue; // taken
		}
		probe.close();
		await once(probe, 'close');
		return port;
	}
}
