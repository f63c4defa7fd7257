import type { Cents } from './money.ts';

/** $99,999.99; more is a slip of the finger, and no grocery costs it. */
export const MAX_CENTS = 9_999_999;

/**
 * What somebody typed into a field for money: "3", "$1,234.50", ".99", "99¢", "3,50". Null when it is no amount from 0
 * to `atMost`, or has a fraction of a cent.
 */
export function parseMoney(text: string, atMost: Cents = MAX_CENTS): Cents | null {
	const typed = text.trim();
	const cents = parseCoins(typed) ?? parseDollars(typed.replace(/^\$\s*/, ''));
	return cents !== null && cents <= atMost ? cents : null;
}

function parseCoins(typed: string): Cents | null {
	const [, coins] = /^(\d{1,7})\s*(?:¢|c|cents?)$/i.exec(typed) ?? [];
	return coins === undefined ? null : Number(coins);
}

function parseDollars(typed: string): Cents | null {
	// A comma before three digits groups thousands, as US English writes them; any other is a decimal point.
	const isGrouped = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d{1,2})?$/.test(typed);
	const plain = typed.replaceAll(',', isGrouped ? '' : '.');
	const [, dollars = '', rest = ''] = /^(\d{0,7})(?:\.(\d{1,2})?)?$/.exec(plain) ?? [];
	if (dollars === '' && rest === '') return null;
	return Number(dollars) * 100 + Number(rest.padEnd(2, '0'));
}
