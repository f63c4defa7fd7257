import { RunningTotal, type TotalEntry, type Totals } from '#lib/domain/total.ts';

/** A running total that the screen can read: O(1) for one changed row, however long the list. */
export class LiveTotals {
	readonly #running = new RunningTotal();
	#current = $state.raw<Totals>(this.#running.totals);

	get current(): Totals {
		return this.#current;
	}

	/** The list's tax rate, in hundredths of a percent. */
	taxAt(basisPoints: number): void {
		this.#running.taxBasisPoints = basisPoints;
		this.#current = this.#running.totals;
	}

	set(id: string, entry: TotalEntry): void {
		this.#running.set(id, entry);
		this.#current = this.#running.totals;
	}

	delete(id: string): void {
		this.#running.delete(id);
		this.#current = this.#running.totals;
	}
}
