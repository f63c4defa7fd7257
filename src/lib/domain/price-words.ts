import type { RowPrice } from './best-price.ts';
import { formatMoney } from './money.ts';
import { formatDay, formatPriceAge, type PriceSource } from './price.ts';

/** Where prices come from, as a sentence begins. */
const SOURCES: { readonly [S in PriceSource]: string } = {
	embedded: 'This app',
	import: 'A list of prices that was imported',
	walmart: 'Walmart',
	openprices: 'Open Prices',
	manual: 'The household',
	receipt: 'A receipt'
};

/**
 * Who says a price, where, and when they looked, in sentences for somebody who wants to know before they believe it:
 * "Walmart. Checked today at 2:14 PM, 2 min ago. Same price since Nov 14."
 *
 * @param who saw a price of the household's own
 */
export function describePrice(price: RowPrice, nowMs: number, who = 'you'): string {
	const { own, source, availability, priceCents, checkedAt } = price;
	if (own) {
		const how = own.source === 'receipt' ? 'From a receipt, noted' : 'Set';
		const where = own.store === '' ? '' : `, at ${own.store}`;
		return `${how} by ${who} ${formatMoment(checkedAt, nowMs)}${where}.`;
	}
	if (source === 'embedded') return 'A sample price: it comes with this app, not from a store.';
	const checked = `Checked ${formatMoment(checkedAt, nowMs)}`;
	if (availability === 'unavailable') {
		const last = priceCents === null ? '' : ` The last price was ${formatMoney(priceCents)}.`;
		return `${SOURCES[source]}: not available.${last} ${checked}.`;
	}
	return `${SOURCES[source]}. ${checked}, ${spellAge(price, nowMs)}.${unchangedSince(price, nowMs)}`;
}

/** "today at 2:14 PM", "yesterday at 9:05 AM", "on Nov 14 at 2:14 PM"; in the device's time zone. */
export function formatMoment(atMs: number, nowMs: number): string {
	const day = formatDay(atMs, nowMs);
	const isOn = (ms: number): boolean => formatDay(ms, nowMs) === day;
	const name = isOn(nowMs) ? 'today' : isOn(nowMs - DAY_MS) ? 'yesterday' : `on ${day}`;
	return `${name} at ${TIME.format(atMs)}`;
}

const DAY_MS = 24 * 3_600_000;
const TIME = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' });

function spellAge(price: RowPrice, nowMs: number): string {
	const age = formatPriceAge(price, nowMs);
	return age.endsWith('old') ? `so it is ${age}` : `${age} ago`;
}

function unchangedSince({ changedAt, checkedAt }: RowPrice, nowMs: number): string {
	const since = formatDay(changedAt, nowMs);
	return changedAt > checkedAt || since === formatDay(checkedAt, nowMs)
		? ''
		: ` Same price since ${since}.`;
}
