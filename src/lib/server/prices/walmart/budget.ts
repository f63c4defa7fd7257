import type { AskedBy } from '../tier.ts';

/** How many calls were made on which day; kept where a restart does not lose it. */
export interface CallCount {
	/** Days since 1970, in UTC. */
	readonly day: number;
	readonly calls: number;
}

export interface Ledger {
	read(): CallCount;
	write(count: CallCount): void;
}

interface BudgetOptions {
	readonly ledger: Ledger;
	readonly callsPerDay: number;
	/** Wall clock in ms. */
	readonly now: () => number;
	readonly monotonic: () => number;
}

export interface Budget {
	/** Notes one call, or says false: then it must not be made. */
	take(askedBy: AskedBy): boolean;
	callsToday(): number;
	/** When the next day begins, in wall-clock ms. */
	renewsAt(): number;
}

const DAY_MS = 24 * 3_600_000;
/** Of the day, for people who wait for an answer. */
const HELD_FOR_PEOPLE = 0.1;

/**
 * The day's calls. A call is noted before it is made, so that one that was cut off counts too. A day that lies behind
 * the last one noted means that the clock was set back: it goes on with that one's count, until a whole day has passed
 * that no one can set.
 */
export function createBudget({ ledger, callsPerDay, now, monotonic }: BudgetOptions): Budget {
	const forRefresher = Math.floor(callsPerDay * (1 - HELD_FOR_PEOPLE));
	let renewedMs = monotonic();

	const dayNow = (): number => Math.floor(now() / DAY_MS);

	function today(): CallCount {
		const noted = ledger.read();
		const day = dayNow();
		const isSetBack = day < noted.day && monotonic() - renewedMs < DAY_MS;
		if (day === noted.day || isSetBack) return noted;
		return { day, calls: 0 };
	}

	return {
		take(askedBy) {
			const { day, calls } = today();
			if (calls >= (askedBy === 'person' ? callsPerDay : forRefresher)) return false;
			if (calls === 0) renewedMs = monotonic();
			ledger.write({ day, calls: calls + 1 });
			return true;
		},
		callsToday: () => today().calls,
		renewsAt: () => (today().day + 1) * DAY_MS
	};
}
