/** What a runner found; each skip is a sentence that names the test and says why. */
export interface Outcome {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: readonly string[];
}

export const NOTHING: Outcome = { passed: 0, failed: 0, skipped: [] };

/** The variable that tells a runner's reporter into which file its outcome goes. */
export const OUTCOME_FILE = 'OUTCOME_FILE';

export function addOutcomes(one: Outcome, other: Outcome): Outcome {
	return {
		passed: one.passed + other.passed,
		failed: one.failed + other.failed,
		skipped: [...one.skipped, ...other.skipped]
	};
}

/** @returns "12 passed, 0 failed, 1 skipped" */
export function outcomeToLine({ passed, failed, skipped }: Outcome): string {
	return `${passed} passed, ${failed} failed, ${skipped.length} skipped`;
}
