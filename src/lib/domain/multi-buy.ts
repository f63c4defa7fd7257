import { formatMoney, multiplyCents, type Cents } from './money.ts';
import type { MultiBuy } from './own-price.ts';

/** What one costs, and what several cost together where the shelf says so. */
export interface ShelfPrice {
	/** At least one cent: nothing is free, and what is not known is no price. */
	readonly priceCents: Cents;
	readonly multiBuy: MultiBuy | null;
}

/**
 * What `milli` thousandths of a pack cost, rounded half up once. With a deal ("2 for $5") every full `count` of packs
 * costs its `cents`, and what is left over is paid at the price of one. A part of a pack never completes a deal: with
 * 2 for $5 and $2.79 each, 1.5 lb are 1.5 times $2.79.
 *
 * More packs are not always more money: with $5.00 each and 2 for $4, the second one makes the first cheaper. That is
 * what the shelf says, so that is what it comes to.
 */
export function costOfPacks({ priceCents, multiBuy }: ShelfPrice, milli: number): Cents {
	if (multiBuy === null) return multiplyCents(priceCents, milli);
	const dealMilli = multiBuy.count * 1_000;
	const deals = Math.floor(milli / dealMilli);
	return deals * multiBuy.cents + multiplyCents(priceCents, milli % dealMilli);
}

/** What one costs in a deal that names no price for one, rounded up as shops do: 3 for $10 is $3.34. */
export function singleOfDeal({ count, cents }: MultiBuy): Cents {
	return Math.ceil(cents / count);
}

/** "$3.48", "2 for $5.00", and "2 for $5.00, $2.79 each" where one costs more than its part; read back as the same. */
export function formatOwnPrice({ priceCents, multiBuy }: ShelfPrice): string {
	if (multiBuy === null) return formatMoney(priceCents);
	const deal = `${multiBuy.count} for ${formatMoney(multiBuy.cents)}`;
	return priceCents === singleOfDeal(multiBuy) ? deal : `${deal}, ${formatMoney(priceCents)} each`;
}
