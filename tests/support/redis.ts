import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface TestRedis {
	readonly url: string;
	/** Hangs it: connections stay open and nothing is answered. */
	pause(): void;
	resume(): void;
	kill(): Promise<void>;
}

/** A real redis-server of this test alone, in memory, on a free port; gone when the test is over. */
export async function startRedis(port?: number): Promise<TestRedis> {
	const own = port ?? (await findFreePort());
	const options = [
		'--port',
		String(own),
		'--bind',
		'127.0.0.1',
		'--save',
		'',
		'--appendonly',
		'no'
	];
	const server = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
	onTestFinished(() => end(server));
	await untilReady(server);
	return {
		url: `redis://127.0.0.1:${own}`,
		pause: () => void server.kill('SIGSTOP'),
		resume: () => void server.kill('SIGCONT'),
		kill: () => end(server)
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
		server.once('error', reject);
		server.once('exit', (code) => reject(new Error(`redis-server ended with ${code}.`)));
		server.stdout?.on('data', (chunk: Buffer) => {
			if (chunk.includes('Ready to accept connections')) resolve();
		});
	});
}

async function end(server: ChildProcess): Promise<void> {
	if (server.exitCode !== null || server.signalCode !== null) return;
	server.kill('SIGKILL');
	await once(server, 'exit');
}
