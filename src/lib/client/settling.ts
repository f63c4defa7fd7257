/** A ticked row stays where it was tapped for this long, so that a slip can be taken back in place. */
const STAY_MS = 5_000;
/** Nothing moves until the finger has rested this long. */
const QUIET_MS = 600;

/** Decides when a ticked row moves into the cart, and an unticked one out of it: late, and all together. */
export class Settling {
	readonly #settled = new Set<string>();
	readonly #dueAt = new Map<string, number>();
	#quietUntil = 0;
	#timer: ReturnType<typeof setTimeout> | null = null;
	readonly #now: () => number;
	readonly #onMove: () => void;

	constructor(now: () => number, onMove: () => void) {
		this.#now = now;
		this.#onMove = onMove;
	}

	isSettled(id: string): boolean {
		return this.#settled.has(id);
	}

	/** A row that was in the cart when the list was opened. */
	settleNow(id: string): void {
		this.#settled.add(id);
	}

	onCheck(id: string, checked: boolean): void {
		if (checked === this.#settled.has(id)) this.#dueAt.delete(id);
		else this.#dueAt.set(id, this.#now() + (checked ? STAY_MS : QUIET_MS));
		this.touch();
	}

	/** A finger is busy: whatever is due waits for it to rest. */
	touch(): void {
		this.#quietUntil = this.#now() + QUIET_MS;
		this.#schedule();
	}

	forget(id: string): void {
		this.#settled.delete(id);
		this.#dueAt.delete(id);
	}

	#schedule(): void {
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = null;
		if (this.#dueAt.size === 0) return;
		const next = Math.max(Math.min(...this.#dueAt.values()), this.#quietUntil);
		this.#timer = setTimeout(() => this.#move(), Math.max(0, next - this.#now()));
	}

	#move(): void {
		const now = this.#now();
		for (const [id, dueAt] of this.#dueAt) {
			if (dueAt > now) continue;
			this.#dueAt.delete(id);
			if (!this.#settled.delete(id)) this.#settled.add(id);
		}
		this.#schedule();
		this.#onMove();
	}
}
