/**
 * Keys for a hand-made order: between any two there is always room for another, so moving one row writes one row.
 * A key is a fraction in base 62 without its "0."; it never ends in the lowest digit, so that something always
 * fits below it. Keys compare by code unit, as SQLite and `<` do.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LOWEST = '0';

/** Length from which a list is renumbered; 200 inserts at one spot reach about 36. */
export const LONG_POSITION = 64;

/**
 * A key strictly between two keys; null stands for the open end.
 * @throws RangeError when `before` is not below `after`: keys are made serially, so that is a bug.
 */
export function positionBetween(before: string | null, after: string | null): string {
	if (before !== null && after !== null && before >= after)
		throw new RangeError(`no position between ${before} and ${after}`);
	return after === null ? above(before ?? '') : midpoint(before ?? '', after);
}

/**
 * Appending is what lists do all day, so the last key grows by a step instead of halving what is left: the first
 * digit tells how many digits follow, as in a counter, and a thousand appends stay at three characters.
 */
function above(key: string): string {
	const head = key.charAt(0);
	if (head < 'I') return 'I1';
	if (head > 'Z') return midpoint(key, null);
	const width = DIGITS.indexOf(head) - DIGITS.indexOf('I') + 1;
	const counter = [...key.slice(1, 1 + width).padEnd(width, LOWEST)];
	for (let i = width - 1; i >= 0; i--) {
		const digit = DIGITS.indexOf(counter[i] ?? LOWEST);
		if (digit < DIGITS.length - 1) {
			counter[i] = DIGITS.charAt(digit + 1);
			for (let j = i + 1; j < width; j++) counter[j] = LOWEST;
			return endAboveLowest(head + counter.join(''));
		}
	}
	// The counter is full: one digit more, under the next head.
	return head < 'Z'
		? DIGITS.charAt(DIGITS.indexOf(head) + 1) + LOWEST.repeat(width) + '1'
		: midpoint(key, null);
}

const endAboveLowest = (key: string): string => (key.endsWith(LOWEST) ? key + '1' : key);

/** The shortest key between two; `above` null is the end of the scale. */
function midpoint(below: string, above: string | null): string {
	if (above !== null) {
		let shared = 0;
		while ((below[shared] ?? LOWEST) === above[shared]) shared++;
		if (shared > 0)
			return above.slice(0, shared) + midpoint(below.slice(shared), above.slice(shared));
	}
	const low = below === '' ? 0 : DIGITS.indexOf(below.charAt(0));
	const high = above === null ? DIGITS.length : DIGITS.indexOf(above.charAt(0));
	if (high - low > 1) return DIGITS.charAt(Math.round((low + high) / 2));
	if (above !== null && above.length > 1) return above.charAt(0);
	return DIGITS.charAt(low) + midpoint(below.slice(1), null);
}
