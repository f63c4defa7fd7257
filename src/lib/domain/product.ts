import type { Cents } from './money.ts';
import type { Unit } from './quantity.ts';

/** What can be bought: one pack of it, and how a plain number of it is meant. */
export interface Product {
	readonly id: string;
	readonly name: string;
	readonly brand: string | null;
	/** Other words people say for it, lower case. */
	readonly aliases: readonly string[];
	readonly department: string;
	readonly aisle: string;
	/** `weight`: the price is for the pack of 1 lb and any weight can be bought. */
	readonly soldBy: 'each' | 'weight';
	/** Thousandths of `packUnit` in one pack; `packUnit` null counts pieces ("ct"). */
	readonly packMilli: number;
	readonly packUnit: Unit | null;
	/** Whether a plain number ("4 potatoes") means pieces or packs; null where only packs make sense. */
	readonly countedAs: 'piece' | 'pack' | null;
	/** Average grams of one piece, where pieces and weight convert. */
	readonly pieceGrams: number | null;
	/** Price of one pack in the sample catalog; null for products that came from elsewhere. */
	readonly sampleCents: Cents | null;
	readonly taxable: boolean;
}

/** Whether it says what a thing is ("milk") and not who makes it: such ids begin so, in files as in our catalog. */
export const isGeneric = ({ id, brand }: Product): boolean =>
	brand === null && id.startsWith('gen_');
