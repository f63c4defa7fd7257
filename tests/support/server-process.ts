import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How long a start may take before the test gives up. */
const START_MS = 20_000;

/** The built server as its own process, which can be killed and started again on the same data and port. */
export class ServerProcess {
	/** Where it answers; the port is any free one at first, and the same after that. */
	url = '';
	#port = 0;
	readonly #dataDir = mkdtempSync(join(tmpdir(), 'wga-data-'));
	readonly #env: Readonly<Record<string, string>>;
	#child: ChildProcess | null = null;

	static async start(env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
		const server = new ServerProcess(env);
		await server.start();
		return server;
	}

	private constructor(env: Readonly<Record<string, string>>) {
		this.#env = env;
	}

	async start(): Promise<void> {
		const child = spawn(process.execPath, ['build/server/main.js'], {
			env: {
				...process.env,
				PORT: String(this.#port),
				DATA_DIR: this.#dataDir,
				LOG_LEVEL: 'error',
				...this.#env
			},
			stdio: ['ignore', 'pipe', 'inherit']
		});
		this.#child = child;
		await new Promise<void>((resolve, reject) => {
			const timer = setTimeout(() => reject(new Error('the server did not start')), START_MS);
			child.stdout.on('data', (chunk: Buffer) => {
				const [, url] = /is ready at (\S+)/.exec(chunk.toString()) ?? [];
				if (!url) return;
				clearTimeout(timer);
				this.url = url;
				this.#port = Number(new URL(url).port);
				resolve();
			});
			child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
		});
	}

	/** Ends it as a power cut would, or politely. */
	async stop(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
		const child = this.#child;
		this.#child = null;
		if (!child || child.exitCode !== null) return;
		const ended = new Promise((resolve) => child.once('exit', resolve));
		child.kill(signal);
		await ended;
	}

	/** Stops it and removes its data. */
	async remove(): Promise<void> {
		await this.stop();
		rmSync(this.#dataDir, { recursive: true, force: true });
	}
}
