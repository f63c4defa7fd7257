import type { PriceObservation } from './price.ts';

/** The one looked at last; of two from the same moment, the one whose price changed last. */
export function newerObservation(a: PriceObservation, b: PriceObservation): PriceObservation {
	if (a.checkedAt !== b.checkedAt) return a.checkedAt > b.checkedAt ? a : b;
	return a.changedAt > b.changedAt ? a : b;
}
