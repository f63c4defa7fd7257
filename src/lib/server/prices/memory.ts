import { LRUCache } from 'lru-cache';
import type { PriceObservation } from '#lib/domain/price.ts';
import type { InstantTier, Observations } from './tier.ts';

interface MemoryTierOptions {
	readonly ttlMs: number;
	/** A clock that only moves forward, in ms: a changed wall clock must neither keep nor drop a price. */
	readonly monotonic: () => number;
	readonly maxEntries?: number;
}

interface Entry {
	readonly observation: PriceObservation;
	readonly expiresAt: number;
}

/** The first tier: the prices that were wanted last, for some seconds. */
export function createMemoryTier(options: MemoryTierOptions): InstantTier {
	const { ttlMs, monotonic, maxEntries = 1_000 } = options;
	const entries = new LRUCache<string, Entry>({ max: maxEntries });
	return {
		read(productIds) {
			const found: Observations = new Map();
			const now = monotonic();
			for (const productId of productIds) {
				const entry = entries.get(productId);
				if (entry !== undefined && entry.expiresAt > now) found.set(productId, entry.observation);
			}
			return found;
		},
		write(observations) {
			const expiresAt = monotonic() + ttlMs;
			for (const observation of observations) {
				entries.set(observation.productId, {
					observation: { ...observation, tier: 'memory' },
					expiresAt
				});
			}
		}
	};
}
