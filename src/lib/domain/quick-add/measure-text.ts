import { readNumberAt } from './numbers.ts';
import { lowAt, type Token } from './tokens.ts';
import { readUnitAt } from './units.ts';

/** Whether the tokens say an amount with a unit and nothing else: "about 70 g", "8 oz each", "4.2 oz / 120g". */
export function isMeasureText(tokens: readonly Token[], from: number, to: number): boolean {
	let units = 0;
	for (let at = from; at < to;) {
		const unitEnd = isLength(tokens[at]) ? at + 1 : readUnitAt(tokens, at)?.next;
		if (unitEnd !== undefined && unitEnd <= to) {
			units += 1;
			at = unitEnd;
		} else {
			const next =
				readNumberAt(tokens, at)?.next ?? (ASIDES.has(lowAt(tokens, at)) ? at + 1 : null);
			if (next === null || next > to) return false;
			at = next;
		}
	}
	return units > 0;
}

/** "inch": how long or thick a thing is. */
export function isLength(token: Token | undefined): boolean {
	return LENGTHS.has(token?.low ?? '');
}

const LENGTHS = new Set(
	'inch inches cm mm inch-thick inch-long inch-wide inch-square inch-diameter'.split(' ')
);

const ASIDES = new Set(
	'about around approximately approx roughly each total or to by weight volume drained / - – , and plus minus scant heaping x size sized'.split(
		' '
	)
);
