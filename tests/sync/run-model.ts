/**
 * `npm run model -- --runs N [--seed S]`: the randomised model against the product's own code, four runs of five on
 * stores in memory and the fifth on IndexedDB. Ends with 1 when a promise of sync was broken, and says how.
 */
import { parseArgs } from 'node:util';
import type { StoreKind } from './device-store.ts';
import { tellStories, type Violation } from './stories.ts';

const STEPS = { memory: 240, dexie: 120 };
const DEFAULT_RUNS = 1_000;
/** How often the progress is written anew. */
const PROGRESS_EVERY = 20;

const { runs, seed } = readArguments();
const onDexie = Math.floor(runs / 5);
let done = 0;
const violation = (await tell('memory', runs - onDexie)) ?? (await tell('dexie', onDexie));
if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
if (violation) report(violation);
else process.stdout.write(`${runs} runs, 0 violations\n`);

function tell(kind: StoreKind, count: number): Promise<(Violation & { kind: StoreKind }) | null> {
	if (count === 0) return Promise.resolve(null);
	return tellStories({ kind, runs: count, steps: STEPS[kind], seed, onRun: progress }).then(
		(found) => found && { ...found, kind }
	);
}

function progress(): void {
	done++;
	if (!process.stdout.isTTY || done % PROGRESS_EVERY !== 0) return;
	const step = done > runs ? 'making the failure short' : `${done} of ${runs} runs`;
	process.stdout.write(`\r\x1b[K${step}`);
}

function report(found: Violation & { kind: StoreKind }): void {
	const steps = found.trace.map((line, i) => `${String(i + 1).padStart(4)}. ${line}`).join('\n');
	process.stdout.write(
		`What happened, on ${found.kind}:\n${steps}\n\n${found.message}\nseed ${found.seed}, path ${found.path}\n`
	);
	process.exitCode = 1;
}

function readArguments(): { runs: number; seed: number | undefined } {
	try {
		const { values } = parseArgs({
			options: { runs: { type: 'string' }, seed: { type: 'string' } }
		});
		return {
			runs: toNumber('--runs', values.runs, 1) ?? DEFAULT_RUNS,
			seed: toNumber('--seed', values.seed, -(2 ** 31))
		};
	} catch (problem) {
		process.stderr.write(`${(problem as Error).message.split('\n')[0]}\n`);
		process.exit(2);
	}
}

function toNumber(name: string, text: string | undefined, least: number): number | undefined {
	if (text === undefined) return undefined;
	const value = Number(text);
	if (text.trim() !== '' && Number.isSafeInteger(value) && value >= least) return value;
	throw new Error(`${name} wants a whole number of at least ${least}, and this is "${text}".`);
}
