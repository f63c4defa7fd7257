import { spellMoney } from './money.ts';
import { formatOwnPrice } from './multi-buy.ts';
import type { Line, Packs } from './packs.ts';
import { priceState, spellPriceAge, type SeenPrice } from './price.ts';
import type { Product } from './product.ts';
import { convertMilli, formatQuantity, spellQuantity, type Quantity } from './quantity.ts';

/**
 * The second line of a row, without its note: what was written, and how the price comes about when it is not simply
 * that of one pack. "2 gal at $3.48", "2 × 1 gal at $3.48", "24, 2 × 12 ct at $2.43", "4 at 2 for $5.00", "10 oz"; ""
 * when the name says it all.
 */
export function describeAmount(quantity: Quantity, product: Product | null, line: Line): string {
	const written = isBareOne(quantity) ? '' : formatQuantity(quantity);
	const { packs, eachCents: priceCents, multiBuy } = line;
	const at = priceCents === null ? '' : ` at ${formatOwnPrice({ priceCents, multiBuy })}`;
	// Without a product a price is for one of a plain number; with a unit it is the whole line, which says it already.
	if (!product || !packs) return quantity.unit === null && written !== '' ? written + at : written;
	if (product.soldBy === 'weight') return describeWeight(quantity, product, packs, at);
	if (packs.milli === 1_000) return written || formatPackSize(product);
	if (isPackPerUnit(quantity, product, packs)) return written + at;
	const count = String(packs.milli / 1_000);
	const size = formatPackSize(product);
	const bought = (size === '' ? count : `${count} × ${size}`) + at;
	const isPackCount = quantity.unit === null && quantity.milli === packs.milli;
	return isPackCount ? bought : `${formatQuantity(quantity)}, ${bought}`;
}

/** What the name of a row's tick is made from. */
export interface CheckboxParts {
	readonly name: string;
	readonly quantity: Quantity;
	readonly product: Product | null;
	readonly line: Line;
	readonly price: SeenPrice | null;
	/** Who saw a price of the household's own: "you". */
	readonly who?: string;
	/** Wall-clock ms. */
	readonly now: number;
}

/**
 * What a screen reader calls a row's tick: "Milk, 2 gallons, 6 dollars 96, 2 minutes old". Name first, then the amount
 * (of a single pack its size), the line's total, and last how old or of what kind the price is.
 */
export function checkboxName(parts: CheckboxParts): string {
	const { name, quantity, product, line, price, who, now } = parts;
	const amount = isBareOne(quantity) ? spellOnePack(product, line) : spellQuantity(quantity);
	const isPriced = line.cents !== null || priceState(price, now) === 'unavailable';
	const age = isPriced ? spellPriceAge(price, now, who) : 'no price';
	return [name, amount, spellLine(line), age].filter((part) => part !== '').join(', ');
}

const isBareOne = ({ milli, unit }: Quantity): boolean => milli === 1_000 && unit === null;

/** "2.5 lb at $0.58" when a weight was written, else the weight it comes to: "4, ~1.04 lb at $0.58". */
function describeWeight(quantity: Quantity, product: Product, packs: Packs, at: string): string {
	const written = formatQuantity(quantity);
	if (quantity.unit === product.packUnit) return packs.milli === 1_000 ? written : written + at;
	// A hundredth of a pound is as fine as an average weight deserves.
	const milli = Math.max(10, Math.round((packs.milli * product.packMilli) / 10_000) * 10);
	const weight = `~${formatQuantity({ milli, unit: product.packUnit })}${at}`;
	return isBareOne(quantity) ? weight : `${written}, ${weight}`;
}

/** Whether one of the written unit is one pack, so that the pack's price is the price of the unit: "3 boxes at $1.08". */
function isPackPerUnit({ milli, unit }: Quantity, product: Product, packs: Packs): boolean {
	if (milli !== packs.milli) return false;
	if (unit === null) return formatPackSize(product) === '';
	const pack = convertMilli(product.packMilli, product.packUnit, unit);
	return pack === null || pack === 1_000;
}

/** "1 gal", "12 ct", "6 rolls"; "" for a single piece. */
export function formatPackSize({ packMilli, packUnit }: Product): string {
	if (packUnit !== null) return formatQuantity({ milli: packMilli, unit: packUnit });
	return packMilli === 1_000 ? '' : `${packMilli / 1_000} ct`;
}

function spellOnePack(product: Product | null, { packs }: Line): string {
	if (product?.soldBy !== 'each' || packs?.milli !== 1_000) return '';
	const { packMilli, packUnit } = product;
	if (packUnit !== null) return spellQuantity({ milli: packMilli, unit: packUnit });
	return packMilli === 1_000 ? '' : `${packMilli / 1_000} count`;
}

function spellLine({ cents, approximate }: Line): string {
	if (cents === null) return '';
	return approximate ? `about ${spellMoney(cents)}` : spellMoney(cents);
}
