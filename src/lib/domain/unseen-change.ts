import type { Cents } from './money.ts';
import type { PriceObservation } from './price.ts';

/**
 * What one cost when somebody last looked, once its price has become another; null when there is nothing new to see.
 * A price that is back where it was is nothing new, and neither is the first real one in the place of a sample.
 *
 * @param before what was shown, and what it had been until then if nobody has seen that yet
 */
export function unseenChange(
	before: { readonly price: PriceObservation | null; readonly wasCents: Cents | null },
	now: PriceObservation
): Cents | null {
	const { price } = before;
	if (price === null || price.priceCents === null || now.priceCents === null) return null;
	if ((price.source === 'embedded') !== (now.source === 'embedded')) return null;
	// The catalog's own figure stood in for one that nobody had asked for yet.
	if (price.checkedAt === 0) return null;
	const seenCents = before.wasCents ?? price.priceCents;
	return seenCents === now.priceCents ? null : seenCents;
}
