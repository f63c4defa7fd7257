/** A line of a table: something that people feel, how it should be, and how it was measured to be. */
export interface Row {
	readonly what: string;
	/** What is meant by good, in words. */
	readonly goal: string;
	/** @throws when it cannot be measured; the message says why */
	readonly measure: (run: Run) => Promise<Found>;
}

export interface Found {
	/** In words, in the order of `goal`. */
	readonly ours: string;
	readonly isMet: boolean;
}

/** How a table is being measured. */
export interface Run {
	/** How often what is random is tried, with the seeds from 1 on. */
	readonly seeds: number;
	/** Says how far it has come, to whoever waits. */
	readonly tell: (progress: string) => void;
}
