import type { PriceObservation } from '#lib/domain/price.ts';
import type { PriceProvider } from '#lib/server/prices/tier.ts';

export interface FakeSource extends PriceProvider {
	/** What it says from now on; a product without an entry is unknown to it. */
	readonly centsById: Map<string, number>;
	/** The ids of each question so far. */
	readonly questions: string[][];
	/** Questions wait from now on until the function that this answers is called. */
	hold(): () => void;
	/** The next questions fail. */
	isBroken: boolean;
}

/** A source of prices in the test's hand. */
export function createFakeSource(now: () => number, centsById: Map<string, number>): FakeSource {
	const questions: string[][] = [];
	let gate = Promise.resolve();
	const source: FakeSource = {
		name: 'walmart',
		freshForMs: 1_000,
		batchSize: 20,
		centsById,
		questions,
		isBroken: false,
		hold() {
			const { promise, resolve } = Promise.withResolvers<void>();
			gate = promise;
			return resolve;
		},
		async fetchPrices(productIds) {
			questions.push([...productIds]);
			await gate;
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
