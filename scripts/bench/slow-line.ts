import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A TCP line to a port of this machine that can be made slow. */
export interface SlowLine {
	readonly port: number;
	/** How long an answer takes on its way back, from now on. */
	delay(ms: number): void;
	close(): void;
}

export async function openSlowLine(target: number): Promise<SlowLine> {
	let delayMs = 0;
	const ends = new Set<Socket>();
	const listener = createServer((near) => {
		const far = connect(target, '127.0.0.1');
		for (const end of [near, far]) {
			ends.add(end);
			end.on('error', () => end.destroy());
			end.on('close', () => ends.delete(end));
		}
		near.on('data', (piece) => void far.write(piece));
		far.on('data', (piece) => {
			if (delayMs === 0) near.write(piece);
			else setTimeout(() => near.writable && near.write(piece), delayMs);
		});
		near.on('close', () => far.destroy());
		far.on('close', () => near.destroy());
	}).listen(0, '127.0.0.1');
	await once(listener, 'listening');
	return {
		port: (listener.address() as AddressInfo).port,
		delay: (ms) => void (delayMs = ms),
		close() {
			listener.close();
			for (const end of ends) end.destroy();
		}
	};
}
