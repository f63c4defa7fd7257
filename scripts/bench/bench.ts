/** One hot path, measured through the product's public entry beside the best this machine can do. */
export interface Bench {
	readonly name: string;
	readonly unit: 'ms' | 'µs' | 'MB';
	/** What was asked for, in `unit`. */
	readonly target: number;
	/** How far `ours` may go: times `limit`, or, where `barOf` says so, in `unit`. */
	readonly bar: number;
	readonly barOf: 'limit' | 'ours';
	/** Everything in one run, because only the ratios hold on a shared machine. */
	measure(): Promise<Measured>;
}

export interface Measured {
	readonly ours: number;
	/** The same work with nothing around it, or what was asked for where that is the limit; null where there is none. */
	readonly limit: number | null;
	readonly peer?: { readonly name: string; readonly value: number };
}

/** A line of `bench/results.json`. */
export interface Result {
	readonly name: string;
	readonly ours: number;
	readonly limit: number | null;
	readonly peer: number | null;
	readonly peerName: string | null;
	readonly unit: Bench['unit'];
	/** `ours` by `limit`. */
	readonly ratio: number | null;
	readonly bar: number;
	readonly barOf: Bench['barOf'];
	readonly target: number;
	readonly pass: boolean;
}

/** One run for two rows that read different things off it. */
export function once<T>(measure: () => Promise<T>): () => Promise<T> {
	let measured: Promise<T> | undefined;
	return () => (measured ??= measure());
}

export async function runBench(bench: Bench): Promise<Result> {
	const { name, unit, target, bar, barOf } = bench;
	const { ours, limit, peer } = await bench.measure();
	const ratio = limit === null ? null : ours / limit;
	const isWithinBar = (barOf === 'ours' ? ours : (ratio ?? Infinity)) <= bar;
	return {
		name,
		ours,
		limit,
		peer: peer?.value ?? null,
		peerName: peer?.name ?? null,
		unit,
		ratio,
		bar,
		barOf,
		target,
		pass: isWithinBar && ours <= target
	};
}
