import { join } from 'node:path';
import { startBuiltServer, type BuiltServer } from '../../scripts/built-server.ts';
import { findQuietPort } from './quiet-port.ts';

/** The production build in a process of its own that ends, in one way or another, and comes back as it was. */
export class RestartingServer {
	readonly dataDir: string;
	/** How often it was asked to end, and how often it was killed. */
	readonly ends = { SIGTERM: 0, SIGKILL: 0 };
	#isUp = true;
	#process: BuiltServer;

	/** @param dataDir empty. Whoever calls this calls `stop`. */
	static async start(dataDir: string): Promise<RestartingServer> {
		const port = await findQuietPort();
		return new RestartingServer(dataDir, await startBuiltServer({ dataDir, port }));
	}

	private constructor(dataDir: string, process: BuiltServer) {
		this.dataDir = dataDir;
		this.#process = process;
	}

	get url(): string {
		return this.#process.url;
	}

	get isUp(): boolean {
		return this.#isUp;
	}

	/** Its database. */
	get file(): string {
		return join(this.dataDir, 'grocery.db');
	}

	/** Ends it and starts it again on the same data and port. */
	async restart(signal: keyof RestartingServer['ends']): Promise<void> {
		await this.stop(signal);
		const { dataDir } = this;
		this.#process = await startBuiltServer({ dataDir, port: this.#process.port });
		this.#isUp = true;
		this.ends[signal]++;
	}

	/** Stops it in the middle of whatever it does. */
	pause(): void {
		this.#process.pause();
	}

	resume(): void {
		this.#process.resume();
	}

	/** @returns its exit code, null after a kill; safe to call again */
	stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
		this.#isUp = false;
		return this.#process.stop(signal);
	}
}
