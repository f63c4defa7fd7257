import { formatMoney, type Cents } from './money.ts';
import { singleOfDeal, type ShelfPrice } from './multi-buy.ts';
import { MAX_MULTI_BUY } from './own-price.ts';
import { MAX_CENTS, parseMoney } from './typed-money.ts';

// Reading is all it serves, so a page that only shows prices does without it.

export type PriceReading = { readonly price: ShelfPrice } | { readonly problem: string };

/**
 * What somebody typed as the price of one thing: "3.48", "$3.48", "99c", "2 for 5", "3/$10", "2 for $5, $2.79 each".
 * When a deal names no price for one, that is its part of the deal, rounded up to a cent. What is no price comes back
 * as a sentence that says why and what to type.
 */
export function parseOwnPrice(text: string): PriceReading {
	const typed = text.trim();
	if (typed.length > MAX_TYPED) return { problem: NO_PRICE };
	const [, count, together = '', single] = DEAL.exec(typed) ?? [];
	if (count === undefined) return parseSingle(typed);
	const problem = problemOf(together) ?? (single === undefined ? null : problemOf(single));
	if (problem !== null) return { problem };
	if (Number(count) < 2 || Number(count) > MAX_MULTI_BUY)
		return { problem: `A deal is for 2 to ${MAX_MULTI_BUY} of them. Type it like 2 for 5.` };
	const multiBuy = { count: Number(count), cents: centsOf(together) };
	const priceCents = single === undefined ? singleOfDeal(multiBuy) : centsOf(single);
	return { price: { priceCents, multiBuy } };
}

/** No price is longer, and what is pasted by mistake can be. */
const MAX_TYPED = 60;
const NO_PRICE = 'This is no price. Type one like 3.48, 99c or 2 for 5.';

/** How many, for how much, and what one costs by itself. */
const DEAL = /^(\d{1,9})\s*(?:for|\/)\s*(.*?)(?:(?:,\s+|,?\s+or\s+)(\S.*?)\s*(?:each|ea\.?))?$/i;

function parseSingle(typed: string): PriceReading {
	const problem = problemOf(typed);
	return problem === null ? { price: { priceCents: centsOf(typed), multiBuy: null } } : { problem };
}

/** Only for what has no problem. */
const centsOf = (typed: string): Cents => parseMoney(typed) ?? 0;

/** Why a text is no price above zero; null when it is one. */
function problemOf(typed: string): string | null {
	const cents = parseMoney(typed);
	if (cents === 0) return 'A price is above zero. Leave the field empty when it is not known.';
	if (cents !== null) return null;
	if (typed === '') return 'Type a price, like 3.48 or 2 for 5.';
	if (/^\$?\s*[-−]/.test(typed)) return 'A price cannot be below zero. Type one like 3.48.';
	if (/^\$?\s*\d*\.\d{3,}$/.test(typed))
		return 'A price has at most two digits after the point. Type it like 3.48.';
	if (
		/^\$?\s*\d[\d,]*(?:\.\d{0,2})?$/.test(typed) &&
		Number(typed.replace(/[$,\s]/g, '')) * 100 > MAX_CENTS
	)
		return `A price is at most ${formatMoney(MAX_CENTS)}. Look for a slip of the finger.`;
	return NO_PRICE;
}
