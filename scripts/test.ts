/**
 * Runs the checks one after the other, shows what they say, and counts all of them in the last line. `--quick`
 * leaves out what needs servers and a browser; `--slow` is only what takes minutes, `--ollama` what asks a real Ollama.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addOutcomes, NOTHING, OUTCOME_FILE, outcomeToLine, type Outcome } from './outcome.ts';

interface Check {
	readonly name: string;
	readonly command: readonly [string, ...string[]];
	/** Its reporter writes an `Outcome`; any other check counts as one test, by its exit code. */
	readonly isRunner?: boolean;
}

const STATIC: readonly Check[] = [
	{ name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
	{ name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
	{
		name: 'types',
		command: ['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings']
	},
	{ name: 'types of the service worker', command: ['tsc', '--project', 'tsconfig.sw.json'] },
	{ name: 'dead code', command: ['knip'] }
];
const VITEST = ['run', '--reporter=default', '--reporter=./scripts/vitest-outcome.ts'];
const PLAYWRIGHT = ['test', '--reporter=list,./scripts/playwright-outcome.ts'];

const MODES: Record<'all' | 'quick' | 'slow' | 'ollama', readonly Check[]> = {
	all: [
		...STATIC,
		{ name: 'unit and integration', command: ['vitest', ...VITEST], isRunner: true },
		{
			name: 'browser',
			command: ['playwright', ...PLAYWRIGHT, '--project', 'journeys'],
			isRunner: true
		}
	],
	quick: [...STATIC, { name: 'unit', command: ['vitest', ...VITEST, 'src'], isRunner: true }],
	slow: [
		{
			name: 'long integration',
			command: ['vitest', ...VITEST, '--mode', 'slow'],
			isRunner: true
		},
		{ name: 'browser', command: ['playwright', ...PLAYWRIGHT, '--project', 'slow'], isRunner: true }
	],
	ollama: [
		{
			name: 'a real Ollama',
			command: ['vitest', ...VITEST, '--mode', 'ollama'],
			isRunner: true
		}
	]
};

const folder = mkdtempSync(join(tmpdir(), 'grocery-test-'));
const total = MODES[chosenMode()].map(runCheck).reduce(addOutcomes, NOTHING);
rmSync(folder, { recursive: true, force: true });
for (const reason of total.skipped) console.log(`skipped: ${reason}`);
if (total.failed > 0) process.exitCode = 1;
console.log(outcomeToLine(total));

function chosenMode(): keyof typeof MODES {
	if (process.argv.includes('--quick')) return 'quick';
	if (process.argv.includes('--ollama')) return 'ollama';
	return process.argv.includes('--slow') ? 'slow' : 'all';
}

function runCheck({ name, command: [file, ...args], isRunner }: Check, index: number): Outcome {
	console.log(`\n── ${name}`);
	const outcomeFile = join(folder, `${index}.json`);
	const startedAt = performance.now();
	const { status } = spawnSync(file, args, {
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, [OUTCOME_FILE]: outcomeFile }
	});
	const outcome = isRunner ? runnersOutcome(outcomeFile, status) : outcomeOfExit(status);
	const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
	console.log(`\n── ${name} ${outcome.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
	return outcome;
}

function outcomeOfExit(status: number | null): Outcome {
	return status === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

/** A runner that ended badly without a failed test, or found none at all, has failed itself. */
function runnersOutcome(file: string, status: number | null): Outcome {
	const outcome = readOutcome(file);
	const isHollow =
		outcome.failed === 0 && (status !== 0 || outcome.passed + outcome.skipped.length === 0);
	return isHollow ? { ...outcome, failed: 1 } : outcome;
}

function readOutcome(file: string): Outcome {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Outcome;
	} catch {
		return NOTHING; // it ended before it could write one, and said why itself
	}
}
