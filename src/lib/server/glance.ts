interface GlanceOptions {
	readonly monotonic: () => number;
	/** Hears of a look that failed; once, until one has succeeded again. */
	readonly onFailed: (problem: unknown) => void;
	readonly everyMs?: number;
	readonly withinMs?: number;
}

/** What was found at the latest look; null when it failed or takes too long. It never rejects. */
export type Glance<T> = () => Promise<T | null>;

/**
 * Looks at something outside the process for whoever asks, and anybody may: at most once in `everyMs`, one look at a
 * time, and nobody waits for it longer than `withinMs`, for a folder on a network may never answer.
 */
export function createGlance<T>(look: () => Promise<T>, options: GlanceOptions): Glance<T> {
	const { monotonic, onFailed, everyMs = 1_000, withinMs = 1_000 } = options;
	let looking: Promise<T | null> | null = null;
	let lookedAt = -Infinity;
	let found: T | null = null;
	let isFailing = false;

	async function begin(): Promise<T | null> {
		try {
			found = await look();
			isFailing = false;
		} catch (problem) {
			found = null;
			if (!isFailing) onFailed(problem);
			isFailing = true;
		}
		lookedAt = monotonic();
		looking = null;
		return found;
	}

	return () => {
		const isOld = monotonic() - lookedAt >= everyMs;
		if (looking === null && !isOld) return Promise.resolve(found);
		return within(withinMs, (looking ??= begin()));
	};
}

async function within<T>(ms: number, waited: Promise<T>): Promise<T | null> {
	const { promise, resolve } = Promise.withResolvers<null>();
	const timer = setTimeout(() => resolve(null), ms);
	return Promise.race([waited, promise]).finally(() => clearTimeout(timer));
}
