import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Redis } from 'ioredis';

/** A real redis-server with nothing kept on disk, and a plain client beside ours. */
export interface BenchRedis {
	readonly url: string;
	readonly client: Redis;
	/** Hangs it: connections stay open and nothing is answered. */
	pause(): void;
	kill(): Promise<void>;
	close(): Promise<void>;
}

/** @throws Error when there is no redis-server on this machine */
export async function startRedis(): Promise<BenchRedis> {
	const port = await findFreePort();
	const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
	const server = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
	await untilReady(server);
	const client = new Redis(port, '127.0.0.1');
	// It is not asked any more once its server is gone.
	client.on('error', () => undefined);
	async function kill(): Promise<void> {
		if (server.exitCode !== null || server.signalCode !== null) return;
		server.kill('SIGKILL');
		await once(server, 'exit');
	}
	return {
		url: `redis://127.0.0.1:${port}`,
		client,
		pause: () => void server.kill('SIGSTOP'),
		kill,
		async close() {
			client.disconnect();
			await kill();
		}
	};
}

async function findFreePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return port;
}

function untilReady(server: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', (cause) => {
			reject(new Error('There is no redis-server here (Debian: redis-server).', { cause }));
		});
		server.once('exit', (code) => reject(new Error(`redis-server ended with ${code}.`)));
		server.stdout?.on('data', (chunk: Buffer) => {
			if (chunk.includes('Ready to accept connections')) resolve();
		});
	});
}
