import type { Cents } from './money.ts';

export type PriceSource = 'embedded' | 'import' | 'walmart' | 'openprices' | 'manual' | 'receipt';
/** Where the answer was found; `device` is the phone's own last observation. */
export type PriceTier = 'memory' | 'redis' | 'sqlite' | 'source' | 'device';
export type Availability = 'available' | 'limited' | 'unavailable' | 'unknown';

/** What somebody saw a pack of a product cost, where and when. Unknown is null, never 0. */
export interface PriceObservation {
	readonly productId: string;
	readonly priceCents: Cents | null;
	readonly unitPrice: UnitPrice | null;
	readonly availability: Availability;
	readonly source: PriceSource;
	readonly tier: PriceTier;
	/** Wall-clock ms: last time somebody looked, even when nothing had changed. */
	readonly checkedAt: number;
	/** Wall-clock ms: last time the price itself became what it is. */
	readonly changedAt: number;
	/** The source could not be asked in time; the figure is the last one known. */
	readonly stale: boolean;
}

/** Cents for one `per` of the product, in thousandths of a cent so that 2.7¢ survives. */
export interface UnitPrice {
	readonly milliCents: number;
	readonly per: 'fl oz' | 'gal' | 'oz' | 'lb' | 'each' | 'sq ft';
}
