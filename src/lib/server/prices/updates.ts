import type { PriceObservation } from '#lib/domain/price.ts';

interface PriceUpdatesOptions {
	/** Asks the source; what it says comes back through `publish`. */
	readonly refresh: (productIds: readonly string[]) => Promise<void>;
	readonly freshForMs: number;
	/** The most products asked for in one round. */
	readonly batchSize: number;
	readonly monotonic: () => number;
	readonly refreshEveryMs?: number | undefined;
	readonly flushEveryMs?: number;
}

/** Hands a subscriber what changed since the last time, each product at most once. */
type Deliver = (prices: readonly PriceObservation[]) => void;

export interface PriceUpdates {
	subscribe(deliver: Deliver): PriceSubscription;
	/** News of any origin; subscribers hear of it when the price is another than they were told. */
	publish(observations: readonly PriceObservation[]): void;
	close(): Promise<void>;
}

export interface PriceSubscription {
	/** Replaces what this subscriber follows; `told` is what it knows already and need not be told again. */
	follow(productIds: readonly string[], told: ReadonlyMap<string, PriceObservation>): void;
	close(): void;
}

interface Subscriber {
	readonly deliver: Deliver;
	/** What it follows, with the last price it was told. */
	readonly followed: Map<string, PriceObservation | null>;
	readonly waiting: Map<string, PriceObservation>;
}

/**
 * Live prices. A round asks the source again for the followed products whose answer is oldest; what changed
 * reaches each subscriber in one batch, at most every `flushEveryMs`. Without subscribers no timer runs.
 */
export function createPriceUpdates(options: PriceUpdatesOptions): PriceUpdates {
	const { refresh, freshForMs, batchSize, monotonic } = options;
	const { refreshEveryMs = 3_000, flushEveryMs = 250 } = options;
	const subscribers = new Set<Subscriber>();
	/** When each followed product was last asked for, on the monotonic clock. */
	const askedAt = new Map<string, number>();
	let rounds: NodeJS.Timeout | undefined;
	let nextFlush: NodeJS.Timeout | undefined;
	let flushedAt = -Infinity;
	let running: Promise<void> | null = null;

	function subscribe(deliver: Deliver): PriceSubscription {
		const subscriber: Subscriber = { deliver, followed: new Map(), waiting: new Map() };
		subscribers.add(subscriber);
		rounds ??= setInterval(startRound, refreshEveryMs);
		return {
			follow: (productIds, told) => follow(subscriber, productIds, told),
			close: () => unsubscribe(subscriber)
		};
	}

	function unsubscribe(subscriber: Subscriber): void {
		subscribers.delete(subscriber);
		if (subscribers.size === 0) stopTimers();
	}

	function stopTimers(): void {
		clearInterval(rounds);
		clearTimeout(nextFlush);
		rounds = undefined;
		nextFlush = undefined;
	}

	function follow(
		subscriber: Subscriber,
		productIds: readonly string[],
		told: ReadonlyMap<string, PriceObservation>
	): void {
		subscriber.followed.clear();
		subscriber.waiting.clear();
		for (const productId of productIds) {
			subscriber.followed.set(productId, told.get(productId) ?? null);
			// The subscription itself has just looked, so the first round need not ask again.
			if (!askedAt.has(productId)) askedAt.set(productId, monotonic());
		}
	}

	function startRound(): void {
		if (running !== null) return;
		const due = takeDue();
		if (due.length === 0) return;
		running = refresh(due).finally(() => (running = null));
	}

	/** The followed products to ask for now, oldest answer first; forgets those that nobody follows. */
	function takeDue(): string[] {
		const followed = new Set([...subscribers].flatMap((each) => [...each.followed.keys()]));
		for (const productId of askedAt.keys()) {
			if (!followed.has(productId)) askedAt.delete(productId);
		}
		const now = monotonic();
		const due = [...askedAt]
			.filter(([, time]) => now - time >= freshForMs)
			.sort(([, one], [, other]) => one - other)
			.slice(0, batchSize)
			.map(([productId]) => productId);
		for (const productId of due) askedAt.set(productId, now);
		return due;
	}

	function publish(observations: readonly PriceObservation[]): void {
		let hasNews = false;
		for (const subscriber of subscribers) {
			for (const observation of observations) {
				if (!isNews(subscriber, observation)) continue;
				subscriber.waiting.set(observation.productId, observation);
				hasNews = true;
			}
		}
		if (hasNews)
			nextFlush ??= setTimeout(flush, Math.max(0, flushedAt + flushEveryMs - monotonic()));
	}

	function flush(): void {
		nextFlush = undefined;
		flushedAt = monotonic();
		for (const { deliver, followed, waiting } of subscribers) {
			if (waiting.size === 0) continue;
			const prices = [...waiting.values()];
			waiting.clear();
			for (const price of prices) followed.set(price.productId, price);
			deliver(prices);
		}
	}

	async function close(): Promise<void> {
		subscribers.clear();
		stopTimers();
		await running;
	}

	return { subscribe, publish, close };
}

function isNews({ followed, waiting }: Subscriber, observation: PriceObservation): boolean {
	const { productId, priceCents, availability } = observation;
	const last = waiting.get(productId) ?? followed.get(productId);
	if (last === undefined) return false; // Not followed.
	return last?.priceCents !== priceCents || last.availability !== availability;
}
