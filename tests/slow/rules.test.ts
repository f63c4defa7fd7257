import { expect, test } from 'vitest';
import { SLOW_RULES, withoutRule } from '../sync/without-rule.ts';

test.each(SLOW_RULES)(
	'the model notices that a rule is missing: %s',
	async (rule) => {
		expect(await withoutRule(rule)).toMatch(/caught after \d+ runs/);
	},
	600_000
);
