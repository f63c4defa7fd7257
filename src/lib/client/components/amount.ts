import { formatMoney, type Cents } from '#lib/domain/money.ts';

/** An amount as rows and totals show it: "~" stands for "about", where the scale has the last word. */
export function formatAmount(cents: Cents, approximate: boolean): string {
	return `${approximate ? '~' : ''}${formatMoney(cents)}`;
}
