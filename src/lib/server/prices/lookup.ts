import type { PriceObservation } from '#lib/domain/price.ts';
import type { AskedBy, InstantTier, Observations, PriceProvider, SharedTier } from './tier.ts';
import { within } from './within.ts';

interface PriceLookupOptions {
	/** Null when `PRICE_TIERS` leaves it out. */
	readonly memory: InstantTier | null;
	/** In the order they are asked. */
	readonly shared: readonly SharedTier[];
	readonly provider: PriceProvider;
	/** Hears everything that the source says, whoever asked. */
	readonly onObserved: (observations: readonly PriceObservation[]) => void;
	readonly report: (problem: unknown, doing: string) => void;
	/** How long somebody waits for the source; what comes later is there for whoever asks next. */
	readonly waitMs?: number;
	/** How long one question to the source may take, for one that breaks its promise to settle. */
	readonly questionMs?: number;
	/** How long the end waits for what goes on behind the answers. */
	readonly settleMs?: number;
}

export interface PriceLookup {
	/** Whether only people with a session may cause a question to the source. */
	readonly isMetered: boolean;
	/**
	 * The newest known observation of each product; a product nobody knows has no entry. An old one is answered
	 * at once, marked stale, and asked for again behind the answer. Waits for the source only where nothing at
	 * all is known, and not for long; without `askSource` never asks it. Never rejects.
	 */
	lookup(productIds: readonly string[], options: { askSource: boolean }): Promise<Observations>;
	/**
	 * Asks the source whatever the tiers hold, and fills them with what it says.
	 * @returns whether the source answered
	 */
	refresh(productIds: readonly string[]): Promise<boolean>;
	/** Settles when everything that still goes on behind the answers is done, or given up. */
	settle(): Promise<void>;
}

/** What the source said of some products; null where it could not be asked. */
type Ask = Promise<readonly PriceObservation[] | null>;

/** Products on their way down the tiers. Whoever wants one meanwhile waits for the same answer. */
interface Flight {
	/** What is known of them: first what the shared tiers hold, then what the source says. */
	readonly known: Promise<Observations>;
	/** Which of them the source is asked for; complete as soon as `known` is there. */
	readonly asks: Map<string, Ask>;
	/** Whether a person is on it: a source may answer people when it no longer answers the refresher. */
	isForPeople: boolean;
}

/**
 * One question, "what do these cost?", answered from the fastest place that knows. Each tier is asked once for
 * the whole batch and hands down only what it does not have; what a lower one knows fills those above.
 */
export function createPriceLookup(options: PriceLookupOptions): PriceLookup {
	const { memory, shared, provider, onObserved, report } = options;
	const { waitMs = 3_000, questionMs = 60_000, settleMs = 3_000 } = options;
	const flights = new Map<string, Flight>();
	const background = new Set<Promise<void>>();

	/** Not async itself: most lookups end in memory, where one promise more would be felt. */
	function lookup(
		productIds: readonly string[],
		{ askSource }: { askSource: boolean }
	): Promise<Observations> {
		const known = memory?.read(productIds) ?? new Map<string, PriceObservation>();
		if (known.size === productIds.length) return Promise.resolve(known);
		let missing = [...new Set(productIds)];
		if (known.size > 0) missing = missing.filter((productId) => !known.has(productId));
		return askSource ? joinFlights(known, missing) : completeFromTiers(known, missing);
	}

	async function completeFromTiers(
		known: Observations,
		missing: readonly string[]
	): Promise<Observations> {
		for (const [productId, observation] of await readShared(missing)) {
			known.set(productId, observation);
		}
		return known;
	}

	async function joinFlights(
		known: Observations,
		missing: readonly string[]
	): Promise<Observations> {
		const departing = missing.filter((productId) => !flights.has(productId));
		if (departing.length < missing.length || known.size > 0) {
			if (departing.length > 0) depart(departing, 'person');
			return complete(known, groupByFlight(missing));
		}
		// As most do that do not end in memory: nobody else is on the way, and often the shared tiers know it all.
		const flight = depart(missing, 'person');
		const found = await flight.known;
		return flight.asks.size === 0 ? found : complete(known, new Map([[flight, missing]]));
	}

	/** Adds what the flights of these products bring, and waits for the source where nothing is known. */
	async function complete(
		known: Observations,
		groups: ReadonlyMap<Flight, readonly string[]>
	): Promise<Observations> {
		const asks = new Set<Ask>();
		const awaited = new Set<string>();
		for (const [flight, productIds] of groups) {
			const found = await flight.known;
			for (const productId of productIds) {
				const observation = found.get(productId);
				const ask = flight.asks.get(productId);
				if (observation !== undefined) known.set(productId, observation);
				else if (ask !== undefined) {
					asks.add(ask);
					awaited.add(productId);
				}
			}
		}
		if (asks.size === 0) return known;
		for (const observation of await firstAnswers(asks)) {
			if (awaited.has(observation.productId)) known.set(observation.productId, observation);
		}
		return known;
	}

	function groupByFlight(productIds: readonly string[]): Map<Flight, string[]> {
		const groups = new Map<Flight, string[]>();
		for (const productId of productIds) {
			const flight = flights.get(productId);
			if (flight === undefined) continue;
			flight.isForPeople = true;
			const group = groups.get(flight);
			if (group === undefined) groups.set(flight, [productId]);
			else group.push(productId);
		}
		return groups;
	}

	/** What the source has said by the time that nobody waits longer. */
	async function firstAnswers(asks: ReadonlySet<Ask>): Promise<readonly PriceObservation[]> {
		const arrived: PriceObservation[] = [];
		const arriving = [...asks].map(async (ask) => void arrived.push(...((await ask) ?? [])));
		await within(Promise.all(arriving), { limitMs: waitMs, keepsProcess: true });
		return [...arrived];
	}

	function depart(productIds: readonly string[], askedBy: AskedBy): Flight {
		const flight: Flight = {
			known: readShared(productIds).then((known) => {
				askForRest(flight, productIds, known, askedBy);
				return known;
			}),
			asks: new Map(),
			isForPeople: askedBy === 'person'
		};
		for (const productId of productIds) flights.set(productId, flight);
		return flight;
	}

	/** A person is content with what is fresh, the refresher is not. Nobody asks for what was unknown just now. */
	function askForRest(
		flight: Flight,
		productIds: readonly string[],
		known: Observations,
		askedBy: AskedBy
	): void {
		const wanted: string[] = [];
		for (const productId of productIds) {
			const isEnough = askedBy === 'person' && known.get(productId)?.stale === false;
			if (isEnough || memory?.isUnknown(productId)) flights.delete(productId);
			else wanted.push(productId);
		}
		let before: Ask = Promise.resolve([]);
		for (let from = 0; from < wanted.length; from += provider.batchSize) {
			const batch = wanted.slice(from, from + provider.batchSize);
			// One after the other, and no more when one has failed: a source in trouble is left alone.
			const ask: Ask = before.then((answer) =>
				answer === null ? null : askSource(flight, batch, known, askedBy)
			);
			for (const productId of batch) flight.asks.set(productId, ask);
			goOn(land(batch, ask));
			before = ask;
		}
	}

	/**
	 * A flight ends only after the tiers are filled: from then on a lookup finds the price there, so that in
	 * between nobody can miss both and ask the source a second time.
	 */
	async function land(productIds: readonly string[], ask: Ask): Promise<void> {
		try {
			await writeShared((await ask) ?? [], shared.length);
		} finally {
			for (const productId of productIds) flights.delete(productId);
		}
	}

	async function askSource(
		flight: Flight,
		productIds: readonly string[],
		known: Observations,
		askedBy: AskedBy
	): Ask {
		let answer = await fetchPrices(productIds, askedBy);
		if (answer === null && askedBy === 'refresher' && flight.isForPeople) {
			answer = await fetchPrices(productIds, 'person');
		}
		if (answer === null) return null;
		const remembered = memory?.read(productIds);
		const observations = answer.map((next) =>
			keepChangedAt(known.get(next.productId) ?? remembered?.get(next.productId), next)
		);
		for (const observation of observations) known.set(observation.productId, observation);
		memory?.write(observations);
		const told = new Set(observations.map(({ productId }) => productId));
		memory?.writeUnknown(productIds.filter((productId) => !told.has(productId)));
		onObserved(observations);
		return observations;
	}

	/** @returns null where the source failed, which is reported */
	async function fetchPrices(productIds: readonly string[], askedBy: AskedBy): Ask {
		const doing = `asking ${provider.name} for prices`;
		try {
			const limit = { limitMs: questionMs, keepsProcess: false };
			const answer = await within(provider.fetchPrices(productIds, askedBy), limit);
			if (answer === null) report(new Error(`No answer within ${questionMs} ms.`), doing);
			return answer;
		} catch (problem) {
			report(problem, doing);
			return null;
		}
	}

	async function refresh(productIds: readonly string[]): Promise<boolean> {
		const resting = productIds.filter((productId) => !flights.has(productId));
		if (resting.length === 0) return true;
		const flight = depart(resting, 'refresher');
		await flight.known;
		const answers = await Promise.all(new Set(flight.asks.values()));
		return answers.every((answer) => answer !== null);
	}

	/** Never rejects, because the tiers do not. */
	async function readShared(productIds: readonly string[]): Promise<Observations> {
		let known: Observations | null = null;
		let missing = productIds;
		for (const [depth, tier] of shared.entries()) {
			if (missing.length === 0) break;
			const found = await tier.read(missing);
			if (found.size === 0) continue;
			fillAbove(depth, found);
			if (found.size === missing.length) missing = [];
			else missing = missing.filter((productId) => !found.has(productId));
			if (known === null) known = found;
			else for (const [productId, observation] of found) known.set(productId, observation);
		}
		return known ?? new Map();
	}

	/** What is fresh, into the tiers above this one. */
	function fillAbove(depth: number, found: Observations): void {
		if (memory === null && depth === 0) return;
		const fresh = [...found.values()].filter(({ stale }) => !stale);
		memory?.write(fresh);
		if (depth > 0) goOn(writeShared(fresh, depth));
	}

	/** Into the first `depth` shared tiers. */
	async function writeShared(
		observations: readonly PriceObservation[],
		depth: number
	): Promise<void> {
		if (observations.length === 0) return;
		await Promise.all(shared.slice(0, depth).map((tier) => tier.write(observations)));
	}

	function goOn(work: Promise<void>): void {
		const tracked = work.finally(() => background.delete(tracked));
		background.add(tracked);
	}

	async function settle(): Promise<void> {
		const allDone = async () => {
			while (background.size > 0) await Promise.all(background);
		};
		await within(allDone(), { limitMs: settleMs, keepsProcess: true });
	}

	return { isMetered: provider.isMetered, lookup, refresh, settle };
}

/** A price that was looked at again and is the same has been that since it became so. */
function keepChangedAt(
	previous: PriceObservation | undefined,
	next: PriceObservation
): PriceObservation {
	const isSame = previous?.source === next.source && previous.priceCents === next.priceCents;
	return isSame ? { ...next, changedAt: previous.changedAt } : next;
}
