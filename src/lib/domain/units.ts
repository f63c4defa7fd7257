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
	return UNITS[unit];
}

/** Whether a text is the name of a unit, as rows hold it. */
export function isUnit(text: string): text is Unit {
	return Object.hasOwn(UNITS, text);
}

/** All units, with what is known of each. */
export function allUnits(): [Unit, UnitFacts][] {
	return Object.entries(UNITS) as [Unit, UnitFacts][];
}

function measure(
	dimension: string,
	size: number,
	short: string | UnitWords,
	spoken: UnitWords
): UnitFacts {
	return { dimension, size, short: typeof short === 'string' ? [short, short] : short, spoken };
}

function container(one: ContainerUnit, many = one + 's'): UnitFacts {
	return measure(one, 1, [one, many], [one, many]);
}

/** Mass in nanograms: 1 lb is 453.59237 g by definition, and 1 oz a sixteenth of it. */
const GRAM = 1_000_000_000;
const OUNCE = 28_349_523_125;
/** Volume in hundred-billionths of a milliliter: 1 US fl oz is 29.5735295625 ml by definition. */
const MILLILITER = 100_000_000_000;
const FLUID_OUNCE = 2_957_352_956_250;

const UNITS: Record<Unit, UnitFacts> = {
	mg: measure('mass', GRAM / 1_000, 'mg', ['milligram', 'milligrams']),
	g: measure('mass', GRAM, 'g', ['gram', 'grams']),
	kg: measure('mass', GRAM * 1_000, 'kg', ['kilogram', 'kilograms']),
	oz: measure('mass', OUNCE, 'oz', ['ounce', 'ounces']),
	lb: measure('mass', OUNCE * 16, 'lb', ['pound', 'pounds']),
	ml: measure('volume', MILLILITER, 'ml', ['milliliter', 'milliliters']),
	cl: measure('volume', MILLILITER * 10, 'cl', ['centiliter', 'centiliters']),
	dl: measure('volume', MILLILITER * 100, 'dl', ['deciliter', 'deciliters']),
	l: measure('volume', MILLILITER * 1_000, 'L', ['liter', 'liters']),
	tsp: measure('volume', FLUID_OUNCE / 6, 'tsp', ['teaspoon', 'teaspoons']),
	tbsp: measure('volume', FLUID_OUNCE / 2, 'tbsp', ['tablespoon', 'tablespoons']),
	'fl oz': measure('volume', FLUID_OUNCE, 'fl oz', ['fluid ounce', 'fluid ounces']),
	cup: measure('volume', FLUID_OUNCE * 8, ['cup', 'cups'], ['cup', 'cups']),
	pt: measure('volume', FLUID_OUNCE * 16, 'pt', ['pint', 'pints']),
	qt: measure('volume', FLUID_OUNCE * 32, 'qt', ['quart', 'quarts']),
	gal: measure('volume', FLUID_OUNCE * 128, 'gal', ['gallon', 'gallons']),
	dozen: measure('count', 12, 'dozen', ['dozen', 'dozen']),
	pair: measure('count', 2, ['pair', 'pairs'], ['pair', 'pairs']),
	'sq ft': measure('area', 1, 'sq ft', ['square foot', 'square feet']),
	bag: container('bag'),
	ball: container('ball'),
	bar: container('bar'),
	block: container('block'),
	bottle: container('bottle'),
	box: container('box', 'boxes'),
	bulb: container('bulb'),
	bunch: container('bunch', 'bunches'),
	can: container('can'),
	carton: container('carton'),
	case: container('case'),
	clove: container('clove'),
	container: container('container'),
	cube: container('cube'),
	dash: container('dash', 'dashes'),
	drop: container('drop'),
	ear: container('ear'),
	fillet: container('fillet'),
	handful: container('handful'),
	head: container('head'),
	jar: container('jar'),
	jug: container('jug'),
	knob: container('knob'),
	leaf: container('leaf', 'leaves'),
	link: container('link'),
	loaf: container('loaf', 'loaves'),
	package: container('package'),
	piece: container('piece'),
	pinch: container('pinch', 'pinches'),
	rack: container('rack'),
	recipe: container('recipe'),
	rib: container('rib'),
	roll: container('roll'),
	scoop: container('scoop'),
	sheet: container('sheet'),
	slice: container('slice'),
	spear: container('spear'),
	splash: container('splash', 'splashes'),
	sprig: container('sprig'),
	square: container('square'),
	stalk: container('stalk'),
	stick: container('stick'),
	strip: container('strip'),
	tray: container('tray'),
	tube: container('tube'),
	wedge: container('wedge')
};
