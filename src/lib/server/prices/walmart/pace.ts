interface PaceOptions {
	readonly everyMs: number;
	readonly monotonic: () => number;
	/** Rejects when the server ends. */
	readonly sleep: (ms: number) => Promise<void>;
}

/**
 * A turn at most every `everyMs`, in the order they are asked for.
 * @returns false, at once, for whoever would have to wait beyond `deadlineMs` (monotonic)
 */
export function createPace({ everyMs, monotonic, sleep }: PaceOptions) {
	let nextMs = -Infinity;

	return async function takeTurn(deadlineMs: number): Promise<boolean> {
		const now = monotonic();
		const turnMs = Math.max(now, nextMs);
		if (turnMs > deadlineMs) return false;
		nextMs = turnMs + everyMs;
		if (turnMs > now) await sleep(turnMs - now);
		return true;
	};
}
