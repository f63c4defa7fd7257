import { unitPriceOf, type PriceObservation } from '#lib/domain/price.ts';
import type { Product } from '#lib/domain/product.ts';
import type { PriceProvider } from './tier.ts';

interface EmbeddedProviderOptions {
	readonly productById: (productId: string) => Product | null;
	/** Wall clock in ms. */
	readonly now: () => number;
	/** Null keeps the sample prices where they are. */
	readonly drift: SampleDrift | null;
}

export interface SampleDrift {
	readonly seed: number;
	/** Prices take one step at each multiple of this. */
	readonly stepMs: number;
}

/** The catalog's sample prices as a source: no network, no key, never a failure. */
export function createEmbeddedProvider(options: EmbeddedProviderOptions): PriceProvider {
	const { productById, now, drift } = options;
	return {
		name: 'embedded',
		freshForMs: drift === null ? Infinity : drift.stepMs,
		batchSize: 1_000,
		isMetered: false,
		async fetchPrices(productIds) {
			const time = now();
			return productIds.flatMap((productId) => {
				const product = productById(productId);
				return product === null ? [] : [sampleObservation(product, time, drift)];
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
		unitPrice: priceCents === null ? null : unitPriceOf(priceCents, product),
		availability: priceCents === null ? 'unknown' : 'available',
		source: 'embedded',
		tier: 'source',
		checkedAt,
		changedAt: checkedAt,
		stale: false
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
