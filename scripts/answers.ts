/**
 * Asks the server of this machine, found by HOST and PORT, until it answers, for services and containers:
 * `node scripts/answers.ts /readyz --within 60`. Ends with 0, or with 1 and a sentence.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { addressOf } from '#lib/server/address.ts';
import { ConfigError, parseConfig } from '#lib/server/config.ts';

const USAGE =
	'node scripts/answers.ts /healthz [--within SECONDS]: whether the server answers, 10 s unless told';
const ASK_EVERY_MS = 250;
/** One question gets this long, so that a server that hangs for a moment is asked again. */
const ANSWER_WITHIN_MS = 5_000;
/** Those that listen everywhere are asked at home. */
const AT_HOME: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

const { path, withinMs } = readArguments();
const url = urlOf(path);
const until = performance.now() + withinMs;
let problem = await ask();
while (problem !== null && performance.now() + ASK_EVERY_MS < until) {
	if (hasEnded()) stop('The server ended before it was ready; its log has the reason.');
	await sleep(ASK_EVERY_MS);
	problem = await ask();
}
if (problem !== null) stop(`${url} ${problem}, for ${withinMs / 1_000} s.`);

function readArguments() {
	try {
		const { values, positionals } = parseArgs({
			options: { within: { type: 'string', default: '10' } },
			allowPositionals: true
		});
		const [path = ''] = positionals;
		const isGood = path.startsWith('/') && /^\d{1,4}$/.test(values.within);
		return isGood ? { path, withinMs: Number(values.within) * 1_000 } : stop(USAGE, 2);
	} catch {
		return stop(USAGE, 2);
	}
}

function urlOf(path: string): string {
	try {
		const { host, port } = parseConfig(process.env);
		return addressOf(AT_HOME[host] ?? host, port) + path;
	} catch (cause) {
		if (cause instanceof ConfigError) stop(cause.message);
		throw cause;
	}
}

/** @returns what is wrong, as the end of a sentence about the address, or null */
async function ask(): Promise<string | null> {
	const left = Math.max(ASK_EVERY_MS, until - performance.now());
	const patienceMs = Math.round(Math.min(ANSWER_WITHIN_MS, left));
	try {
		const { status, body } = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
		await body?.cancel();
		return status === 200 ? null : `answers with ${status}`;
	} catch {
		return 'does not answer';
	}
}

/** systemd says whom it waits for; a server that is gone need not be waited for. */
function hasEnded(): boolean {
	const pid = Number(process.env['MAINPID'] ?? 0);
	if (pid === 0) return false;
	try {
		process.kill(pid, 0);
		return false;
	} catch (cause) {
		return cause instanceof Error && 'code' in cause && cause.code === 'ESRCH';
	}
}

function stop(sentence: string, code = 1): never {
	console.error(sentence);
	process.exit(code);
}
