import { parse, type ReadItem } from '../../src/lib/domain/quick-add.ts';

/** One item as a line: "add 2 lb ground beef (for tacos)"; what is null or empty is left out. */
export function told({
	action,
	quantity,
	quantityMax,
	unit,
	name,
	swapFor,
	note
}: ReadItem): string {
	const amount = quantityMax === null ? quantity : `${quantity}-${quantityMax}`;
	const words = [action, amount, unit, name, swapFor && `-> ${swapFor}`, note && `(${note})`];
	return words.filter((word) => word !== null && word !== undefined && word !== '').join(' ');
}

/** All items of a text, each as a line. */
export function read(text: string): string[] {
	return parse(text).items.map(told);
}
