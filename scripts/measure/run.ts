/**
 * `npm run measure -- sync [--seeds N] [--only WORDS]`: what people feel, measured in two real Chromiums against the
 * production build, beside how it should be.
 */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs, styleText } from 'node:util';
import { invisibleNames, milkTwice, tickedAgain, undoAfterReload } from './adding.ts';
import { comingBack, leftOpen } from './dead-socket.ts';
import { serverKilled } from './killed-server.ts';
import { editsOffline, tickAndRename } from './offline.ts';
import type { Row, Run } from './row.ts';
import { tickToTheOtherScreen, twoTabsOffline } from './tick.ts';
import { connectionToggling, uplinkToggling } from './toggling.ts';

const TABLES: Readonly<Record<string, readonly Row[]>> = {
	sync: [
		tickToTheOtherScreen,
		serverKilled,
		connectionToggling,
		uplinkToggling,
		editsOffline,
		tickAndRename,
		comingBack,
		leftOpen,
		twoTabsOffline,
		undoAfterReload,
		invisibleNames,
		milkTwice,
		tickedAgain
	]
};
const USAGE = 'npm run measure -- sync [--seeds N] [--only WORDS]';
const DEFAULT_SEEDS = '2';
const WIDTHS = [56, 42, 76] as const;

const { rows, seeds } = readArguments();
const [loadBefore = 0] = loadavg();
const outcomes: Outcome[] = [];
for (const row of rows) {
	console.error(row.what);
	outcomes.push(await measure(row, { seeds, tell: (progress) => console.error(`  ${progress}`) }));
}
console.log(lineOf(['', 'goal', 'ours', '']));
for (const outcome of outcomes) printOutcome(outcome);
// The time of a tick is that of everything else this machine did, too.
console.log(`on ${availableParallelism()} cores with a load of ${loadBefore.toFixed(1)} before`);
const met = outcomes.filter(({ verdict }) => verdict === 'met').length;
// That a goal is missed is a finding; that it cannot be told is a fault.
if (outcomes.some(({ verdict }) => verdict === 'NOT MEASURED')) process.exitCode = 1;
console.log(`${met} of ${outcomes.length} goals met`);

interface Outcome {
	readonly row: Row;
	readonly ours: string;
	readonly verdict: 'met' | 'MISSED' | 'NOT MEASURED';
}

async function measure(row: Row, run: Run): Promise<Outcome> {
	try {
		const { ours, isMet } = await row.measure(run);
		return { row, ours, verdict: isMet ? 'met' : 'MISSED' };
	} catch (cause) {
		const [why = ''] = String(cause).split('\n');
		return { row, ours: why, verdict: 'NOT MEASURED' };
	}
}

function printOutcome({ row, ours, verdict }: Outcome): void {
	const line = lineOf([row.what, row.goal, ours, verdict]);
	console.log(verdict === 'met' ? line : styleText('red', line));
}

function lineOf(cells: readonly string[]): string {
	return cells.map((cell, i) => cell.padEnd(WIDTHS[i] ?? 0)).join('');
}

function readArguments(): { readonly rows: readonly Row[]; readonly seeds: number } {
	const { values, positionals } = parse();
	const [name = ''] = positionals;
	const table = Object.hasOwn(TABLES, name) ? TABLES[name] : undefined;
	if (!table)
		return stop(`Name a table, as in: ${USAGE}. There is: ${Object.keys(TABLES).join(', ')}.`);
	const rows = table.filter(({ what }) => what.includes(values.only));
	if (rows.length === 0)
		return stop(`No row is called that. There are: ${table.map(({ what }) => what).join('; ')}.`);
	const seeds = Number(values.seeds);
	if (!Number.isInteger(seeds) || seeds < 1) return stop('--seeds takes a whole number from 1 on.');
	return { rows, seeds };
}

function parse() {
	try {
		return parseArgs({
			allowPositionals: true,
			options: {
				seeds: { type: 'string', default: DEFAULT_SEEDS },
				only: { type: 'string', default: '' }
			}
		});
	} catch {
		return stop(USAGE);
	}
}

function stop(sentence: string): never {
	console.error(sentence);
	process.exit(2);
}
