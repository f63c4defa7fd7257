/**
 * `npm run bench [-- --check] [-- --only NAME]`: the speed of every hot path beside its limit. Writes
 * `bench/results.json`; `--check` ends with 1 when one is over its bar.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs, styleText } from 'node:util';
import { loopBesideBackup, restoreOf100MB, writeBesideBackup } from './backup.ts';
import { runBench, type Bench, type Result } from './bench.ts';
import { fanOutArrival, fanOutCpu } from './fan-out.ts';
import { idleMemory } from './idle-memory.ts';
import { lineBesideImport, queueBeforeModel } from './model-queue.ts';
import { parseLine } from './parse.ts';
import {
	oneBatchArrival,
	oneBatchCpu,
	priceFanOutArrival,
	priceFanOutCpu
} from './price-fan-out.ts';
import { httpArrival, httpCpu } from './price-http.ts';
import { priceLookup } from './price-lookup.ts';
import { batchFromRedis, batchFromSqlite, hitInRedis, sqliteRead } from './price-tiers.ts';
import {
	coldPrice,
	redisHung,
	redisKilled,
	redisSlow,
	staleWhileFailing,
	staleWhileSilent
} from './price-trouble.ts';
import { searchOnDevice, searchOnServer } from './product-search.ts';
import { saveOnDevice, tapToDisk } from './save.ts';
import { saveOnServer } from './save-on-server.ts';
import { socketAcknowledgement } from './socket.ts';
import { tapToTheOtherScreen } from './tap-to-screen.ts';
import { totalAfterChange, totalIsFlat } from './total.ts';

const BENCHES: readonly Bench[] = [
	priceLookup,
	hitInRedis,
	sqliteRead,
	batchFromRedis,
	batchFromSqlite,
	coldPrice,
	redisHung,
	redisKilled,
	redisSlow,
	staleWhileSilent,
	staleWhileFailing,
	httpCpu,
	httpArrival,
	idleMemory,
	parseLine,
	searchOnServer,
	searchOnDevice,
	queueBeforeModel,
	lineBesideImport,
	totalAfterChange,
	totalIsFlat,
	socketAcknowledgement,
	fanOutCpu,
	fanOutArrival,
	priceFanOutCpu,
	priceFanOutArrival,
	oneBatchArrival,
	oneBatchCpu,
	saveOnServer,
	writeBesideBackup,
	loopBesideBackup,
	restoreOf100MB,
	saveOnDevice,
	tapToDisk,
	tapToTheOtherScreen
];

const { values } = parseArgs({ options: { check: { type: 'boolean' }, only: { type: 'string' } } });
const chosen = BENCHES.filter(({ name }) => name.includes(values.only ?? ''));
if (chosen.length === 0) {
	console.error(`No row is called that. There are: ${BENCHES.map(({ name }) => name).join('; ')}.`);
	process.exit(2);
}

const WIDTHS = [36, 12, 12, 28, 8, 10, 12] as const;
console.log(rowOf(['', 'ours', 'limit', 'peer', 'ratio', 'bar', 'asked for']));
const results: Result[] = [];
for (const bench of chosen) {
	const result = await runBench(bench);
	results.push(result);
	printResult(result);
}
mkdirSync('bench', { recursive: true });
writeFileSync('bench/results.json', `${JSON.stringify(results, null, '\t')}\n`);
const within = results.filter(({ pass }) => pass).length;
if (values.check && within < results.length) process.exitCode = 1;
console.log(`${within} of ${results.length} within their bars`);

function printResult(result: Result): void {
	const { name, ours, limit, peer, peerName, unit, ratio, bar, barOf, target, pass } = result;
	const amount = (value: number | null) => (value === null ? '-' : `${digits(value)} ${unit}`);
	const cells = [
		name,
		amount(ours),
		amount(limit),
		peer === null ? '-' : `${amount(peer)} ${peerName}`,
		ratio === null ? '-' : `${digits(ratio)}x`,
		barOf === 'limit' ? `${bar}x` : amount(bar),
		amount(target),
		pass ? 'within' : 'OVER'
	];
	const line = rowOf(cells);
	console.log(pass ? line : styleText('red', line));
}

function rowOf(cells: readonly string[]): string {
	return cells.map((cell, i) => cell.padEnd(WIDTHS[i] ?? 0)).join('');
}

/** Three figures that mean something. */
function digits(value: number): string {
	return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
