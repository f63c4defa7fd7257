/** The browser tells of a tap a moment after the finger is up. */
const TAP_MS = 100;
/** Nobody presses for so long: that it ended was never told. */
const LONGEST_PRESS_MS = 30_000;

/** Keeps rows where they are while a finger is down, because one that moves away takes its tap with it. */
export class Finger {
	#isDown = false;
	#hasToMove = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #move: () => void;

	constructor(move: () => void) {
		this.#move = move;
	}

	/** Moves now, or when the finger is up. */
	move(): void {
		if (this.#isDown) this.#hasToMove = true;
		else this.#move();
	}

	press(): void {
		this.#isDown = true;
		this.#liftAfter(LONGEST_PRESS_MS);
	}

	lift(): void {
		if (this.#isDown) this.#liftAfter(TAP_MS);
	}

	#liftAfter(ms: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.#isDown = false;
			if (this.#hasToMove) this.#move();
			this.#hasToMove = false;
		}, ms);
	}
}
