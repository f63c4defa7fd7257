/**
 * `npm run model -- --runs N [--seed S]`: the randomised model against the product's own code, four runs of five on
 * stores in memory and the fifth on IndexedDB. Ends with 1 when a promise of sync was broken, and says how.
 */
import { readNumberOptions } from '../support/number-options.ts';
import type { StoreKind } from './device-store.ts';
import { tellStories, type Violation } from './stories.ts';

const STEPS = { memory: 240, dexie: 120 };
const DEFAULT_RUNS = 1_000;
/** How often the progress is written anew. */
const PROGRESS_EVERY = 20;

const { runs = DEFAULT_RUNS, seed } = readNumberOptions({ runs: 1, seed: -(2 ** 31) });
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
