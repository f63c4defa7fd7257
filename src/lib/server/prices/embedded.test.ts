import fc from 'fast-check';
import { expect, test } from 'vitest';
import { embeddedCatalog } from '#lib/domain/catalog.ts';
import { createEmbeddedProvider, type SampleDrift } from './embedded.ts';

const catalog = embeddedCatalog();
const priced = catalog.products.filter((product) => product.sampleCents !== null);
const ids = priced.map((product) => product.id);

async function centsAt(time: number, drift: SampleDrift | null): Promise<(number | null)[]> {
	const productById = catalog.byId.bind(catalog);
	const provider = createEmbeddedProvider({ productById, now: () => time, drift });
	const observations = await provider.fetchPrices(ids, 'person');
	return observations.map((observation) => observation.priceCents);
}

test('samples are the catalog’s own prices, whatever the time', async () => {
	const samples = priced.map((product) => product.sampleCents);
	expect(await centsAt(0, null)).toEqual(samples);
	expect(await centsAt(1e12, null)).toEqual(samples);
});

test('drifting samples stay near, are whole cents, and depend on seed and step alone', async () => {
	await fc.assert(
		fc.asyncProperty(fc.nat(), fc.nat(1_000_000), async (seed, step) => {
			const drift = { seed, stepMs: 1_000 };
			const cents = await centsAt(step * 1_000, drift);
			expect(await centsAt(step * 1_000 + 999, drift)).toEqual(cents);
			for (const [at, product] of priced.entries()) {
				const sample = product.sampleCents ?? 0;
				expect(Number.isInteger(cents[at])).toBe(true);
				expect(cents[at]).toBeGreaterThan(0);
				expect(Math.abs((cents[at] ?? 0) - sample)).toBeLessThanOrEqual(sample / 10 + 0.5);
			}
		}),
		{ numRuns: 20 }
	);
});

test('drifting samples move from one step to the next', async () => {
	const drift = { seed: 1, stepMs: 1_000 };
	expect(await centsAt(1_000, drift)).not.toEqual(await centsAt(0, drift));
});
