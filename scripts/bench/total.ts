import { RunningTotal, type TotalEntry } from '#lib/domain/total.ts';
import type { Bench } from './bench.ts';
import { timeInTurn, type Work } from './timing.ts';

/** One row changes and the sums are read; beside it, adding up 1,000 rows in the plainest loop. */
export const totalAfterChange: Bench = {
	name: 'total after one change',
	unit: 'µs',
	target: 10_000,
	bar: 5,
	barOf: 'ours',
	measure: async () => {
		const timed = await timeInTurn(
			{ ours: changing(10_000), limit: addingUp(1_000) },
			{ rounds: 15, times: 20_000 }
		);
		return { ours: timed.ours * 1_000, limit: timed.limit * 1_000 };
	}
};

/** The same change at 10,000 rows, beside that at 100. */
export const totalIsFlat: Bench = {
	name: 'total, 10,000 rows against 100',
	unit: 'µs',
	target: 10_000,
	bar: 3,
	barOf: 'limit',
	measure: async () => {
		const timed = await timeInTurn(
			{ ours: changing(10_000), limit: changing(100) },
			{ rounds: 15, times: 20_000 }
		);
		return { ours: timed.ours * 1_000, limit: timed.limit * 1_000 };
	}
};

/** Takes the results, so that no compiler finds out that nobody wants them. */
const sink = { cents: 0 };

function changing(rows: number): Work {
	const entries = entriesFor(rows);
	const total = new RunningTotal();
	total.taxBasisPoints = 825;
	for (const [id, entry] of entries) total.set(id, entry);
	return (times) => {
		for (let i = 0; i < times; i += 1) {
			const [id, entry] = entries[i % rows] ?? ['', NOTHING];
			total.set(id, { ...entry, checked: i % 2 === 0 });
			sink.cents += total.totals.leftCents;
		}
	};
}

function addingUp(rows: number): Work {
	const entries = entriesFor(rows).map(([, entry]) => entry);
	return (times) => {
		for (let i = 0; i < times; i += 1) {
			let leftCents = 0;
			for (const { cents, checked } of entries) if (!checked) leftCents += cents ?? 0;
			sink.cents += leftCents;
		}
	};
}

const NOTHING: TotalEntry = { cents: null, approximate: false, checked: false, taxable: false };

function entriesFor(rows: number): readonly (readonly [string, TotalEntry])[] {
	return Array.from({ length: rows }, (_nothing, i) => [
		`row-${i}`,
		{
			cents: 100 + (i % 900),
			approximate: i % 7 === 0,
			checked: i % 3 === 0,
			taxable: i % 4 === 0
		}
	]);
}
