import { scaleLinear, scaleTime } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { formatMoney, type Cents } from '#lib/domain/money.ts';
import type { HistoryEntry } from '#lib/domain/price-history.ts';

/** What is drawn of a price's history; all places in pixels from the upper left corner. */
export interface ChartShape {
	/** What a source said, in steps; where it said nothing there is a gap. */
	readonly said: string;
	/** From one own price to the next: between them nobody knows. */
	readonly paid: string;
	readonly purchases: readonly Dot[];
	/** Where the line ends today. */
	readonly now: Dot | null;
	readonly amounts: readonly Tick[];
	readonly days: readonly Tick[];
	/** Left, right and lower edge of what lies between the ticks. */
	readonly left: number;
	readonly right: number;
	readonly bottom: number;
}

export interface Dot {
	readonly x: number;
	readonly y: number;
}

export interface Tick {
	readonly at: number;
	readonly label: string;
}

export interface ChartFrame {
	readonly fromMs: number;
	readonly toMs: number;
	/** In pixels. */
	readonly width: number;
	readonly height: number;
	/** How tall the labels' letters are, in pixels. */
	readonly letter: number;
}

interface Step {
	readonly at: number;
	readonly cents: Cents | null;
}

/** About as many amounts stand beside the lines. */
const AMOUNTS = 3;

/** Turns a history into lines, dots and ticks; null where there is no price to draw. */
export function shapeChart(entries: readonly HistoryEntry[], frame: ChartFrame): ChartShape | null {
	const cents = entries.flatMap(({ priceCents }) => priceCents ?? []);
	if (cents.length === 0) return null;
	const { fromMs, toMs, width, height, letter } = frame;
	const left = letter * 4;
	const right = width - letter;
	const bottom = height - letter * 2;
	const [low, high] = [Math.min(...cents), Math.max(...cents)];
	// A price that never moved lies in the middle of its own tenth.
	const room = low === high ? Math.max(10, high / 10) : 0;
	const y = scaleLinear([Math.max(0, low - room), high + room], [bottom, letter]).nice(AMOUNTS);
	const x = scaleTime([fromMs, toMs], [left, right]);
	const draw = line<Step>(
		(step) => x(step.at),
		(step) => y(step.cents ?? 0)
	)
		.defined((step) => step.cents !== null)
		.curve(curveStepAfter);
	const said = toSteps(entries, toMs);
	const bought = entries.filter(({ own }) => own !== null);
	const paid = bought.map(({ at, priceCents }) => ({ at, cents: priceCents }));
	const last = said.at(-1) ?? paid.at(-1);
	const dot = ({ at, cents: amount }: Step): Dot => ({ x: x(at), y: y(amount ?? 0) });
	return {
		said: draw(said) ?? '',
		paid: said.length === 0 ? (draw(paid) ?? '') : '',
		purchases: paid.map(dot),
		now: said.length > 0 && last?.cents !== null && last !== undefined ? dot(last) : null,
		amounts: y
			.ticks(AMOUNTS)
			.filter(Number.isInteger)
			.map((amount) => ({ at: y(amount), label: formatMoney(amount) })),
		days: x
			.ticks(Math.max(2, Math.floor((right - left) / (letter * 12))))
			.filter((day) => x(day) >= left && x(day) <= right)
			.map((day) => ({ at: x(day), label: dayLabel(toMs - fromMs).format(day) })),
		left,
		right,
		bottom
	};
}

/** The last price of a source holds until the next one, and the last of all until today. */
function toSteps(entries: readonly HistoryEntry[], toMs: number): readonly Step[] {
	const steps: Step[] = [];
	for (const { at, priceCents, own } of entries) {
		if (own !== null) continue;
		const before = steps.at(-1);
		if (priceCents === null && before) steps.push({ at, cents: before.cents });
		steps.push({ at, cents: priceCents });
	}
	const last = steps.at(-1);
	return last ? [...steps, { at: toMs, cents: last.cents }] : steps;
}

const DAY_MS = 24 * 3_600_000;
const LABELS = {
	day: new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric' }),
	month: new Intl.DateTimeFormat('en-US', { month: 'short' }),
	year: new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric' })
};

function dayLabel(spanMs: number): Intl.DateTimeFormat {
	if (spanMs < 120 * DAY_MS) return LABELS.day;
	return spanMs < 400 * DAY_MS ? LABELS.month : LABELS.year;
}
