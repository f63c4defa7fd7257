import type { ContainerUnit, Unit } from './quantity.ts';

/** What the app knows of a unit. */
export interface UnitFacts {
	/** Units of one dimension convert into each other, and into nothing else. */
	readonly dimension: string;
	/** How many of the dimension's smallest step one unit holds: a whole number, so that ratios stay exact. */
	readonly size: number;
	readonly short: UnitWords;
	readonly spoken: UnitWords;
}

/** The word after "1" and the word after any other number. */
type UnitWords = readonly [one: string, many: string];

export function factsOf(unit: Unit): UnitFacts {
	return UNITS[unit].facts;
}

/** The unit that a folded word (lower case, no periods, single spaces) stands for. */
export function unitOfWord(word: string): Unit | undefined {
	return UNIT_BY_WORD.get(word);
}

interface UnitEntry {
	readonly facts: UnitFacts;
	/** Other spellings people type, separated by commas. */
	readonly also: string;
}

function measure(
	dimension: string,
	size: number,
	short: string | UnitWords,
	spoken: UnitWords,
	also: string
): UnitEntry {
	const words: UnitWords = typeof short === 'string' ? [short, short] : short;
	return { facts: { dimension, size, short: words, spoken }, also };
}

function container(one: ContainerUnit, also = '', many = one + 's'): UnitEntry {
	return measure(one, 1, [one, many], [one, many], also);
}

/** Mass in nanograms: 1 lb is 453.59237 g by definition, and 1 oz a sixteenth of it. */
const GRAM = 1_000_000_000;
const OUNCE = 28_349_523_125;
/** Volume in hundred-billionths of a milliliter: 1 US fl oz is 29.5735295625 ml by definition. */
const MILLILITER = 100_000_000_000;
const FLUID_OUNCE = 2_957_352_956_250;

const UNITS: Record<Unit, UnitEntry> = {
	mg: measure('mass', GRAM / 1_000, 'mg', ['milligram', 'milligrams'], ''),
	g: measure('mass', GRAM, 'g', ['gram', 'grams'], 'gr,gm,gms,gramme,grammes'),
	kg: measure('mass', GRAM * 1_000, 'kg', ['kilogram', 'kilograms'], 'kgs,kilo,kilos'),
	oz: measure('mass', OUNCE, 'oz', ['ounce', 'ounces'], 'ozs'),
	lb: measure('mass', OUNCE * 16, 'lb', ['pound', 'pounds'], 'lbs'),
	ml: measure(
		'volume',
		MILLILITER,
		'ml',
		['milliliter', 'milliliters'],
		'mls,millilitre,millilitres'
	),
	cl: measure(
		'volume',
		MILLILITER * 10,
		'cl',
		['centiliter', 'centiliters'],
		'centilitre,centilitres'
	),
	dl: measure(
		'volume',
		MILLILITER * 100,
		'dl',
		['deciliter', 'deciliters'],
		'decilitre,decilitres'
	),
	l: measure('volume', MILLILITER * 1_000, 'L', ['liter', 'liters'], 'lt,ltr,ltrs,litre,litres'),
	tsp: measure('volume', FLUID_OUNCE / 6, 'tsp', ['teaspoon', 'teaspoons'], 'tsps,teasp,tspn'),
	tbsp: measure(
		'volume',
		FLUID_OUNCE / 2,
		'tbsp',
		['tablespoon', 'tablespoons'],
		'tbsps,tbs,tb,tbl,tbls,tblsp,tbspn'
	),
	'fl oz': measure(
		'volume',
		FLUID_OUNCE,
		'fl oz',
		['fluid ounce', 'fluid ounces'],
		'floz,fl ozs,fl ounce,fl ounces,fluid oz'
	),
	cup: measure('volume', FLUID_OUNCE * 8, ['cup', 'cups'], ['cup', 'cups'], 'c'),
	pt: measure('volume', FLUID_OUNCE * 16, 'pt', ['pint', 'pints'], 'pts'),
	qt: measure('volume', FLUID_OUNCE * 32, 'qt', ['quart', 'quarts'], 'qts'),
	gal: measure('volume', FLUID_OUNCE * 128, 'gal', ['gallon', 'gallons'], 'gals'),
	dozen: measure('count', 12, 'dozen', ['dozen', 'dozen'], 'dozens,doz,dz'),
	pair: measure('count', 2, ['pair', 'pairs'], ['pair', 'pairs'], ''),
	'sq ft': measure(
		'area',
		1,
		'sq ft',
		['square foot', 'square feet'],
		'sqft,sq foot,sq feet,ft2,ft²'
	),
	bag: container('bag'),
	ball: container('ball'),
	bar: container('bar'),
	block: container('block'),
	bottle: container('bottle', 'btl,btls'),
	box: container('box', '', 'boxes'),
	bulb: container('bulb'),
	bunch: container('bunch', '', 'bunches'),
	can: container('can', 'tin,tins'),
	carton: container('carton', 'ctn,ctns'),
	case: container('case', 'crate,crates'),
	clove: container('clove'),
	container: container('container', 'tub,tubs,punnet,punnets'),
	cube: container('cube'),
	dash: container('dash', '', 'dashes'),
	drop: container('drop'),
	ear: container('ear'),
	fillet: container('fillet', 'filet,filets'),
	handful: container('handful'),
	head: container('head'),
	jar: container('jar'),
	jug: container('jug'),
	knob: container('knob'),
	leaf: container('leaf', '', 'leaves'),
	link: container('link'),
	loaf: container('loaf', '', 'loaves'),
	package: container(
		'package',
		'pkg,pkgs,pack,packs,pk,pks,pkt,pkts,packet,packets,sachet,sachets,envelope,envelopes'
	),
	piece: container('piece', 'pc,pcs'),
	pinch: container('pinch', '', 'pinches'),
	rack: container('rack'),
	roll: container('roll'),
	scoop: container('scoop'),
	sheet: container('sheet'),
	slice: container('slice', 'rasher,rashers'),
	splash: container('splash', '', 'splashes'),
	sprig: container('sprig'),
	square: container('square'),
	stalk: container('stalk'),
	stick: container('stick'),
	strip: container('strip'),
	tray: container('tray'),
	tube: container('tube'),
	wedge: container('wedge')
};

const UNIT_BY_WORD = new Map<string, Unit>(
	Object.entries(UNITS).flatMap(([unit, { facts, also }]) =>
		[unit, ...facts.short, ...facts.spoken, ...also.split(',')]
			.filter((word) => word !== '')
			.map((word) => [word.toLowerCase(), unit as Unit] as const)
	)
);
