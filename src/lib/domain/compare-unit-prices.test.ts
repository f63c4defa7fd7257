import fc from 'fast-check';
import { expect, test } from 'vitest';
import { embeddedCatalog } from './catalog.ts';
import {
	compareUnitPrices,
	formatUnitPrice,
	spellUnitPrice,
	type Offer
} from './compare-unit-prices.ts';
import type { UnitPrice } from './price.ts';
import type { Product } from './product.ts';
import { convertMilli, dimensionOf, type Unit } from './quantity.ts';

const catalog = embeddedCatalog();

function offer(name: string, amount: number, packUnit: Unit | null, priceCents: number | null) {
	const product = catalog.match(name);
	if (!product) throw new Error(`the catalog has no ${name}`);
	return {
		label: `${amount} ${packUnit ?? 'ct'}`,
		product: { ...product, packMilli: amount * 1_000, packUnit },
		priceCents
	};
}

const shown = (offers: readonly ReturnType<typeof offer>[]): [string, string, boolean][] =>
	compareUnitPrices(offers).map(({ offer, unitPrice, isLowest }) => [
		offer.label,
		unitPrice ? formatUnitPrice(unitPrice) : 'none',
		isLowest
	]);

test('three sizes of milk are compared by one unit, the lowest first and marked', () => {
	const milk = [
		offer('milk', 0.5, 'gal', 204),
		offer('milk', 52, 'fl oz', 446),
		offer('milk', 1, 'gal', 348)
	];
	expect(shown(milk)).toEqual([
		['1 gal', '2.7¢/fl oz', true],
		['0.5 gal', '3.2¢/fl oz', false],
		['52 fl oz', '8.6¢/fl oz', false]
	]);
});

test('a bag of ounces beside one of pounds is compared by the pound', () => {
	const flour = [offer('flour', 12, 'oz', 180), offer('flour', 5, 'lb', 400)];
	expect(shown(flour)).toEqual([
		['5 lb', '80¢/lb', true],
		['12 oz', '$2.40/lb', false]
	]);
});

test('two packs below a pound are compared by the ounce', () => {
	const boxes = [
		offer('mac and cheese', 14.5, 'oz', 290),
		offer('mac and cheese', 7.25, 'oz', 108)
	];
	expect(shown(boxes)).toEqual([
		['7.25 oz', '14.9¢/oz', true],
		['14.5 oz', '20¢/oz', false]
	]);
});

test('what is measured otherwise than most has no unit price beside them, and comes last', () => {
	const juice = [
		offer('apple juice', 10, null, 330),
		offer('apple juice', 64, 'fl oz', 320),
		offer('apple juice', 96, 'fl oz', 384)
	];
	expect(shown(juice)).toEqual([
		['96 fl oz', '4¢/fl oz', true],
		['64 fl oz', '5¢/fl oz', false],
		['10 ct', 'none', false]
	]);
});

test('ounces never compare with fluid ounces, nor rolls with sheets, though both are "each"', () => {
	const unlike = (a: Unit | null, b: Unit | null) =>
		shown([offer('paper towels', 8, a, 400), offer('paper towels', 8, b, 300)]).map(
			([, figure]) => figure
		);
	expect(unlike('oz', 'fl oz')).toEqual(['50¢/oz', 'none']);
	expect(unlike('roll', 'sheet')).toEqual(['50¢ each', 'none']);
	expect(unlike(null, 'roll')).toEqual(['50¢ each', 'none']);
});

test('nothing is the lowest alone, among equals, or without a price', () => {
	const lowest = (...prices: (number | null)[]) =>
		compareUnitPrices(prices.map((cents) => offer('milk', 1, 'gal', cents))).map(
			({ isLowest }) => isLowest
		);
	expect(lowest(348)).toEqual([false]);
	expect(lowest(348, 348)).toEqual([false, false]);
	expect(lowest(348, null)).toEqual([false, false]);
	expect(lowest(null)).toEqual([false]);
	expect(lowest()).toEqual([]);
	expect(lowest(400, 348, 348)).toEqual([true, true, false]);
});

const anyOffer: fc.Arbitrary<Offer> = fc.record({
	product: fc
		.record({
			base: fc.constantFrom(...catalog.products),
			packMilli: fc.integer({ min: 0, max: 100_000 }),
			packUnit: fc.constantFrom<Unit | null>(
				...([
					null,
					'g',
					'oz',
					'lb',
					'ml',
					'fl oz',
					'gal',
					'sq ft',
					'roll',
					'sheet',
					'dozen'
				] as const)
			)
		})
		.map(({ base, ...size }): Product => ({ ...base, ...size })),
	priceCents: fc.option(fc.integer({ min: 1, max: 100_000 }))
});

test('offers that are compared share one unit and one dimension, and nothing is lost', () => {
	fc.assert(
		fc.property(fc.array(anyOffer, { maxLength: 12 }), (offers) => {
			const compared = compareUnitPrices(offers);
			expect(new Set(compared.map((one) => one.offer))).toEqual(new Set(offers));
			const withPrice = compared.filter(({ unitPrice }) => unitPrice !== null);
			expect(new Set(withPrice.map((one) => dimensionOf(one.offer.product.packUnit))).size).toBe(
				Math.min(withPrice.length, 1)
			);
			expect(new Set(withPrice.map((one) => one.unitPrice?.per)).size).toBe(
				Math.min(withPrice.length, 1)
			);
		})
	);
});

test('whatever is not marked lowest costs more for the same amount', () => {
	fc.assert(
		fc.property(fc.array(anyOffer, { maxLength: 12 }), (offers) => {
			const compared = compareUnitPrices(offers).filter(({ unitPrice }) => unitPrice !== null);
			const best = compared.find(({ isLowest }) => isLowest);
			if (!best) return;
			const centsPerAmount = ({ product, priceCents }: Offer) => {
				const amount = convertMilli(
					product.packMilli,
					product.packUnit,
					best.offer.product.packUnit
				);
				return (priceCents ?? NaN) / (amount ?? NaN);
			};
			for (const { offer, isLowest, unitPrice } of compared) {
				if (isLowest) continue;
				expect(unitPrice?.milliCents).toBeGreaterThan(best.unitPrice?.milliCents ?? NaN);
				expect(centsPerAmount(offer)).toBeGreaterThan(centsPerAmount(best.offer));
			}
		})
	);
});

test.each<[UnitPrice, string, string]>([
	[{ milliCents: 27_190, per: 'fl oz' }, '27.2¢/fl oz', '27.2 cents per fluid ounce'],
	[{ milliCents: 448_000, per: 'lb' }, '$4.48/lb', '4 dollars 48 per pound'],
	[{ milliCents: 33_083, per: 'each' }, '33.1¢ each', '33.1 cents each'],
	[{ milliCents: 20_000, per: 'each' }, '20¢ each', '20 cents each'],
	[{ milliCents: 1_000, per: 'oz' }, '1¢/oz', '1 cent per ounce'],
	[{ milliCents: 240, per: 'sq ft' }, '0.24¢/sq ft', '0.24 cents per square foot'],
	[{ milliCents: 99_949, per: 'gal' }, '99.9¢/gal', '99.9 cents per gallon'],
	[{ milliCents: 99_950, per: 'gal' }, '$1.00/gal', '1 dollar per gallon']
])('%o reads "%s" and is said "%s"', (unitPrice, text, spoken) => {
	expect(formatUnitPrice(unitPrice)).toBe(text);
	expect(spellUnitPrice(unitPrice)).toBe(spoken);
});
