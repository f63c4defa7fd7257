/**
 * An amount knows its unit, and a unit knows its dimension. Amounts of different dimensions are never added
 * ("1 + 300 g" stays two parts), so `addQuantities` answers null instead of a number that means nothing.
 */

/** Thousandths of the unit: 2.5 lb is `{ milli: 2500, unit: 'lb' }`. Always a positive integer. */
export interface Quantity {
	readonly milli: number;
	/** null counts pieces: "3 avocados". */
	readonly unit: Unit | null;
}

export type MassUnit = 'mg' | 'g' | 'kg' | 'oz' | 'lb';
export type VolumeUnit =
	'ml' | 'cl' | 'dl' | 'l' | 'tsp' | 'tbsp' | 'fl oz' | 'cup' | 'pt' | 'qt' | 'gal';
/** Units that stand for a fixed number of pieces. */
export type CountUnit = 'dozen' | 'pair';
/** Containers and shapes: each is a dimension of its own, because a bag and a box never add up. */
export type ContainerUnit =
	| 'bag'
	| 'ball'
	| 'bar'
	| 'block'
	| 'bottle'
	| 'box'
	| 'bulb'
	| 'bunch'
	| 'can'
	| 'carton'
	| 'case'
	| 'clove'
	| 'container'
	| 'cube'
	| 'dash'
	| 'drop'
	| 'ear'
	| 'fillet'
	| 'handful'
	| 'head'
	| 'jar'
	| 'jug'
	| 'knob'
	| 'leaf'
	| 'link'
	| 'loaf'
	| 'package'
	| 'piece'
	| 'pinch'
	| 'rack'
	| 'roll'
	| 'scoop'
	| 'sheet'
	| 'slice'
	| 'splash'
	| 'sprig'
	| 'square'
	| 'stalk'
	| 'stick'
	| 'strip'
	| 'tray'
	| 'tube'
	| 'wedge';
export type AreaUnit = 'sq ft';
export type Unit = MassUnit | VolumeUnit | CountUnit | ContainerUnit | AreaUnit;
