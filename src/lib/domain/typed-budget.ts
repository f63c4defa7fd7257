import { cleanText } from './item.ts';
import { MAX_BUDGET_CENTS, MAX_TAX_BASIS_POINTS } from './list.ts';
import { formatMoney, type Cents } from './money.ts';
import { MAX_STORE_LENGTH } from './own-price.ts';
import { parseMoney } from './typed-money.ts';

// What somebody typed about a whole list. Reading is all it serves, so a page that only shows one does without it.

/** What was meant, or a sentence that says why it cannot be that and what to type. */
export type Reading<T> = { readonly value: T } | { readonly problem: string };

/** "90", "$1,200.50"; nothing typed is no budget, which is null. */
export function parseBudget(text: string): Reading<Cents | null> {
	const typed = text.trim();
	if (typed === '') return { value: null };
	const cents = parseMoney(typed, MAX_BUDGET_CENTS);
	if (cents !== null) return { value: cents };
	if (/^\$?\s*[-−]/.test(typed))
		return { problem: 'A budget cannot be below zero. Leave the field empty for none.' };
	if (/^\$?\s*[\d,]*\.\d{3,}$/.test(typed))
		return { problem: 'A budget has at most two digits after the point. Type it like 90.50.' };
	if (parseMoney(typed, Infinity) !== null || /^\$?\s*\d[\d,]*(?:\.\d{0,2})?$/.test(typed))
		return { problem: `A budget is at most ${formatMoney(MAX_BUDGET_CENTS)}.` };
	return { problem: 'This is no amount of money. Type one like 90, or leave the field empty.' };
}

/** "8.25", "8,25 %" as hundredths of a percent; nothing typed is 0. */
export function parseTaxRate(text: string): Reading<number> {
	const typed = text.trim().replace(/\s*%$/, '');
	if (typed === '') return { value: 0 };
	const [, whole = '', rest = ''] = RATE.exec(typed) ?? [];
	if (whole === '' && rest === '')
		return { problem: 'This is no percentage. Type one like 8.25, or leave the field empty.' };
	if (Number(whole) * 100 > MAX_TAX_BASIS_POINTS) return { problem: TOO_HIGH };
	const basisPoints = Math.round(Number(`${whole}.${rest}`) * 100);
	if (rest.length > 2)
		return {
			problem: `A tax rate has at most two digits after the point. Type ${basisPoints / 100}.`
		};
	return basisPoints > MAX_TAX_BASIS_POINTS ? { problem: TOO_HIGH } : { value: basisPoints };
}

const RATE = /^(\d{0,9})(?:[.,](\d{0,9}))?$/;
const TOO_HIGH = `A tax rate is at most ${MAX_TAX_BASIS_POINTS / 100} %. Look for a slip of the finger.`;

/** The name of a store; nothing typed is ''. */
export function parseStore(text: string): Reading<string> {
	const value = cleanText(text);
	if (value.length <= MAX_STORE_LENGTH) return { value };
	return {
		problem: `A store’s name has at most ${MAX_STORE_LENGTH} characters; this one has ${value.length.toLocaleString('en-US')}.`
	};
}
