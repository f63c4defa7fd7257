/**
 * `npm run model -- --runs N [--seed S] [--without RULE]`: the randomised model against the product's own code, four
 * runs of five on stores in memory and the fifth on IndexedDB. Ends with 1 when a promise of sync was broken, and says
 * how. Without one of the rules of `rules.ts` a promise has to break: then it ends with 1 when none was.
 */
import { parseArgs } from 'node:util';
import type { StoreKind } from './device-store.ts';
import { switchOff } from './rules.ts';
import type { Violation } from './stories.ts';

type Found = Violation & { readonly kind: StoreKind };

const STEPS = { memory: 240, dexie: 120 };
const DEFAULT_RUNS = 1_000;
/** How often the progress is written anew. */
const PROGRESS_EVERY = 20;

const { runs, seed, without } = readArguments();
// The product's modules are loaded from here on.
if (without !== undefined) switchOff(without);
const { tellStories } = await import('./stories.ts');
const onDexie = Math.floor(runs / 5);
let done = 0;
const violation = (await tell('memory', runs - onDexie)) ?? (await tell('dexie', onDexie));
if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
if (without !== undefined) reportWithout(without, violation);
else if (violation) report(violation);
else process.stdout.write(`${runs} runs, 0 violations\n`);

async function tell(kind: StoreKind, count: number): Promise<Found | null> {
	if (count === 0) return null;
	const shrink = without === undefined;
	const options = { kind, runs: count, steps: STEPS[kind], seed, shrink, onRun: progress };
	const found = await tellStories(options);
	return found && { ...found, kind };
}

function progress(): void {
	done++;
	if (!process.stdout.isTTY || done % PROGRESS_EVERY !== 0) return;
	const step = done > runs ? 'making the failure short' : `${done} of ${runs} runs`;
	process.stdout.write(`\r\x1b[K${step}`);
}

function report(found: Found): void {
	const steps = found.trace.map((line, i) => `${String(i + 1).padStart(4)}. ${line}`).join('\n');
	process.stdout.write(
		`What happened, on ${found.kind}:\n${steps}\n\n${found.message}\n` +
			`seed ${found.seed}, path ${found.path}, story ${JSON.stringify(found.story)}\n`
	);
	process.exitCode = 1;
}

function reportWithout(rule: string, found: Found | null): void {
	const outcome = found
		? `caught after ${done} runs: ${found.message.split('\n')[0] ?? ''}`
		: `not caught in ${runs} runs`;
	process.stdout.write(`without ${rule}: ${outcome}\n`);
	if (!found) process.exitCode = 1;
}

function readArguments() {
	try {
		const { values } = parseArgs({
			options: { runs: { type: 'string' }, seed: { type: 'string' }, without: { type: 'string' } }
		});
		return {
			runs: toNumber('--runs', values.runs, 1) ?? DEFAULT_RUNS,
			seed: toNumber('--seed', values.seed, -(2 ** 31)),
			without: values.without
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
