import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from './config.ts';

export type Log = Logger;

/** Whatever a log line carries by accident, these never reach the disk. */
const SECRET_PATHS = ['cookie', 'authorization', 'token', 'password', 'text'].flatMap((name) => [
	name,
	`*.${name}`,
	`*.*.${name}`
]);

/**
 * One JSON object a line, on standard error by default: standard output belongs to the sentence that says
 * the server is ready. What people typed (`text`) counts as a secret.
 */
export function createLog(level: Config['logLevel'], destination?: DestinationStream): Log {
	const options = { level, redact: { paths: SECRET_PATHS, censor: '(hidden)' } };
	return pino(options, destination ?? pino.destination({ fd: 2, sync: true }));
}
