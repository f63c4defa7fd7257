/**
 * Why Walmart is not asked: it forbids it (403), does not take the key (401) or the time (401, expired), wants fewer calls
 * (429), or does not answer (5xx, time-outs, what cannot be read).
 */
export type PauseReason = 'forbidden' | 'unauthorized' | 'clock' | 'too_many' | 'failing';

export interface Pause {
	readonly why: PauseReason;
	/** On the monotonic clock; Infinity until the next start. */
	readonly untilMs: number;
}

export interface Pauses {
	/** The pause that holds now, or null. */
	current(): Pause | null;
	/** From now on it is not asked. @returns false when an earlier pause lasts longer, and stays */
	begin(why: PauseReason): boolean;
	/** A call was answered as it should be. */
	noteSuccess(): void;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const FIRST_TOO_MANY_MS = 15 * MINUTE_MS;
const LONGEST_TOO_MANY_MS = 6 * HOUR_MS;

/** @param monotonic ms, never backwards: a clock that is set neither ends nor prolongs a pause */
export function createPauses(monotonic: () => number): Pauses {
	let pause: Pause | null = null;
	let tooManyMs = FIRST_TOO_MANY_MS;

	function current(): Pause | null {
		if (pause !== null && pause.untilMs <= monotonic()) pause = null;
		return pause;
	}

	function durationMs(why: PauseReason): number {
		if (why === 'forbidden') return Infinity;
		if (why === 'too_many') return tooManyMs;
		// Somebody has to mend these, and may do so on Walmart's side, where nobody tells us.
		return why === 'failing' ? MINUTE_MS : HOUR_MS;
	}

	return {
		current,
		begin(why) {
			const untilMs = monotonic() + durationMs(why);
			const held = current();
			// Calls that were on their way together count as one reason to pause.
			if (held !== null && (held.why === why || held.untilMs >= untilMs)) return false;
			if (why === 'too_many') tooManyMs = Math.min(2 * tooManyMs, LONGEST_TOO_MANY_MS);
			pause = { why, untilMs };
			return true;
		},
		noteSuccess() {
			// One that was on its way when the pause began says nothing about it.
			if (current() === null) tooManyMs = FIRST_TOO_MANY_MS;
		}
	};
}
