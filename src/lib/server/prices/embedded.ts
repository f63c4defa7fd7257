import type { Cents } from '#lib/domain/money.ts';
import { unitPriceOf, type PriceObservation } from '#lib/domain/price.ts';
import type { Product } from '#lib/domain/product.ts';
import type { PriceProvider } from './tier.ts';

interface EmbeddedProviderOptions {
	readonly productById: (productId: string) => Product | null;
	/** What an imported file said a product costs, and when (wall-clock ms); null for what came without a price. */
	readonly listPrice?: (productId: string) => ListPrice | null;
	/** Wall clock in ms. */
	readonly now: () => number;
	/** Null keeps the sample prices where they are. */
	readonly drift: SampleDrift | null;
}

interface ListPrice {
	readonly priceCents: Cents;
	readonly asOf: number;
}

export interface SampleDrift {
	readonly seed: number;
	/** Prices take one step at each multiple of this. */
	readonly stepMs: number;
}

/** As old as the tiers let a price grow. */
const OLD_MS = 6 * 3_600_000;

/** What the catalog says: its sample prices, and the prices of imported files. No network, no key, never a failure. */
export function createEmbeddedProvider(options: EmbeddedProviderOptions): PriceProvider {
	const { productById, listPrice = () => null, now, drift } = options;
	return {
		name: 'embedded',
		freshForMs: drift === null ? Infinity : drift.stepMs,
		batchSize: 1_000,
		isMetered: false,
		async fetchPrices(productIds) {
			const time = now();
			return productIds.flatMap((productId) => {
				const product = productById(productId);
				if (product === null) return [];
				if (product.sampleCents !== null) return sampleObservation(product, time, drift);
				const listed = listPrice(productId);
				return listed === null ? [] : listObservation(product, listed, time);
			});
		}
	};
}

function sampleObservation(
	product: Product,
	checkedAt: number,
	drift: SampleDrift | null
): PriceObservation {
	const { id, sampleCents } = product;
	const priceCents =
		sampleCents === null || drift === null
			? sampleCents
			: driftedCents(id, sampleCents, checkedAt, drift);
	return {
		productId: id,
		priceCents,
		unitPrice: unitPriceOf(priceCents, product),
		availability: priceCents === null ? 'unknown' : 'available',
		source: 'embedded',
		tier: 'source',
		checkedAt,
		changedAt: checkedAt,
		stale: false
	};
}

/** Never younger than the file says. Nobody has looked on the shelf since, so whether there is any is not known. */
function listObservation(
	product: Product,
	{ priceCents, asOf }: ListPrice,
	time: number
): PriceObservation {
	return {
		productId: product.id,
		priceCents,
		unitPrice: unitPriceOf(priceCents, product),
		availability: 'unknown',
		source: 'import',
		tier: 'source',
		checkedAt: asOf,
		changedAt: asOf,
		stale: time - asOf >= OLD_MS
	};
}

/** Up to a tenth above or below the sample, another figure at each step, the same one for the same seed. */
function driftedCents(
	productId: string,
	sampleCents: number,
	time: number,
	drift: SampleDrift
): number {
	const step = Math.floor(time / drift.stepMs);
	const permille = (hash(`${drift.seed}:${productId}:${step}`) % 201) - 100;
	return Math.max(1, Math.round(sampleCents * (1 + permille / 1_000)));
}

/** FNV-1a, 32 bit: spread well enough for samples. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) {
		value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
	}
	return value;
}
