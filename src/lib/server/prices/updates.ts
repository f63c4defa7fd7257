import type { PriceObservation } from '#lib/domain/price.ts';

interface PriceUpdatesOptions {
	/** Asks the source; what it says comes back through `publish`. Answers whether it said anything. */
	readonly refresh: (productIds: readonly string[]) => Promise<boolean>;
	readonly freshForMs: number;
	/** The most products asked for in one round. */
	readonly batchSize: number;
	/** Ms since some moment, never backwards. */
	readonly monotonic: () => number;
	/** Wall clock in ms, to tell how old a price is that was looked at before this process began. */
	readonly now: () => number;
	readonly refreshEveryMs?: number | undefined;
	readonly flushEveryMs?: number;
	/** When a product is asked for again after the source has failed. */
	readonly retryAfterMs?: number;
}

/** Hands a subscriber what changed since the last time, each product at most once. */
type Deliver = (prices: readonly PriceObservation[]) => void;

export interface PriceUpdates {
	subscribe(deliver: Deliver): PriceSubscription;
	/** News of any origin; subscribers hear of it when it says something else than they were told. */
	publish(observations: readonly PriceObservation[]): void;
	close(): Promise<void>;
}

export interface PriceSubscription {
	/** Replaces what this subscriber follows. */
	follow(productIds: readonly string[]): void;
	/** What it knows already and need not be told again. */
	tell(prices: Iterable<PriceObservation>): void;
	close(): void;
}

interface Subscriber {
	readonly deliver: Deliver;
	/** What it follows, with the last price it was told. */
	readonly followed: Map<string, PriceObservation | null>;
	readonly waiting: Map<string, PriceObservation>;
}

/** A product that somebody follows. */
interface Followed {
	readonly followers: Set<Subscriber>;
	/** When the source was last heard about it, on the monotonic clock. */
	lookedAt: number;
	/** When a round last asked for it, answered or not. */
	askedAt: number;
}

/** An unchanged price is told again when it would be thought old without that: a price is fresh for an hour. */
const TELL_AGAIN_AFTER_MS = 3_600_000;

/**
 * Live prices. A round asks the source again for the followed products whose answer is oldest; what changed
 * reaches each subscriber in one batch, at most every `flushEveryMs`. Without subscribers no timer runs.
 */
export function createPriceUpdates(options: PriceUpdatesOptions): PriceUpdates {
	const { refresh, freshForMs, batchSize, monotonic, now } = options;
	const { refreshEveryMs = 3_000, flushEveryMs = 250, retryAfterMs = 60_000 } = options;
	const subscribers = new Set<Subscriber>();
	const products = new Map<string, Followed>();
	const withNews = new Set<Subscriber>();
	let rounds: NodeJS.Timeout | undefined;
	/** Calls the next flush off; null while there is none. */
	let callOffFlush: (() => void) | null = null;
	let flushedAt = -Infinity;
	let running: Promise<void> | null = null;

	function subscribe(deliver: Deliver): PriceSubscription {
		const subscriber: Subscriber = { deliver, followed: new Map(), waiting: new Map() };
		subscribers.add(subscriber);
		if (freshForMs !== Infinity) rounds ??= setInterval(startRound, refreshEveryMs);
		return {
			follow: (productIds) => follow(subscriber, productIds),
			tell: (prices) => tell(subscriber, prices),
			close: () => unsubscribe(subscriber)
		};
	}

	function unsubscribe(subscriber: Subscriber): void {
		subscribers.delete(subscriber);
		leave(subscriber);
		if (subscribers.size === 0) stopTimers();
	}

	function stopTimers(): void {
		clearInterval(rounds);
		callOffFlush?.();
		rounds = undefined;
		callOffFlush = null;
	}

	function follow(subscriber: Subscriber, productIds: readonly string[]): void {
		leave(subscriber);
		// A subscription that was on its way while its socket closed is nobody's any more.
		if (!subscribers.has(subscriber)) return;
		for (const productId of productIds) {
			subscriber.followed.set(productId, null);
			const product = products.get(productId);
			if (product) product.followers.add(subscriber);
			// Whoever subscribes looks it up as well; `tell` says how old what was found is.
			else products.set(productId, firstFollowed(subscriber));
		}
	}

	function firstFollowed(subscriber: Subscriber): Followed {
		return { followers: new Set([subscriber]), lookedAt: monotonic(), askedAt: -Infinity };
	}

	function leave(subscriber: Subscriber): void {
		for (const productId of subscriber.followed.keys()) {
			const product = products.get(productId);
			product?.followers.delete(subscriber);
			if (product?.followers.size === 0) products.delete(productId);
		}
		subscriber.followed.clear();
		subscriber.waiting.clear();
		withNews.delete(subscriber);
	}

	function tell(subscriber: Subscriber, prices: Iterable<PriceObservation>): void {
		for (const price of prices) {
			const { productId } = price;
			const product = products.get(productId);
			if (product === undefined || !subscriber.followed.has(productId)) continue;
			const waiting = subscriber.waiting.get(productId);
			const last = waiting ?? subscriber.followed.get(productId);
			if (last && last.checkedAt > price.checkedAt) continue; // Something newer came meanwhile.
			subscriber.followed.set(productId, price);
			if (waiting && !isNews(price, waiting)) subscriber.waiting.delete(productId);
			product.lookedAt = Math.min(product.lookedAt, lookedAtOf(price));
		}
	}

	/** One from the future was looked at nobody knows when: asking soon is the safe reading. */
	function lookedAtOf({ checkedAt }: PriceObservation): number {
		const ageMs = now() - checkedAt;
		return monotonic() - (ageMs < 0 ? freshForMs : ageMs);
	}

	function startRound(): void {
		if (running !== null) return;
		const due = takeDue();
		if (due.length === 0) return;
		running = askFor(due).finally(() => (running = null));
	}

	/** The followed products to ask for now, the oldest answer first. */
	function takeDue(): string[] {
		const time = monotonic();
		const pauseMs = Math.min(freshForMs, retryAfterMs);
		return [...products]
			.filter(([, { lookedAt, askedAt }]) => {
				return time - lookedAt >= freshForMs && time - askedAt >= pauseMs;
			})
			.sort(([, one], [, other]) => one.lookedAt - other.lookedAt)
			.slice(0, batchSize)
			.map(([productId]) => productId);
	}

	async function askFor(productIds: readonly string[]): Promise<void> {
		const asked = productIds.flatMap((productId) => products.get(productId) ?? []);
		for (const product of asked) product.askedAt = monotonic();
		// What the source has nothing to say of was looked at all the same.
		if (await refresh(productIds)) for (const product of asked) product.lookedAt = monotonic();
	}

	function publish(observations: readonly PriceObservation[]): void {
		for (const observation of observations) {
			const { productId } = observation;
			const product = products.get(productId);
			if (product === undefined) continue;
			product.lookedAt = monotonic();
			for (const subscriber of product.followers) {
				const last = subscriber.waiting.get(productId) ?? subscriber.followed.get(productId);
				if (!isNews(last ?? null, observation)) continue;
				subscriber.waiting.set(productId, observation);
				withNews.add(subscriber);
			}
		}
		if (withNews.size > 0) callOffFlush ??= scheduleFlush();
	}

	/** At once where the last batch is long gone, behind what else is published in this turn; a timer takes 1 ms. */
	function scheduleFlush(): () => void {
		const waitMs = flushedAt + flushEveryMs - monotonic();
		if (waitMs <= 0) {
			const immediate = setImmediate(flush);
			return () => clearImmediate(immediate);
		}
		const timer = setTimeout(flush, waitMs);
		return () => clearTimeout(timer);
	}

	function flush(): void {
		callOffFlush = null;
		flushedAt = monotonic();
		for (const { deliver, followed, waiting } of withNews) {
			const prices = [...waiting.values()];
			waiting.clear();
			for (const price of prices) followed.set(price.productId, price);
			if (prices.length > 0) deliver(prices);
		}
		withNews.clear();
	}

	async function close(): Promise<void> {
		for (const subscriber of subscribers) unsubscribe(subscriber);
		await running;
	}

	return { subscribe, publish, close };
}

/** Whether a later look says something that an earlier one did not; null is none so far. */
function isNews(last: PriceObservation | null, next: PriceObservation): boolean {
	if (last === null) return true;
	if (next.checkedAt < last.checkedAt) return false;
	return (
		last.priceCents !== next.priceCents ||
		last.availability !== next.availability ||
		last.stale !== next.stale ||
		next.checkedAt - last.checkedAt >= TELL_AGAIN_AFTER_MS
	);
}
