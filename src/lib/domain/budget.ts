import type { Cents } from './money.ts';
import type { Totals } from './total.ts';

/** How what is planned stands to what it may cost. */
export interface BudgetState {
	/** `near` from 95 % on, `over` past 100 %; a budget that is met to the cent is near. */
	readonly state: 'ok' | 'near' | 'over';
	/** How much of the bar is full, from 0 to 1. */
	readonly share: number;
	/** What may still be spent; below zero it is over by that much. */
	readonly remainingCents: Cents;
}

/** What a budget counts: everything on the list, in the cart or not, with tax. */
export function plannedCents({ totalCents, totalTaxCents }: Totals): Cents {
	return totalCents + totalTaxCents;
}

/** Both are whole cents and not negative. Nothing planned is within any budget, also one of zero. */
export function budgetState({
	plannedCents,
	budgetCents
}: {
	readonly plannedCents: Cents;
	readonly budgetCents: Cents;
}): BudgetState {
	const remainingCents = budgetCents - plannedCents;
	if (plannedCents === 0) return { state: 'ok', share: 0, remainingCents };
	if (remainingCents < 0) return { state: 'over', share: 1, remainingCents };
	const state = plannedCents * 100 >= budgetCents * 95 ? 'near' : 'ok';
	return { state, share: plannedCents / budgetCents, remainingCents };
}
