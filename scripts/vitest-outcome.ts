import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { addOutcomes, NOTHING, OUTCOME_FILE, type Outcome } from './outcome.ts';

/** Vitest's own JSON leaves out why a test was skipped. */
export default class VitestOutcome implements Reporter {
	onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
		const outcome = modules.map(outcomeOfModule).reduce(addOutcomes, {
			...NOTHING,
			failed: unhandledErrors.length
		});
		const file = process.env[OUTCOME_FILE];
		if (file !== undefined) writeFileSync(file, JSON.stringify(outcome));
	}
}

/** A file that could not be loaded has no tests to fail, so it counts itself. */
function outcomeOfModule(module: TestModule): Outcome {
	const own = { ...NOTHING, failed: module.errors().length };
	return [...module.children.allTests()].map(outcomeOfTest).reduce(addOutcomes, own);
}

function outcomeOfTest(test: TestCase): Outcome {
	const result = test.result();
	switch (result.state) {
		case 'passed':
			return { ...NOTHING, passed: 1 };
		case 'skipped':
			return { ...NOTHING, skipped: [`${test.fullName}: ${result.note ?? 'no reason given'}`] };
		case 'failed':
		case 'pending':
			return { ...NOTHING, failed: 1 };
	}
}
