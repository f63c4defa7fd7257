import type { PriceObservation } from '#lib/domain/price.ts';
import type { AskedBy, PriceProvider } from '#lib/server/prices/tier.ts';

export interface FakeSource extends PriceProvider {
	/** What it says from now on; a product without an entry is unknown to it. */
	readonly centsById: Map<string, number>;
	/** The ids of each question so far. */
	readonly questions: string[][];
	/** Who each was asked for. */
	readonly askers: AskedBy[];
	/** Questions wait from now on until the function that this answers is called. */
	hold(): () => void;
	/** The next questions fail. */
	isBroken: boolean;
	/** Nothing is left of the day but what is held for people. */
	isOnlyForPeople: boolean;
}

/** A source of prices in the test's hand. */
export function createFakeSource(now: () => number, centsById: Map<string, number>): FakeSource {
	const questions: string[][] = [];
	const askers: AskedBy[] = [];
	let gate = Promise.resolve();
	const source: FakeSource = {
		name: 'walmart',
		freshForMs: 1_000,
		batchSize: 20,
		isMetered: true,
		centsById,
		questions,
		askers,
		isBroken: false,
		isOnlyForPeople: false,
		hold() {
			const { promise, resolve } = Promise.withResolvers<void>();
			gate = promise;
			return resolve;
		},
		async fetchPrices(productIds, askedBy) {
			questions.push([...productIds]);
			askers.push(askedBy);
			await gate;
			if (askedBy === 'refresher' && source.isOnlyForPeople) throw new Error('The day is used up.');
			if (source.isBroken) throw new Error('The source is broken.');
			return productIds.flatMap((productId) => {
				const priceCents = centsById.get(productId);
				return priceCents === undefined ? [] : [observe(productId, priceCents, now())];
			});
		}
	};
	return source;
}

export function observe(productId: string, priceCents: number, at: number): PriceObservation {
	return {
		productId,
		priceCents,
		unitPrice: null,
		availability: 'available',
		source: 'walmart',
		tier: 'source',
		checkedAt: at,
		changedAt: at,
		stale: false
	};
}
