import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** How many stories it may take until the absence of a rule shows. */
const BUDGET = 5_000;
/** These show only when several misfortunes meet: they take minutes, and have their turn in `npm run test:slow`. */
export const SLOW_RULES: readonly string[] = [
	'collection-floor',
	'restore-is-noticed',
	'power-loss-is-noticed'
];

/** Tells stories without a rule, in a process of its own. @returns what came of it, in a line */
export async function withoutRule(rule: string): Promise<string> {
	const options = ['--runs', String(BUDGET), '--seed', '1', '--without', rule];
	const model = promisify(execFile)(process.execPath, ['tests/sync/run-model.ts', ...options]);
	// It ends with 1 when nothing showed, and says so.
	const { stdout } = await model.catch((ended: { stdout: string }) => ended);
	return stdout;
}
