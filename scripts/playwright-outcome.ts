import { writeFileSync } from 'node:fs';
import type { Reporter, Suite, TestCase } from '@playwright/test/reporter';
import { addOutcomes, NOTHING, OUTCOME_FILE, type Outcome } from './outcome.ts';

export default class PlaywrightOutcome implements Reporter {
	#tests: readonly TestCase[] = [];
	#errorCount = 0;

	onBegin(_config: unknown, suite: Suite): void {
		this.#tests = suite.allTests();
	}

	/** What went wrong outside a test, such as a file that cannot be loaded. */
	onError(): void {
		this.#errorCount += 1;
	}

	onEnd(): void {
		const own = { ...NOTHING, failed: this.#errorCount };
		const outcome = this.#tests.map(outcomeOfTest).reduce(addOutcomes, own);
		const file = process.env[OUTCOME_FILE];
		if (file !== undefined) writeFileSync(file, JSON.stringify(outcome));
	}
}

/** A test that never ran is "skipped" to Playwright too; only one that says why is to us. */
function outcomeOfTest(test: TestCase): Outcome {
	const why = test.annotations.find(({ type }) => type === 'skip')?.description;
	if (test.outcome() === 'expected') return { ...NOTHING, passed: 1 };
	if (why === undefined) return { ...NOTHING, failed: 1 };
	return { ...NOTHING, skipped: [`${test.title}: ${why}`] };
}
