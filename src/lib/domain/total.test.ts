import fc from 'fast-check';
import { expect, test } from 'vitest';
import { embeddedCatalog } from './catalog.ts';
import { isTaxable, RunningTotal, type TotalEntry, type Totals } from './total.ts';

const entry: fc.Arbitrary<TotalEntry> = fc.record({
	cents: fc.option(fc.integer({ min: 0, max: 9_999_999 }), { freq: 4 }),
	approximate: fc.boolean(),
	checked: fc.boolean(),
	taxable: fc.boolean()
});
const change = fc.tuple(
	fc.constantFrom('a', 'b', 'c', 'd', 'e'),
	fc.option(entry, { freq: 3 }) // null deletes
);
const rate = fc.integer({ min: 0, max: 3_000 });

function recount(entries: Iterable<TotalEntry>, basisPoints: number): Totals {
	const all = [...entries];
	const sum = (some: TotalEntry[]) => some.reduce((cents, line) => cents + (line.cents ?? 0), 0);
	const isGuess = (some: TotalEntry[]) =>
		some.some((line) => line.approximate && line.cents !== null);
	const inCart = all.filter((line) => line.checked);
	const left = all.filter((line) => !line.checked);
	const tax = (some: TotalEntry[]) => {
		const exact = BigInt(sum(some.filter((line) => line.taxable))) * BigInt(basisPoints);
		return Number((exact + 5_000n) / 10_000n);
	};
	return {
		inCartCents: sum(inCart),
		leftCents: sum(left),
		totalCents: sum(all),
		inCartTaxCents: tax(inCart),
		leftTaxCents: tax(all) - tax(inCart),
		totalTaxCents: tax(all),
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
		fc.property(fc.array(change, { maxLength: 60 }), rate, (changes, basisPoints) => {
			const running = new RunningTotal();
			running.taxBasisPoints = basisPoints;
			const entries = new Map<string, TotalEntry>();
			for (const [id, next] of changes) {
				if (next) {
					running.set(id, next);
					entries.set(id, next);
				} else {
					running.delete(id);
					entries.delete(id);
				}
				expect(running.totals).toEqual(recount(entries.values(), basisPoints));
			}
		})
	);
});

test('the same rows in any order, and after any detour, come to the same totals', () => {
	const rows = fc.uniqueArray(fc.tuple(fc.uuid(), entry), {
		selector: ([id]) => id,
		maxLength: 30
	});
	fc.assert(
		fc.property(rows, rate, fc.infiniteStream(fc.nat()), (entries, basisPoints, random) => {
			const straight = new RunningTotal();
			straight.taxBasisPoints = basisPoints;
			for (const [id, line] of entries) straight.set(id, line);
			const detour = new RunningTotal();
			const shuffled = entries
				.map((row) => ({ row, at: random.next().value ?? 0 }))
				.sort((a, b) => a.at - b.at)
				.map(({ row }) => row);
			for (const [id, line] of shuffled) {
				detour.set(id, { ...line, cents: 7, taxable: !line.taxable });
				if (line.checked) detour.delete(id);
				detour.set(id, line);
			}
			detour.taxBasisPoints = basisPoints;
			expect(detour.totals).toEqual(straight.totals);
		})
	);
});

test('tax in the cart and left make the tax of all, none below zero and each within a cent of its own', () => {
	fc.assert(
		fc.property(fc.array(entry, { maxLength: 30 }), rate, (entries, basisPoints) => {
			const running = new RunningTotal();
			running.taxBasisPoints = basisPoints;
			entries.forEach((line, id) => running.set(String(id), line));
			const { inCartTaxCents, leftTaxCents, totalTaxCents } = running.totals;
			expect(inCartTaxCents + leftTaxCents).toBe(totalTaxCents);
			expect(leftTaxCents).toBeGreaterThanOrEqual(0);
			const left = entries.filter((line) => !line.checked);
			expect(Math.abs(leftTaxCents - recount(left, basisPoints).totalTaxCents)).toBeLessThanOrEqual(
				1
			);
		})
	);
});

test('tax is taken once on the sum: two lines owe a cent together where each by itself would owe none', () => {
	const running = new RunningTotal();
	const line = { cents: 6, approximate: false, checked: true, taxable: true };
	running.set('a', line);
	running.set('b', line);
	expect(running.totals.totalTaxCents).toBe(0);
	running.taxBasisPoints = 825;
	expect(running.totals).toMatchObject({ totalCents: 12, totalTaxCents: 1, inCartTaxCents: 1 });
});

test('a row is taxed as somebody said of it, else as its product says, and without one not', () => {
	const product = embeddedCatalog().products.find(({ taxable }) => taxable) ?? null;
	expect([isTaxable(null, product), isTaxable(false, product)]).toEqual([true, false]);
	expect([isTaxable(null, null), isTaxable(true, null)]).toEqual([false, true]);
});

test('a tick moves a line from left to the cart and leaves the total alone', () => {
	const running = new RunningTotal();
	running.set('milk', { cents: 696, approximate: false, checked: false, taxable: false });
	running.set('bananas', { cents: 145, approximate: true, checked: false, taxable: false });
	running.set('milk', { cents: 696, approximate: false, checked: true, taxable: false });
	expect(running.totals).toMatchObject({ inCartCents: 696, leftCents: 145, totalCents: 841 });
	expect(running.totals).toMatchObject({ inCartApproximate: false, leftApproximate: true });
});

test('what has no price is counted and not summed, and is no guess', () => {
	const running = new RunningTotal();
	running.set('litter', { cents: null, approximate: true, checked: false, taxable: false });
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
			checked,
			taxable: true
		});
		for (let id = 0; id < rows; id++) running.set(String(id), line(false));
		looks = 0;
		running.set('7', line(true));
		expect(running.totals.totalCents).toBe(rows * 100);
		return looks;
	};
	expect(looksAt(10_000)).toBe(looksAt(100));
});
