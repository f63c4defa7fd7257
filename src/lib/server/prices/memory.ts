import { LRUCache } from 'lru-cache';
import type { PriceObservation } from '#lib/domain/price.ts';
import type { InstantTier, Observations } from './tier.ts';

interface MemoryTierOptions {
	readonly ttlMs: number;
	/** A clock that only moves forward, in ms: a changed wall clock must neither keep nor drop a price. */
	readonly monotonic: () => number;
	readonly maxEntries?: number;
	readonly unknownTtlMs?: number;
	/** Kept apart from the prices: whoever makes up ids must not push out what is known. */
	readonly maxUnknown?: number;
}

interface Entry {
	readonly observation: PriceObservation;
	readonly expiresAt: number;
}

/** The first tier: the prices that were wanted last, for some seconds, and what nobody has a price of. */
export function createMemoryTier(options: MemoryTierOptions): InstantTier {
	const { ttlMs, monotonic, maxEntries = 1_000 } = options;
	const { unknownTtlMs = 60_000, maxUnknown = 10_000 } = options;
	const entries = new LRUCache<string, Entry>({ max: maxEntries });
	const unknownUntil = new LRUCache<string, number>({ max: maxUnknown });

	/** Somebody may have found an older price on the way while a newer one arrived. */
	function isOutdated({ productId, checkedAt }: PriceObservation, now: number): boolean {
		const held = entries.peek(productId);
		return held !== undefined && held.expiresAt > now && held.observation.checkedAt > checkedAt;
	}

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
			const now = monotonic();
			const expiresAt = now + ttlMs;
			for (const observation of observations) {
				const { productId } = observation;
				unknownUntil.delete(productId);
				if (isOutdated(observation, now)) continue;
				entries.set(productId, { observation: { ...observation, tier: 'memory' }, expiresAt });
			}
		},
		writeUnknown(productIds) {
			const until = monotonic() + unknownTtlMs;
			for (const productId of productIds) unknownUntil.set(productId, until);
		},
		isUnknown(productId) {
			const until = unknownUntil.get(productId);
			return until !== undefined && until > monotonic();
		}
	};
}
