import { MAX_QUANTITY_MILLI } from './item.ts';
import type { Product } from './product.ts';
import { dimensionOf, formatQuantity, type Unit } from './quantity.ts';
import { parseUnit } from './unit-words.ts';

/** How much one pack holds: thousandths of a unit, where null counts pieces. */
export type PackSize = Pick<Product, 'packMilli' | 'packUnit'>;

/** A pack in words that `readSize` reads back: "1 gal", "13.5 oz", "12 ct". */
export function formatSize({ packMilli, packUnit }: PackSize): string {
	if (packUnit === null) return `${packMilli / 1_000} ct`;
	return formatQuantity({ milli: packMilli, unit: packUnit });
}

/**
 * The size of a pack as shops write it at the end of a name: "Bagels, 20 oz, 6 Count", "8 ct/13.5 oz", "2.5 lb",
 * "6 x 12 fl oz". The last weight, volume or area says it, else the last count; null when the text has neither.
 * Drinks in packs are written by the piece, so "12 fl oz, 12 Pack" is 144 fl oz.
 */
export function readSize(text: string): PackSize | null {
	const amounts = amountsIn(text);
	const measure = amounts.findLast(({ packUnit }) => isMeasure(packUnit));
	const pack = amounts.findLast(({ isPack }) => isPack);
	const count = amounts.findLast(({ isPack, isPerOther }) => !isPack && !isPerOther);
	if (!measure) return asSize(count ?? pack);
	const isByPiece = pack !== undefined && dimensionOf(measure.packUnit) === 'volume';
	if (!isByPiece || measure.isMultiplied) return asSize(measure);
	return asSize({ ...measure, packMilli: measure.packMilli * (pack.packMilli / 1_000) });
}

interface Amount extends PackSize {
	/** "6 x 12 fl oz", "6-12 fl oz": what is in all of them together. */
	readonly isMultiplied: boolean;
	/** "12 Pack": so many of what the rest describes. */
	readonly isPack: boolean;
	/** "100 sheets per roll": no count of what is in the pack. */
	readonly isPerOther: boolean;
}

/** A dash multiplies ounces ("6-8 oz"); between pounds it is a range. */
const TIMES = String.raw`(?:(\d{1,3})(?: ?[x×] ?|-(?=[\d.]+ ?(?:fl\.? ?)?oz)))?`;
const NUMBER = String.raw`\d+ \d\/\d|\d\/\d|\d{1,3}(?:,\d{3})+|\d*\.\d+|\d+`;
const WORD = String.raw`fl\.? ?oz|fluid ounces?|sq\.? ?ft|square f(?:oo|ee)t|[a-z]+`;
const AMOUNTS = new RegExp(
	String.raw`(?<![\w.,-]|\d/)${TIMES}(${NUMBER})[ -]?(?:(?:mega|double|family|big|jumbo|giant|super) )?(${WORD})\b(?!\.\d)`,
	'g'
);
/** What a weight tells of the food and not of the pack: "14g of protein", "5 g added sugar", "1 g net carbs". */
const NUTRIENT =
	/^\.? ?(?:of )?(?:(?:whey|plant|milk|added|total|net|dietary|saturated|trans|whole) )*(?:protein|sugars?|fib(?:er|re)|fat|carb\w*|sodium|caffeine|grain|cholesterol|omega|electrolytes|collagen|per serving)\b/;

function amountsIn(text: string): Amount[] {
	const plain = text
		.normalize('NFKD')
		.replaceAll('⁄', '/')
		.toLowerCase()
		.replace(/\s+/g, ' ')
		.replace(/(?:(\d+) )?\bhalf[ -]gallons?\b/g, (_all, count = '1') => `${Number(count) / 2} gal`);
	return [...plain.matchAll(AMOUNTS)].flatMap((match) => {
		const [whole, times, number = '', word = ''] = match;
		const after = plain.slice(match.index + whole.length);
		if (NUTRIENT.test(after)) return [];
		const unit = unitOf(word);
		if (unit === undefined) return [];
		const perUnit = unit === 'dozen' ? 12 : 1;
		const amount = readNumber(number) * perUnit * Number(times ?? 1);
		const packMilli = Math.round(amount * 1_000);
		return {
			packMilli,
			packUnit: unit === 'dozen' || unit === 'package' ? null : unit,
			isMultiplied: times !== undefined,
			isPack: unit === 'package',
			isPerOther: /^ (?:per|each)\b/.test(after)
		};
	});
}

/** Units that sizes of packs are written in; cups and spoons in a name are servings. */
const SIZE_UNITS: ReadonlySet<Unit | null> = new Set<Unit | null>([
	...(['g', 'kg', 'oz', 'lb', 'ml', 'cl', 'l', 'fl oz', 'pt', 'qt', 'gal', 'sq ft'] as const),
	...(['dozen', 'package', 'roll', 'sheet', 'bunch', 'head'] as const),
	null
]);
const COUNT_WORDS = /^(?:ct|cnt|count|ea|each|pieces?|pcs?|pouch(?:es)?)$/;

function unitOf(word: string): Unit | null | undefined {
	if (COUNT_WORDS.test(word)) return null;
	const unit = parseUnit(word);
	return unit !== null && SIZE_UNITS.has(unit) ? unit : undefined;
}

function readNumber(text: string): number {
	const [, whole = '0', over, under] = /^(?:(\d+) )?(\d)\/(\d)$/.exec(text) ?? [];
	if (over === undefined) return Number(text.replaceAll(',', ''));
	return Number(whole) + Number(over) / Number(under);
}

function isMeasure(unit: Unit | null): boolean {
	return ['mass', 'volume', 'area'].includes(dimensionOf(unit));
}

function asSize(amount: PackSize | undefined): PackSize | null {
	if (!amount || !(amount.packMilli > 0 && amount.packMilli <= MAX_QUANTITY_MILLI)) return null;
	return { packMilli: amount.packMilli, packUnit: amount.packUnit };
}
