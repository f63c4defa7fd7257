import type { Cents } from '#lib/domain/money.ts';
import { unitPriceOf, type Availability, type PriceObservation } from '#lib/domain/price.ts';
import type { Product } from '#lib/domain/product.ts';
import type { WalmartItem } from './answers.ts';
import { placeOf } from './departments.ts';

/** How much one pack holds, read from words; null when they do not say. */
export type ReadSize = (text: string) => Pick<Product, 'packMilli' | 'packUnit'> | null;

/** What is known of a product and its price from one answer. */
export interface SeenProduct {
	/** Null without a name: then there is nothing to put on a list. */
	readonly product: Product | null;
	readonly observation: PriceObservation;
}

const ONE_PACK = { packMilli: 1_000, packUnit: null };

/** @param checkedAt wall-clock ms of the answer */
export function readSeen(item: WalmartItem, checkedAt: number, readSize: ReadSize): SeenProduct {
	const size = readSize(item.size ?? '') ?? readSize(item.name ?? '');
	const product = itemToProduct(item, size ?? ONE_PACK);
	const priceCents = centsOf(item.salePrice);
	return {
		product: item.name === undefined ? null : product,
		observation: {
			productId: product.id,
			priceCents,
			unitPrice: size === null ? null : unitPriceOf(priceCents, product),
			availability: availabilityOf(item),
			source: 'walmart',
			tier: 'source',
			checkedAt,
			changedAt: checkedAt,
			stale: false
		}
	};
}

function itemToProduct(item: WalmartItem, size: NonNullable<ReturnType<ReadSize>>): Product {
	return {
		id: `wm_${item.itemId}`,
		name: item.name ?? '',
		brand: item.brandName ?? null,
		aliases: [],
		...placeOf(item.categoryPath),
		soldBy: 'each',
		packMilli: size.packMilli,
		packUnit: size.packUnit,
		countedAs: null,
		pieceGrams: null,
		sampleCents: null,
		taxable: false
	};
}

const MOST_DOLLARS = 100_000;

/** Null for everything that is no price: missing, no number, 0, negative, or 100,000 dollars and more. */
function centsOf(dollars: number | string | undefined): Cents | null {
	const amount = Number(dollars);
	if (!Number.isFinite(amount) || amount <= 0 || amount >= MOST_DOLLARS) return null;
	const cents = Math.round(amount * 100);
	return cents > 0 ? cents : null;
}

const STOCK: Readonly<Record<string, Availability>> = {
	available: 'available',
	'limited supply': 'limited',
	'last few items': 'limited',
	'not available': 'unavailable'
};

function availabilityOf({ stock, availableOnline }: WalmartItem): Availability {
	const told = STOCK[stock?.toLowerCase() ?? ''];
	if (told !== undefined) return told;
	if (availableOnline === undefined) return 'unknown';
	return availableOnline ? 'available' : 'unavailable';
}
