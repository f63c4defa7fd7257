import { startBackups } from './backup-child.ts';
import { ConfigError, parseConfig, type Config } from './config.ts';
import { DataRefused } from './db/refused.ts';
import { serve, type Handler, type RunningServer } from './serve.ts';

/** The whole end, drained or not, takes no longer than this. */
const HARD_STOP_MS = 10_000;

/**
 * The life of the process: from the environment to the one line that says it is ready, and from a signal to
 * its end. What it cannot start with becomes a sentence on standard error and a non-zero exit.
 */
export async function runServer(loadHandler: () => Promise<Handler>): Promise<void> {
	try {
		const config = parseConfig(process.env);
		const server = await serve(config, await loadHandler());
		const endBackups = config.backupAuto ? startBackups(config, server.app.log) : () => undefined;
		for (const signal of ['SIGTERM', 'SIGINT'] as const) {
			process.on(signal, () => {
				endBackups();
				void stop(server);
			});
		}
		process.stdout.write(`Walmart Grocery Agent is ready at ${server.url}\n`);
	} catch (cause) {
		process.stderr.write(`${sentenceFor(cause)}\n`);
		process.exit(1);
	}
}

/** The life of a process that only does this and ends: with 0, or with a sentence and 1. */
export async function runWork(work: (config: Config) => Promise<unknown>): Promise<void> {
	try {
		await work(parseConfig(process.env));
	} catch (cause) {
		process.stderr.write(`${sentenceFor(cause)}\n`);
		process.exitCode = 1;
	}
}

async function stop(server: RunningServer): Promise<void> {
	const hardStop = setTimeout(() => process.exit(1), HARD_STOP_MS);
	await server.close();
	clearTimeout(hardStop);
	process.exit(0);
}

/** What the operator can act on is a sentence; a stack is for what only we can mend. */
function sentenceFor(cause: unknown): string {
	if (cause instanceof ConfigError || cause instanceof DataRefused) return cause.message;
	if (!(cause instanceof Error)) return String(cause);
	const code = codeOf(cause) || codeOf(cause.cause);
	if (code === 'EADDRINUSE') {
		return `${cause.message}. Another program uses this port: stop it, or set PORT to another number.`;
	}
	if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
		return `${cause.message}. Check HOST, PORT and the rights on DATA_DIR.`;
	}
	if (code === 'ENOSPC' || code === 'SQLITE_FULL') {
		return `${cause.message}. Make room on the disk that holds DATA_DIR, and start again.`;
	}
	if (/^SQLITE_(CANTOPEN|READONLY|IOERR|PERM)/.test(code)) {
		return `${cause.message}. The files in DATA_DIR cannot be written: check its rights and its disk.`;
	}
	return cause.stack ?? cause.message;
}

const codeOf = (cause: unknown): string =>
	cause instanceof Error && 'code' in cause ? String(cause.code) : '';
