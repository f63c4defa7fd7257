import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from './config.ts';

export type Log = Logger;

/**
 * Whatever a log line carries by accident, these never reach the disk: what signs somebody in, and what people typed.
 * `args` are those of a mutation, with the names of things, and those of a Redis command, with its password.
 */
const SECRETS = [
	...['cookie', 'set-cookie', 'authorization', 'token', 'link', 'password'],
	...['text', 'note', 'body', 'muts', 'args']
];
const SECRET_PATHS = SECRETS.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);

/**
 * One JSON object a line, on standard error by default: standard output belongs to the sentence that says
 * the server is ready.
 */
export function createLog(level: Config['logLevel'], destination?: DestinationStream): Log {
	const options = { level, redact: { paths: SECRET_PATHS, censor: '(hidden)' } };
	return pino(options, destination ?? pino.destination({ fd: 2, sync: true }));
}
