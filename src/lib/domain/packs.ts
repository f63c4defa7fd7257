import type { Cents } from './money.ts';
import { costOfPacks } from './multi-buy.ts';
import type { MultiBuy } from './own-price.ts';
import type { PriceObservation } from './price.ts';
import type { Product } from './product.ts';
import { convertMilli, dimensionOf, type Quantity, type Unit } from './quantity.ts';

/** What has to be bought. `milli` counts thousandths of a pack: whole packs, or any part of one sold by weight. */
export interface Packs {
	readonly milli: number;
	/** The scale, or a guess at what was meant, decides what it comes to: figures from it carry a "~". */
	readonly approximate: boolean;
}

/** What one row costs. */
export interface Line {
	/** null: not priced, and left out of totals. */
	readonly cents: Cents | null;
	readonly approximate: boolean;
	/** null: no product, so nothing is known of packs. */
	readonly packs: Packs | null;
	/** Price of one pack (for goods sold by weight, of 1 lb), where the line has a price. */
	readonly eachCents: Cents | null;
	/** The deal that the line was reckoned with. */
	readonly multiBuy: MultiBuy | null;
}

/** What of a price a line is reckoned with: that of an observation, or one of the household's own. */
export type LinePrice = Pick<PriceObservation, 'priceCents' | 'availability' | 'source'> & {
	readonly multiBuy?: MultiBuy | null;
};

/**
 * The line of an amount of a product at a price; without a price it counts for nothing. Without a product only a price
 * of the household's own counts, and it is for one of a plain number ("2 birthday cards"), or for the whole line when
 * that has a unit ("300 g olives from the counter").
 *
 * @param pieceGrams what one piece weighs, when the row knows it better than the product.
 */
export function lineFor(
	quantity: Quantity,
	product: Product | null,
	price: LinePrice | null,
	pieceGrams: number | null = null
): Line {
	const packs = product && packsFor(quantity, product, pieceGrams);
	const paid = packs ?? (isOwn(price) ? packsOfNoProduct(quantity) : null);
	const eachCents = price && price.availability !== 'unavailable' ? price.priceCents : null;
	if (paid === null || eachCents === null)
		return { cents: null, approximate: false, packs, eachCents: null, multiBuy: null };
	const multiBuy = price?.multiBuy ?? null;
	const cents = costOfPacks({ priceCents: eachCents, multiBuy }, paid.milli);
	return { cents, approximate: paid.approximate, packs, eachCents, multiBuy };
}

/**
 * How many packs hold an amount. What is written and what is bought differ: 12 eggs are one carton, 2 cups of milk
 * one jug, "2 milk" two jugs, and four potatoes not four bags. What cannot be converted is one pack, as a guess.
 *
 * @param pieceGrams what one piece weighs, when the row knows it better than the product.
 */
export function packsFor(
	quantity: Quantity,
	product: Product,
	pieceGrams: number | null = null
): Packs {
	const amount = packAmount(quantity, withPieceGrams(product, pieceGrams));
	if (product.soldBy === 'weight')
		return { milli: Math.max(1, Math.round(amount?.milli ?? 1_000)), approximate: true };
	if (amount === null) return { milli: 1_000, approximate: true };
	const milli = wholePacks(amount.milli - (amount.basis === 'label' ? LABEL_SLACK_MILLI : 0));
	return { milli, approximate: amount.basis === 'average' && isShaky(amount.milli) };
}

const isOwn = (price: LinePrice | null): boolean =>
	price?.source === 'manual' || price?.source === 'receipt';

function packsOfNoProduct({ milli, unit }: Quantity): Packs {
	return { milli: unit === null ? milli : 1_000, approximate: false };
}

/**
 * Whoever says what a piece weighs counts in pieces what the scale prices, also where the catalog knows no average.
 * It does not turn packs into pieces: two bags of flour stay two bags.
 */
function withPieceGrams(product: Product, pieceGrams: number | null): Product {
	if (pieceGrams === null) return product;
	return {
		...product,
		pieceGrams,
		countedAs: product.soldBy === 'weight' ? 'piece' : product.countedAs
	};
}

interface PackAmount {
	/** Thousandths of a pack, before rounding to whole ones. */
	readonly milli: number;
	/** Counted; converted into the unit on the label; or reached by the average weight of a piece. */
	readonly basis: 'count' | 'label' | 'average';
}

/** Labels round: a 1 lb pack says 454 g, and 454 g of it is one pack, not two. Thousandths of a pack. */
const LABEL_SLACK_MILLI = 5;

/** Another word for one piece of the thing. */
const PIECE_UNITS = unitSet('piece', 'ear', 'head', 'bulb', 'fillet', 'rack');
/** Another word for what the store sells as one. */
const PACK_UNITS = unitSet(
	'bag',
	'block',
	'box',
	'bunch',
	'carton',
	'case',
	'container',
	'jug',
	'loaf',
	'package',
	'tray'
);
/** One pack of sauce, but one piece of a 12-pack of soda. */
const PACK_OR_PIECE_UNITS = unitSet('bottle', 'can', 'jar', 'roll', 'tube');

function packAmount(quantity: Quantity, product: Product): PackAmount | null {
	const { milli, unit } = quantity;
	const measured = unit === null ? null : convertMilli(milli, unit, product.packUnit);
	if (measured !== null) {
		const basis = isCounted(product) || unit === product.packUnit ? 'count' : 'label';
		return { milli: (measured / product.packMilli) * 1_000, basis };
	}
	const pieces = toPieces(quantity, product);
	if (pieces !== null) return piecesToPacks(pieces, unit, product);
	if (unit !== null && (PACK_UNITS.has(unit) || PACK_OR_PIECE_UNITS.has(unit)))
		return product.soldBy === 'weight' ? null : { milli, basis: 'count' };
	return massToPacks(quantity, product);
}

/** Thousandths of pieces, when the amount counts some. */
function toPieces({ milli, unit }: Quantity, product: Product): number | null {
	if (unit === null || !isContainer(unit)) return convertMilli(milli, unit, null);
	const isMultipack = isCounted(product) && product.packMilli > 1_000;
	const isPiece = isMultipack ? !PACK_UNITS.has(unit) : PIECE_UNITS.has(unit);
	return isPiece ? milli : null;
}

/** A container is a dimension of its own. */
const isContainer = (unit: Unit): boolean => dimensionOf(unit) === unit;

function unitSet(...units: readonly Unit[]): ReadonlySet<Unit> {
	return new Set(units);
}

function piecesToPacks(pieces: number, unit: Unit | null, product: Product): PackAmount | null {
	const { packMilli, pieceGrams, countedAs } = product;
	if (isCounted(product)) {
		// Whoever writes a plain number of paper towels means packs; "a dozen" or "2 pieces" still counts the pieces.
		const isPacks = unit === null && countedAs !== 'piece';
		return { milli: isPacks ? pieces : (pieces / packMilli) * 1_000, basis: 'count' };
	}
	if (countedAs === 'piece' && pieceGrams !== null) {
		const packGrams = convertMilli(packMilli, product.packUnit, 'g');
		return packGrams === null
			? null
			: { milli: ((pieces * pieceGrams) / packGrams) * 1_000, basis: 'average' };
	}
	return unit !== null && PIECE_UNITS.has(unit) ? null : { milli: pieces, basis: 'count' };
}

/** A weight of goods that are sold by the piece: "2 lb limes". */
function massToPacks({ milli, unit }: Quantity, product: Product): PackAmount | null {
	const grams = convertMilli(milli, unit, 'g');
	if (grams === null || product.pieceGrams === null || !isCounted(product)) return null;
	const pieces = grams / product.pieceGrams;
	return { milli: (pieces / product.packMilli) * 1_000, basis: 'average' };
}

/** Packs counted in pieces, rolls, sheets, bunches or heads, rather than weighed or measured. */
function isCounted({ packUnit }: Product): boolean {
	return !['mass', 'volume', 'area'].includes(dimensionOf(packUnit));
}

function wholePacks(milli: number): number {
	return Math.max(1, Math.ceil(milli / 1_000)) * 1_000;
}

/** Whether pieces a fifth lighter or heavier than the average would change the number of packs. */
function isShaky(milli: number): boolean {
	return wholePacks(milli * 0.8) !== wholePacks(milli * 1.2);
}
