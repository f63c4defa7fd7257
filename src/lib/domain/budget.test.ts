import fc from 'fast-check';
import { expect, test } from 'vitest';
import { budgetState, plannedCents } from './budget.ts';
import { RunningTotal } from './total.ts';

test.each([
	[0, 'ok', 0],
	[4_500, 'ok', 0.5],
	[8_549, 'ok', 8_549 / 9_000],
	[8_550, 'near', 0.95],
	[9_000, 'near', 1],
	[9_001, 'over', 1],
	[10_612, 'over', 1]
])('%d cents of a budget of $90 are %s, with the bar at %d', (cents, state, share) => {
	const budget = budgetState({ plannedCents: cents, budgetCents: 9_000 });
	expect(budget).toEqual({ state, share, remainingCents: 9_000 - cents });
});

test('a budget of zero is kept by planning nothing, and by nothing else', () => {
	expect(budgetState({ plannedCents: 0, budgetCents: 0 }).state).toBe('ok');
	expect(budgetState({ plannedCents: 1, budgetCents: 0 })).toEqual({
		state: 'over',
		share: 1,
		remainingCents: -1
	});
});

test('the bar is never past its end, and grows with what is planned', () => {
	const cents = fc.integer({ min: 0, max: 99_999_999 });
	fc.assert(
		fc.property(cents, cents, cents, (budgetCents, one, other) => {
			const low = budgetState({ plannedCents: Math.min(one, other), budgetCents });
			const high = budgetState({ plannedCents: Math.max(one, other), budgetCents });
			expect(low.share).toBeGreaterThanOrEqual(0);
			expect(high.share).toBeLessThanOrEqual(1);
			expect(low.share).toBeLessThanOrEqual(high.share);
		})
	);
});

test('it counts what is in the cart and what is left, with tax, so a tick changes nothing', () => {
	const running = new RunningTotal();
	running.taxBasisPoints = 825;
	const towels = { cents: 1_147, approximate: false, checked: false, taxable: true };
	running.set('towels', towels);
	running.set('milk', { cents: 696, approximate: false, checked: true, taxable: false });
	expect(plannedCents(running.totals)).toBe(1_147 + 95 + 696);
	running.set('towels', { ...towels, checked: true });
	expect(plannedCents(running.totals)).toBe(1_147 + 95 + 696);
});
