import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RunningTotal, type TotalEntry, type Totals } from './total.ts';

const entry: fc.Arbitrary<TotalEntry> = fc.record({
	cents: fc.option(fc.integer({ min: 0, max: 9_999_999 }), { freq: 4 }),
	approximate: fc.boolean(),
	checked: fc.boolean()
});
const change = fc.tuple(
	fc.constantFrom('a', 'b', 'c', 'd', 'e'),
	fc.option(entry, { freq: 3 }) // null deletes
);

function recount(entries: Iterable<TotalEntry>): Totals {
	const all = [...entries];
	const sum = (some: TotalEntry[]) => some.reduce((cents, line) => cents + (line.cents ?? 0), 0);
	const isGuess = (some: TotalEntry[]) =>
		some.some((line) => line.approximate && line.cents !== null);
	const inCart = all.filter((line) => line.checked);
	const left = all.filter((line) => !line.checked);
	return {
		inCartCents: sum(inCart),
		leftCents: sum(left),
		totalCents: sum(all),
		inCartApproximate: isGuess(inCart),
		leftApproximate: isGuess(left),
		totalApproximate: isGuess(all),
		unpriced: all.filter((line) => line.cents === null).length,
		unpricedLeft: left.filter((line) => line.cents === null).length,
		itemCount: all.length,
		checkedCount: inCart.length
	};
}

test('after any sequence of changes the running total equals a full recount', () => {
	fc.assert(
		fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
			const running = new RunningTotal();
			const entries = new Map<string, TotalEntry>();
			for (const [id, next] of changes) {
				if (next) {
					running.set(id, next);
					entries.set(id, next);
				} else {
					running.delete(id);
					entries.delete(id);
				}
				expect(running.totals).toEqual(recount(entries.values()));
			}
		})
	);
});

test('a tick moves a line from left to the cart and leaves the total alone', () => {
	const running = new RunningTotal();
	running.set('milk', { cents: 696, approximate: false, checked: false });
	running.set('bananas', { cents: 145, approximate: true, checked: false });
	running.set('milk', { cents: 696, approximate: false, checked: true });
	expect(running.totals).toMatchObject({ inCartCents: 696, leftCents: 145, totalCents: 841 });
	expect(running.totals).toMatchObject({ inCartApproximate: false, leftApproximate: true });
});

test('what has no price is counted and not summed, and is no guess', () => {
	const running = new RunningTotal();
	running.set('litter', { cents: null, approximate: true, checked: false });
	expect(running.totals).toMatchObject({
		unpriced: 1,
		unpricedLeft: 1,
		itemCount: 1,
		totalCents: 0
	});
	expect(running.totals.totalApproximate).toBe(false);
});

test('one change looks at one row, on a list of 100 as on one of 10,000', () => {
	const looksAt = (rows: number): number => {
		let looks = 0;
		const running = new RunningTotal();
		const line = (checked: boolean): TotalEntry => ({
			get cents() {
				looks++;
				return 100;
			},
			approximate: false,
			checked
		});
		for (let id = 0; id < rows; id++) running.set(String(id), line(false));
		looks = 0;
		running.set('7', line(true));
		expect(running.totals.totalCents).toBe(rows * 100);
		return looks;
	};
	expect(looksAt(10_000)).toBe(looksAt(100));
});
