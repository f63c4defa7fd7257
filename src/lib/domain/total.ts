import type { Cents } from './money.ts';

/** What one row adds to a total. */
export interface TotalEntry {
	/** null: not priced, so it is counted but not summed. */
	readonly cents: Cents | null;
	readonly approximate: boolean;
	readonly checked: boolean;
}

export interface Totals {
	readonly inCartCents: Cents;
	readonly leftCents: Cents;
	readonly totalCents: Cents;
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

/**
 * The sums of a list, kept as rows come, change and go: one change costs the same at 10 rows and at 10,000. All
 * figures are whole cents and counts, so this always equals adding everything up again.
 */
export class RunningTotal {
	readonly #entries = new Map<string, TotalEntry>();
	readonly #inCart = emptySum();
	readonly #left = emptySum();

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
		return {
			inCartCents: inCart.cents,
			leftCents: left.cents,
			totalCents: inCart.cents + left.cents,
			inCartApproximate: inCart.approximate > 0,
			leftApproximate: left.approximate > 0,
			totalApproximate: inCart.approximate + left.approximate > 0,
			unpriced: inCart.unpriced + left.unpriced,
			unpricedLeft: left.unpriced,
			itemCount: inCart.items + left.items,
			checkedCount: inCart.items
		};
	}

	#count({ cents, approximate, checked }: TotalEntry, by: 1 | -1): void {
		const sum = checked ? this.#inCart : this.#left;
		sum.items += by;
		if (cents === null) {
			sum.unpriced += by;
			return;
		}
		sum.cents += by * cents;
		if (approximate) sum.approximate += by;
	}
}

interface Sum {
	items: number;
	cents: Cents;
	/** How many lines are guesses, so that the "~" can go again. */
	approximate: number;
	unpriced: number;
}

function emptySum(): Sum {
	return { items: 0, cents: 0, approximate: 0, unpriced: 0 };
}
