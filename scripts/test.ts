/**
 * Runs every check, one after the other, and counts all of them in the last line: `N passed, N failed, N skipped`.
 * `--quick` leaves out what needs a build, a browser or a server.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Outcome {
	passed: number;
	failed: number;
	skipped: readonly string[];
}

interface Check {
	readonly name: string;
	readonly command: readonly string[];
	/** Reads a runner's own report; a check without one counts as a single test by its exit code. */
	readonly report?: (file: string) => Outcome;
	readonly slow?: boolean;
}

const reports = mkdtempSync(join(tmpdir(), 'wga-test-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');
const isQuick = process.argv.includes('--quick');
const vitest = [
	'vitest',
	'run',
	'--reporter=default',
	'--reporter=json',
	`--outputFile.json=${vitestReport}`
];

const checks: readonly Check[] = [
	{ name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
	{ name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
	{
		name: 'types',
		command: [
			'svelte-check',
			'--tsconfig',
			'./tsconfig.json',
			'--fail-on-warnings',
			'--output',
			'human'
		]
	},
	{ name: 'types of the service worker', command: ['tsc', '--project', 'tsconfig.sw.json'] },
	{ name: 'dead code', command: ['knip'] },
	{
		name: isQuick ? 'unit' : 'unit and integration',
		command: isQuick ? [...vitest, 'src'] : vitest,
		report: readVitest
	},
	{ name: 'browser', command: ['playwright', 'test'], report: readPlaywright, slow: true }
];

const total: { passed: number; failed: number; skipped: string[] } = {
	passed: 0,
	failed: 0,
	skipped: []
};
for (const check of checks) {
	if (check.slow && isQuick) continue;
	console.log(`\n── ${check.name}`);
	const startedAt = performance.now();
	const outcome = run(check);
	const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
	console.log(`   ${outcome.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
	total.passed += outcome.passed;
	total.failed += outcome.failed;
	total.skipped.push(...outcome.skipped);
}
rmSync(reports, { recursive: true, force: true });
for (const reason of total.skipped) console.log(`skipped: ${reason}`);
if (total.failed > 0) process.exitCode = 1;
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);

function run({ name, command: [file = '', ...args], report }: Check): Outcome {
	const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport };
	const { status } = spawnSync(file, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
	if (!report) return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: [] };
	const outcome = readReport(name, report);
	// A runner that failed outside its tests, or found none, has not passed.
	const isHollow = outcome.failed === 0 && (status !== 0 || outcome.passed === 0);
	return isHollow ? { ...outcome, failed: 1 } : outcome;
}

function readReport(name: string, report: NonNullable<Check['report']>): Outcome {
	try {
		return report(name === 'browser' ? playwrightReport : vitestReport);
	} catch (cause) {
		console.error(`No report of "${name}": ${String(cause)}`);
		return { passed: 0, failed: 1, skipped: [] };
	}
}

function readVitest(file: string): Outcome {
	const { numPassedTests, numFailedTests, testResults } = JSON.parse(
		readFileSync(file, 'utf8')
	) as {
		numPassedTests: number;
		numFailedTests: number;
		testResults: { assertionResults: { status: string; fullName: string }[] }[];
	};
	const skipped = testResults
		.flatMap((suite) => suite.assertionResults)
		.filter(({ status }) => status === 'pending' || status === 'skipped' || status === 'todo')
		.map(({ fullName }) => fullName);
	return { passed: numPassedTests, failed: numFailedTests, skipped };
}

interface PlaywrightSuite {
	readonly suites?: readonly PlaywrightSuite[];
	readonly specs?: readonly {
		readonly title: string;
		readonly tests: readonly {
			readonly status: string;
			readonly annotations: readonly { readonly type: string; readonly description?: string }[];
		}[];
	}[];
}

function readPlaywright(file: string): Outcome {
	const { stats, suites } = JSON.parse(readFileSync(file, 'utf8')) as {
		stats: { expected: number; unexpected: number; flaky: number };
		suites: readonly PlaywrightSuite[];
	};
	// A test that passes only at the second try has failed once.
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky,
		skipped: suites.flatMap(skippedIn)
	};
}

function skippedIn(suite: PlaywrightSuite): string[] {
	const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
		tests
			.filter(({ status }) => status === 'skipped')
			.map(({ annotations }) => {
				const reason = annotations.find(({ type }) => type === 'skip')?.description;
				return reason ? `${title}: ${reason}` : title;
			})
	);
	return [...own, ...(suite.suites ?? []).flatMap(skippedIn)];
}
