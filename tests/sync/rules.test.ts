import { expect, test } from 'vitest';
import { RULES } from './rules.ts';
import { SLOW_RULES, withoutRule } from './without-rule.ts';

test.each(Object.keys(RULES).filter((rule) => !SLOW_RULES.includes(rule)))(
	'the model notices that a rule is missing: %s',
	async (rule) => {
		expect(await withoutRule(rule)).toMatch(/caught after \d+ runs/);
	},
	120_000
);
