import { formatMoney, spellMoney, type Cents } from './money.ts';
import { unitPricePer, unitToCompareBy, type UnitPrice } from './price.ts';
import type { Product } from './product.ts';
import { dimensionOf } from './quantity.ts';
import { factsOf } from './units.ts';

/** A product and what one pack of it costs; null where that is not known. */
export interface Offer {
	readonly product: Product;
	readonly priceCents: Cents | null;
}

export interface ComparedOffer<O extends Offer> {
	readonly offer: O;
	/** In the one unit that all are compared by; null where there is no price or no such size. */
	readonly unitPrice: UnitPrice | null;
	/** None of those compared costs less, and one costs more. */
	readonly isLowest: boolean;
}

/**
 * Sets offers side by side in one unit, the cheapest first and those that cannot be compared last, else in the order
 * they came. Weights, volumes, areas, pieces and rolls do not compare with each other: what most of the offers are
 * measured in counts (of two as frequent, the one that comes first), and the rest has no unit price here.
 */
export function compareUnitPrices<O extends Offer>(offers: readonly O[]): ComparedOffer<O>[] {
	const dimension = commonDimension(offers);
	const comparable = offers.filter(
		(offer) => hasUnitPrice(offer) && dimensionOf(offer.product.packUnit) === dimension
	);
	const units = comparable.map(({ product }) => unitToCompareBy(product));
	// Within one dimension only weights have two units, and then a pound takes the ounces along.
	const per = units.find((unit) => unit === 'lb') ?? units[0];
	const compared = offers.map((offer) => ({
		offer,
		unitPrice:
			per !== undefined && comparable.includes(offer)
				? unitPricePer(per, offer.priceCents, offer.product)
				: null
	}));
	const figures = compared.flatMap(({ unitPrice }) => unitPrice?.milliCents ?? []);
	const lowest = Math.min(...figures);
	const isContest = Math.max(...figures) > lowest;
	return compared
		.map((one) => ({ ...one, isLowest: isContest && one.unitPrice?.milliCents === lowest }))
		.sort((a, b) => figureOf(a.unitPrice) - figureOf(b.unitPrice));
}

/** "27.2¢/fl oz", "$4.48/lb", "33¢ each"; a tenth of a cent is as fine as anybody compares, but below one cent. */
export function formatUnitPrice(unitPrice: UnitPrice): string {
	const { per } = unitPrice;
	const cents = partOfDollar(unitPrice);
	const figure = cents === null ? formatMoney(wholeCents(unitPrice)) : `${cents}¢`;
	return per === 'each' ? `${figure} each` : `${figure}/${factsOf(per).short[0]}`;
}

/** The same for a screen reader: "27.2 cents per fluid ounce", "4 dollars 48 per pound", "33 cents each". */
export function spellUnitPrice(unitPrice: UnitPrice): string {
	const { per } = unitPrice;
	const cents = partOfDollar(unitPrice);
	const figure =
		cents === null
			? spellMoney(wholeCents(unitPrice))
			: `${cents} ${cents === 1 ? 'cent' : 'cents'}`;
	return per === 'each' ? `${figure} each` : `${figure} per ${factsOf(per).spoken[0]}`;
}

const hasUnitPrice = ({ product, priceCents }: Offer): boolean =>
	priceCents !== null && product.packMilli > 0;

function commonDimension(offers: readonly Offer[]): string | null {
	const counts = new Map<string, number>();
	for (const offer of offers) {
		if (!hasUnitPrice(offer)) continue;
		const dimension = dimensionOf(offer.product.packUnit);
		counts.set(dimension, (counts.get(dimension) ?? 0) + 1);
	}
	const most = Math.max(...counts.values());
	return [...counts].find(([, count]) => count === most)?.[0] ?? null;
}

/** Not infinite: the difference of two infinities is no order. */
const figureOf = (unitPrice: UnitPrice | null): number =>
	unitPrice?.milliCents ?? Number.MAX_SAFE_INTEGER;

/** Cents and their parts, below what rounds to a dollar; null from there on. */
function partOfDollar({ milliCents }: UnitPrice): number | null {
	if (milliCents >= 99_950) return null;
	return milliCents < 1_000 ? Math.round(milliCents / 10) / 100 : Math.round(milliCents / 100) / 10;
}

const wholeCents = ({ milliCents }: UnitPrice): Cents => Math.round(milliCents / 1_000);
