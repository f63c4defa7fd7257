import { taxOn, type Cents } from './money.ts';
import type { Product } from './product.ts';

/** What one row adds to a total. */
export interface TotalEntry {
	/** null: not priced, so it is counted but not summed. */
	readonly cents: Cents | null;
	readonly approximate: boolean;
	readonly checked: boolean;
	/** Whether sales tax comes on top. */
	readonly taxable: boolean;
}

export interface Totals {
	/** Of the lines, before tax. */
	readonly inCartCents: Cents;
	readonly leftCents: Cents;
	readonly totalCents: Cents;
	/** What comes on top; 0 where the list has no tax rate. In cart and left always make the total. */
	readonly inCartTaxCents: Cents;
	readonly leftTaxCents: Cents;
	readonly totalTaxCents: Cents;
	/** Whether a line of the sum is itself a guess ("~"). */
	readonly inCartApproximate: boolean;
	readonly leftApproximate: boolean;
	readonly totalApproximate: boolean;
	/** Rows without a price, checked or not. */
	readonly unpriced: number;
	readonly unpricedLeft: number;
	readonly itemCount: number;
	readonly checkedCount: number;
}

/** Whether a row is taxed: as somebody said of it, else as its product says; without one it is not. */
export function isTaxable(said: boolean | null, product: Product | null): boolean {
	return said ?? product?.taxable ?? false;
}

/**
 * The sums of a list, kept as rows come, change and go: one change costs the same at 10 rows and at 10,000. All
 * figures are whole cents and counts, so this always equals adding everything up again.
 *
 * Tax is reckoned on sums, as a register does, and not line by line: that in the cart and that of everything are each
 * rounded half up once, and what is left has the difference. So the two parts make the whole, and that of what is
 * left may be a cent off its own rounding.
 */
export class RunningTotal {
	readonly #entries = new Map<string, TotalEntry>();
	readonly #inCart = emptySum();
	readonly #left = emptySum();
	/** The list's rate, in hundredths of a percent; it may change at any time, and costs no recount. */
	taxBasisPoints = 0;

	/** Takes or replaces the entry of a row. */
	set(id: string, entry: TotalEntry): void {
		this.delete(id);
		this.#entries.set(id, entry);
		this.#count(entry, 1);
	}

	/** Forgets a row; one that is not there is no matter. */
	delete(id: string): void {
		const entry = this.#entries.get(id);
		if (!entry) return;
		this.#entries.delete(id);
		this.#count(entry, -1);
	}

	get totals(): Totals {
		const inCart = this.#inCart;
		const left = this.#left;
		const inCartTaxCents = taxOn(inCart.taxableCents, this.taxBasisPoints);
		const totalTaxCents = taxOn(inCart.taxableCents + left.taxableCents, this.taxBasisPoints);
		return {
			inCartCents: inCart.cents,
			leftCents: left.cents,
			totalCents: inCart.cents + left.cents,
			inCartTaxCents,
			leftTaxCents: totalTaxCents - inCartTaxCents,
			totalTaxCents,
			inCartApproximate: inCart.approximate > 0,
			leftApproximate: left.approximate > 0,
			totalApproximate: inCart.approximate + left.approximate > 0,
			unpriced: inCart.unpriced + left.unpriced,
			unpricedLeft: left.unpriced,
			itemCount: inCart.items + left.items,
			checkedCount: inCart.items
		};
	}

	#count({ cents, approximate, checked, taxable }: TotalEntry, by: 1 | -1): void {
		const sum = checked ? this.#inCart : this.#left;
		sum.items += by;
		if (cents === null) {
			sum.unpriced += by;
			return;
		}
		sum.cents += by * cents;
		if (taxable) sum.taxableCents += by * cents;
		if (approximate) sum.approximate += by;
	}
}

interface Sum {
	items: number;
	cents: Cents;
	taxableCents: Cents;
	/** How many lines are guesses, so that the "~" can go again. */
	approximate: number;
	unpriced: number;
}

function emptySum(): Sum {
	return { items: 0, cents: 0, taxableCents: 0, approximate: 0, unpriced: 0 };
}
