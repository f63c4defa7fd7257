/**
 * `npm run soak -- --minutes M --clients C --seed S`: households on bad lines with a server that keeps being restarted,
 * all of them the product's own code. Ends with 1 when an edit was lost or doubled, or two screens end differently.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quantile } from '../../scripts/bench/timing.ts';
import { readNumberOptions } from '../support/number-options.ts';
import type { Counts } from './scene.ts';
import { soak, type SoakReport } from './soak.ts';

/** Where nobody sees a line change, there is one a minute. */
const PLAIN_EVERY_S = 60;
/** As many violations are told in full. */
const SHOWN = 20;

const {
	minutes = 10,
	clients = 10,
	seed = Math.floor(Math.random() * 2 ** 31)
} = readNumberOptions({ minutes: 1, clients: 2, seed: 0 });
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());
const dataDir = mkdtempSync(join(tmpdir(), 'grocery-soak-'));
let plainLines = 0;
try {
	const { signal } = stopping;
	report(await soak({ dataDir, minutes, clients, seed, signal, onProgress }));
} catch (problem) {
	if (!stopping.signal.aborted) throw problem;
	process.stdout.write('\nstopped before its end\n');
	process.exitCode = 130;
} finally {
	rmSync(dataDir, { recursive: true, force: true });
}

function onProgress({ seconds, operations, reconnects, ends }: Counts): void {
	const restarts = ends.SIGTERM + ends.SIGKILL;
	const counts = `${operations} operations, ${reconnects} reconnects, ${restarts} restarts`;
	const line = `${clockOf(seconds)} of ${clockOf(minutes * 60)}: ${counts}`;
	if (process.stdout.isTTY) return void process.stdout.write(`\r\x1b[K${line}`);
	if (seconds < (plainLines + 1) * PLAIN_EVERY_S) return;
	plainLines++;
	process.stdout.write(`${line}\n`);
}

function report(soaked: SoakReport): void {
	if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
	const { operations, reconnects, ends, violations, arrivals } = soaked;
	for (const { kind, what } of violations.slice(0, SHOWN))
		process.stdout.write(`${kind}: ${what}\n`);
	const counted = Object.groupBy(violations, ({ kind }) => kind);
	const kinds = (['lost', 'doubled', 'refused', 'not converged', 'damaged'] as const)
		.map((kind) => `${counted[kind]?.length ?? 0} ${kind}`)
		.join(', ');
	const rows = {
		operations: `${operations}, by ${clients} clients in ${minutes} min`,
		reconnects: `${reconnects}`,
		restarts: `${ends.SIGTERM} asked, ${ends.SIGKILL} killed`,
		'tap to other screen': describe(arrivals.calm),
		'… with one cut off': describe(arrivals.cut),
		'longest stuck': inSeconds(soaked.longestStuckMs),
		'settled in': inSeconds(soaked.settledInMs),
		violations: `${violations.length}: ${kinds}`,
		seed: `${seed}`
	};
	for (const [name, value] of Object.entries(rows))
		process.stdout.write(`${name.padEnd(20)} ${value}\n`);
	if (violations.length > 0) process.exitCode = 1;
}

function describe(samples: readonly number[]): string {
	if (samples.length === 0) return 'never';
	const at = (share: number) => `${Math.round(quantile(samples, share))} ms`;
	return `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, longest ${at(1)}, of ${samples.length}`;
}

function inSeconds(ms: number): string {
	return `${(ms / 1_000).toFixed(1)} s`;
}

/** @returns "3:07" */
function clockOf(seconds: number): string {
	return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}
