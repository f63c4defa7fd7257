import type { PriceObservation } from '#lib/domain/price.ts';
import type { PriceReader } from './live-prices.ts';
import { receivePrices } from './price-news.ts';
import type { Prices } from './prices.svelte.ts';

/** What a tab shows, as it told the leader last. */
interface Wanted {
	readonly productIds: readonly string[];
	/** On the monotonic clock, in ms. */
	readonly toldAt: number;
}

/** A tab tells every 30 s; one that has missed two is gone. */
const WANTED_MS = 75_000;

/** The prices that all tabs of a device show, for the one that has the line. */
export class SharedPrices implements PriceReader {
	readonly #prices: Prices;
	readonly #tell: (prices: readonly PriceObservation[]) => void;
	readonly #wanted = new Map<string, Wanted>();

	/** @param tell passes on to the other tabs what came */
	constructor(prices: Prices, tell: (prices: readonly PriceObservation[]) => void) {
		this.#prices = prices;
		this.#tell = tell;
	}

	get wantedIds(): readonly string[] {
		for (const [tabId, { toldAt }] of this.#wanted)
			if (performance.now() - toldAt > WANTED_MS) this.#wanted.delete(tabId);
		const others = [...this.#wanted.values()].flatMap(({ productIds }) => productIds);
		return [...new Set([...this.#prices.wantedIds, ...others])];
	}

	get checkedAtById(): Record<string, number> {
		return this.#prices.checkedAtById;
	}

	/** @returns whether there is something new to subscribe to */
	want(tabId: string, productIds: readonly string[]): boolean {
		const before = new Set(this.wantedIds);
		this.#wanted.set(tabId, { productIds, toldAt: performance.now() });
		return productIds.some((id) => !before.has(id));
	}

	receive(prices: readonly PriceObservation[]): void {
		receivePrices(this.#prices, prices);
		if (this.#wanted.size > 0 && prices.length > 0) this.#tell(prices);
	}
}
