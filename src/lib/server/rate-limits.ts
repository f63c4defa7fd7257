/** A token bucket: `burst` at once, then `perSecond`. */
export interface Rate {
	readonly perSecond: number;
	readonly burst: number;
}

/** How much one device, or one address without a session, may ask for. */
export interface Limits {
	/** Sync requests of a session, over socket and HTTP together. */
	readonly sync: Rate;
	/** Price subscriptions of a session. */
	readonly subscribe: Rate;
	/** Everything else of a session. */
	readonly api: Rate;
	/** Reads of an address without a session. */
	readonly anonymous: Rate;
	/** New people from an address. */
	readonly signUp: Rate;
	/** Links from an address that did not work: guesses. */
	readonly badLink: Rate;
	/** Open sockets of a session: one for each tab at most, and some that have not noticed their end. */
	readonly socketsPerSession: number;
}

/** `docs/api.md` has them as a table. A household behind one address shares what is counted by address. */
export const DEFAULT_LIMITS: Limits = {
	sync: { perSecond: 20, burst: 100 },
	subscribe: { perSecond: 5, burst: 50 },
	api: { perSecond: 10, burst: 100 },
	anonymous: { perSecond: 200, burst: 2_000 },
	signUp: { perSecond: 0.5, burst: 1_000 },
	badLink: { perSecond: 10 / 60, burst: 10 },
	socketsPerSession: 20
};

export interface RateLimiter {
	/** Takes as many as it costs, one unless told. @returns 0, or in how many ms there will be as many */
	readonly take: (key: string, cost?: number) => number;
	/** The same without taking. */
	readonly wait: (key: string, cost?: number) => number;
}

interface Bucket {
	readonly tokens: number;
	readonly at: number;
}

/** More keys than that are strangers passing by: the one not used for longest is forgotten, which lets it in again. */
const MAX_KEYS = 10_000;

/** @param monotonic ms that never go backwards */
export function createRateLimiter(
	{ perSecond, burst }: Rate,
	monotonic: () => number
): RateLimiter {
	const buckets = new Map<string, Bucket>();

	function filled(key: string, now: number): number {
		const bucket = buckets.get(key);
		if (!bucket) return burst;
		return Math.min(burst, bucket.tokens + ((now - bucket.at) / 1_000) * perSecond);
	}

	const waitFor = (tokens: number, cost: number): number =>
		tokens >= cost ? 0 : Math.ceil(((cost - tokens) / perSecond) * 1_000);

	return {
		take(key, cost = 1) {
			const now = monotonic();
			const tokens = filled(key, now);
			const wait = waitFor(tokens, cost);
			if (wait > 0) return wait;
			// Put last: a Map keeps the order, so the first key is the one not used for longest.
			buckets.delete(key);
			buckets.set(key, { tokens: tokens - cost, at: now });
			if (buckets.size > MAX_KEYS) buckets.delete(buckets.keys().next().value as string);
			return 0;
		},
		wait: (key, cost = 1) => waitFor(filled(key, monotonic()), cost)
	};
}
