import { phraseList } from './phrases.ts';
import type { Token } from './tokens.ts';

/** The end of what joins two things in a list ("and", "&", "as well as", "uh"); null when nothing does. */
export function separatorEnd(tokens: readonly Token[], at: number): number | null {
	return SEPARATORS.longestAt(tokens, at)?.next ?? null;
}

/** The first token after "," and "and", and both together. */
export function skipSeparators(tokens: readonly Token[], from: number): number {
	let at = from;
	while (at < from + MOST_SEPARATORS) {
		const next = MARKS.has(tokens[at]?.low ?? '') ? at + 1 : separatorEnd(tokens, at);
		if (next === null) break;
		at = next;
	}
	return at;
}

/** Nobody hesitates longer; a bound keeps reading linear. */
const MOST_SEPARATORS = 4;
const MARKS = new Set([',', ';', '|', '•', '·', '●', '▪', '◦', '‣']);

const SEPARATORS = phraseList(
	'and|&|+|plus|then|and {then,also,maybe,perhaps,plus}|as well as|and as well|along with|together with|plus also|' +
		'oh|oh and|um|uh|uhm|umm|uhh|er|erm|hmm'
);
