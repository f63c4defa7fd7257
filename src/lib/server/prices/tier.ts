import type { PriceObservation, PriceSource } from '#lib/domain/price.ts';

/** Observations by product id; a product without an entry is not known to whoever answered. */
export type Observations = Map<string, PriceObservation>;

/** The tier inside the process: it neither waits nor fails. */
export interface InstantTier {
	read(productIds: readonly string[]): Observations;
	/** Of two looks at a product the newer one stays. */
	write(observations: readonly PriceObservation[]): void;
	/** Remembers for a while that the source has nothing to say of these; whatever is written of one ends it. */
	writeUnknown(productIds: readonly string[]): void;
	isUnknown(productId: string): boolean;
}

/**
 * A tier outside the process, one round trip a call. It never rejects and settles within its own deadline:
 * one that cannot answer reports that where it was built and answers nothing.
 */
export interface SharedTier {
	read(productIds: readonly string[]): Promise<Observations>;
	write(observations: readonly PriceObservation[]): Promise<void>;
}

/** Who a source is asked for: somebody who waits, or the refresher that keeps prices young. */
export type AskedBy = 'person' | 'refresher';

/** Where prices come from. Products that the source does not have are left out of its answer. */
export interface PriceProvider {
	readonly name: PriceSource;
	/** How long asking again would only hear the same; Infinity for prices that never move. */
	readonly freshForMs: number;
	/** The most products that are asked for at once. */
	readonly batchSize: number;
	/** Whether questions are counted against a budget: those of people without a session are then not asked. */
	readonly isMetered: boolean;
	/**
	 * May reject; settles within its own deadline. A source with a daily budget keeps a part of it for `person`:
	 * somebody who waits for the answer.
	 */
	fetchPrices(
		productIds: readonly string[],
		askedBy: AskedBy
	): Promise<readonly PriceObservation[]>;
}
