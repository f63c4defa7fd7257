import { paidAt } from './best-price.ts';
import { formatMoney, type Cents } from './money.ts';
import type { OwnPrice } from './own-price.ts';
import type { PricePoint } from './price-change.ts';
import { formatDay } from './price.ts';

/** One line of a price's history: from then on a source said so, or somebody of the household paid it then. */
export interface HistoryEntry extends PricePoint {
	/** null for what a source said. */
	readonly own: OwnPrice | null;
	/** Against the entry of the same kind before it; null for the first one and where either has no price. */
	readonly changeCents: Cents | null;
}

/** What sources said and what was paid, oldest first. Samples are no history. */
export function toHistory(
	points: Iterable<PricePoint>,
	ownPrices: Iterable<OwnPrice>
): readonly HistoryEntry[] {
	const said = [...points]
		.filter(({ source }) => source !== 'embedded')
		.map(({ at, priceCents, source }) => ({ at, priceCents, source, own: null }));
	const paid = [...ownPrices]
		.filter(({ deletedAt }) => deletedAt === null)
		.map((own) => ({ at: paidAt(own), priceCents: own.priceCents, source: own.source, own }));
	return [...withChanges(said), ...withChanges(paid)].sort((a, b) => a.at - b.at);
}

/**
 * What belongs to the time since a moment. The price that a source had said before still held then, so it stands at
 * that moment, without a change.
 */
export function historySince(
	entries: readonly HistoryEntry[],
	sinceMs: number
): readonly HistoryEntry[] {
	const within = entries.filter(({ at }) => at >= sinceMs);
	const before = entries.findLast(({ at, own }) => at < sinceMs && own === null);
	return before ? [{ ...before, at: sinceMs, changeCents: null }, ...within] : within;
}

/** The lowest and the highest of them; null where none has a price. Of equals the earliest. */
export function extremesOf(
	entries: readonly HistoryEntry[]
): { readonly low: PricedEntry; readonly high: PricedEntry } | null {
	const [first, ...others] = entries.filter(isPriced);
	if (!first) return null;
	let [low, high] = [first, first];
	for (const entry of others) {
		if (entry.priceCents < low.priceCents) low = entry;
		if (entry.priceCents > high.priceCents) high = entry;
	}
	return { low, high };
}

type PricedEntry = HistoryEntry & { readonly priceCents: Cents };

/** What a chart of them shows, in a sentence or two; "" for none. */
export function describeHistory(entries: readonly HistoryEntry[], nowMs: number): string {
	const extremes = extremesOf(entries);
	const [first] = entries.filter(isPriced);
	if (!extremes || !first) return '';
	const said = ({ priceCents, at }: PricedEntry) =>
		`${formatMoney(priceCents)} on ${formatDay(at, nowMs)}`;
	const last = entries.findLast(isPriced) ?? first;
	const bought = entries.filter(isPriced).findLast(({ own }) => own !== null);
	const course =
		last === first
			? said(first)
			: `From ${said(first)} to ${said(last)}, lowest ${said(extremes.low)}, highest ${said(extremes.high)}`;
	return bought ? `${course}. You last noted ${said(bought)}.` : `${course}.`;
}

const isPriced = (entry: HistoryEntry): entry is PricedEntry => entry.priceCents !== null;

function withChanges(entries: readonly Omit<HistoryEntry, 'changeCents'>[]): HistoryEntry[] {
	const inOrder = entries.toSorted((a, b) => a.at - b.at);
	return inOrder.map((entry, index) => {
		const before = inOrder[index - 1]?.priceCents ?? null;
		const isKnown = before !== null && entry.priceCents !== null;
		return { ...entry, changeCents: isKnown ? entry.priceCents - before : null };
	});
}
