import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface BuiltServer {
	/** `http://127.0.0.1:40123` */
	readonly url: string;
	readonly port: number;
	readonly pid: number;
	/** Hangs it: connections are taken and nothing is answered. */
	pause(): void;
	/** Lets it go on. */
	resume(): void;
	/** Resolves when the process is gone, with its exit code, null after a kill; safe to call again. */
	stop(signal?: NodeJS.Signals): Promise<number | null>;
}

interface BuiltServerOptions {
	readonly dataDir: string;
	/** 0, the default, takes any free one. */
	readonly port?: number;
	/** Where the build lies; `build` unless told. */
	readonly folder?: string;
	/** As an operator would set them. */
	readonly env?: Readonly<Record<string, string>>;
}

const READY = / is ready at (http:\/\/\S+:(\d+))$/;
const START_LIMIT_MS = 30_000;

/** Starts what `npm start` starts, in a process of its own; whoever calls this stops it. */
export async function startBuiltServer(options: BuiltServerOptions): Promise<BuiltServer> {
	const { dataDir, port = 0, folder = 'build', env } = options;
	const child = spawn(process.execPath, [`${folder}/server/main.js`], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: {
			...process.env,
			HOST: '127.0.0.1',
			PORT: String(port),
			DATA_DIR: dataDir,
			LOG_LEVEL: 'error',
			...env
		}
	});
	try {
		const [, url = '', heard] = await readyLine(child);
		return {
			url,
			port: Number(heard),
			pid: child.pid ?? 0,
			pause: () => void child.kill('SIGSTOP'),
			resume: () => void child.kill('SIGCONT'),
			stop: (signal = 'SIGTERM') => end(child, signal)
		};
	} catch (cause) {
		await end(child, 'SIGKILL');
		throw cause;
	}
}

async function readyLine(child: ChildProcess): Promise<RegExpExecArray> {
	if (!child.stdout) throw new Error('The server has no output to read.');
	const limit = setTimeout(() => child.kill('SIGKILL'), START_LIMIT_MS);
	try {
		for await (const line of createInterface({ input: child.stdout })) {
			const ready = READY.exec(line);
			if (ready) return ready;
		}
	} finally {
		clearTimeout(limit);
		child.stdout.resume();
	}
	if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
	const how = child.signalCode ?? child.exitCode;
	throw new Error(
		`The server ended before it was ready (${how}); if it had a reason, it stands above.`
	);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
	if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
	const gone = once(child, 'exit');
	child.kill(signal);
	child.kill('SIGCONT'); // where it was paused, it would not hear the other one
	await gone;
	return child.exitCode;
}
