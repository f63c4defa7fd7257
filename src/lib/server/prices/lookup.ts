import type { PriceObservation } from '#lib/domain/price.ts';
import type { AskedBy, InstantTier, Observations, PriceProvider, SharedTier } from './tier.ts';

interface PriceLookupOptions {
	/** Null when `PRICE_TIERS` leaves it out. */
	readonly memory: InstantTier | null;
	/** In the order they are asked. */
	readonly shared: readonly SharedTier[];
	readonly provider: PriceProvider;
	/** Hears everything that the source says, whoever asked. */
	readonly onObserved: (observations: readonly PriceObservation[]) => void;
	readonly report: (problem: unknown, doing: string) => void;
}

export interface PriceLookup {
	/**
	 * The newest known observation of each product; a product nobody knows has no entry. An old one is answered
	 * at once, marked stale, and asked for again behind the answer. Waits for the source only where nothing at
	 * all is known, and without `askSource` never asks it.
	 */
	lookup(productIds: readonly string[], options: { askSource: boolean }): Promise<Observations>;
	/** Asks the source whatever the tiers hold, and fills them with what it says. */
	refresh(productIds: readonly string[]): Promise<void>;
	/** Settles when everything that still goes on behind the answers is done. */
	settle(): Promise<void>;
}

/** A product on its way down the tiers. Whoever wants it meanwhile waits for the same answer. */
type Flight = PromiseWithResolvers<PriceObservation | undefined>;

/**
 * One question, "what do these cost?", answered from the fastest place that knows. Each tier is asked once for
 * the whole batch and hands down only what it does not have; what a lower one knows fills those above.
 */
export function createPriceLookup(options: PriceLookupOptions): PriceLookup {
	const { memory, shared, provider, onObserved, report } = options;
	const flights = new Map<string, Flight>();
	const background = new Set<Promise<void>>();

	/** Not async itself: most lookups end in memory, where one promise more would be felt. */
	function lookup(
		productIds: readonly string[],
		{ askSource }: { askSource: boolean }
	): Promise<Observations> {
		const known = memory?.read(productIds) ?? new Map<string, PriceObservation>();
		if (known.size === productIds.length) return Promise.resolve(known);
		const missing = [...new Set(productIds)].filter((productId) => !known.has(productId));
		return completeBelow(known, missing, askSource);
	}

	async function completeBelow(
		known: Observations,
		missing: readonly string[],
		askSource: boolean
	): Promise<Observations> {
		const found = askSource ? await joinFlights(missing) : await readShared(missing);
		for (const [productId, observation] of found) known.set(productId, observation);
		return known;
	}

	async function joinFlights(productIds: readonly string[]): Promise<Observations> {
		const departing = productIds.filter((productId) => !flights.has(productId));
		for (const productId of departing) flights.set(productId, Promise.withResolvers());
		const answers = productIds.flatMap((productId) => flights.get(productId)?.promise ?? []);
		if (departing.length > 0) goOn(fly(departing));
		const observations = await Promise.all(answers);
		return byProduct(observations.filter((observation) => observation !== undefined));
	}

	/**
	 * A flight ends only after the tiers are filled: from then on a lookup finds the price there, so that in
	 * between nobody can miss both and ask the source a second time.
	 */
	async function fly(productIds: readonly string[]): Promise<void> {
		const known = await readShared(productIds);
		for (const observation of known.values()) land(observation);
		const wanted = productIds.filter((productId) => known.get(productId)?.stale !== false);
		const fetched = await fetchPrices(wanted, known, 'person');
		for (const observation of fetched) land(observation);
		for (const productId of productIds) flights.get(productId)?.resolve(undefined);
		await fill(fetched, shared.length);
		for (const productId of productIds) flights.delete(productId);
	}

	function land(observation: PriceObservation): void {
		flights.get(observation.productId)?.resolve(observation);
	}

	async function refresh(productIds: readonly string[]): Promise<void> {
		const resting = productIds.filter((productId) => !flights.has(productId));
		const known = await readShared(resting);
		await fill(await fetchPrices(resting, known, 'refresher'), shared.length);
	}

	/** Never rejects: the tiers do not, and neither does the source here. */
	async function readShared(productIds: readonly string[]): Promise<Observations> {
		const known: Observations = new Map();
		let missing = productIds;
		for (const [depth, tier] of shared.entries()) {
			if (missing.length === 0) break;
			const found = await tier.read(missing);
			for (const [productId, observation] of found) known.set(productId, observation);
			const fresh = [...found.values()].filter((observation) => !observation.stale);
			goOn(fill(fresh, depth));
			missing = missing.filter((productId) => !found.has(productId));
		}
		return known;
	}

	async function fetchPrices(
		productIds: readonly string[],
		previous: Observations,
		askedBy: AskedBy
	): Promise<PriceObservation[]> {
		if (productIds.length === 0) return [];
		try {
			const fetched = await provider.fetchPrices(productIds, askedBy);
			const merged = fetched.map((next) => keepChangedAt(previous.get(next.productId), next));
			onObserved(merged);
			return merged;
		} catch (problem) {
			report(problem, `asking ${provider.name} for prices`);
			return [];
		}
	}

	/** Into memory at once, then into the first `depth` shared tiers. */
	async function fill(observations: readonly PriceObservation[], depth: number): Promise<void> {
		if (observations.length === 0) return;
		memory?.write(observations);
		await Promise.all(shared.slice(0, depth).map((tier) => tier.write(observations)));
	}

	function goOn(work: Promise<void>): void {
		const tracked = work.finally(() => background.delete(tracked));
		background.add(tracked);
	}

	async function settle(): Promise<void> {
		while (background.size > 0) await Promise.all(background);
	}

	return { lookup, refresh, settle };
}

/** A price that was looked at again and is the same has been that since it became so. */
function keepChangedAt(
	previous: PriceObservation | undefined,
	next: PriceObservation
): PriceObservation {
	const isSame = previous?.source === next.source && previous.priceCents === next.priceCents;
	return isSame ? { ...next, changedAt: previous.changedAt } : next;
}

function byProduct(observations: readonly PriceObservation[]): Observations {
	return new Map(observations.map((observation) => [observation.productId, observation]));
}
