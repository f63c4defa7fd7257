import { startsNoteAfterComma } from './notes.ts';
import { readNumberAt } from './numbers.ts';
import { lowAt, type Token } from './tokens.ts';

/**
 * The end of "duck fat, coconut oil, or ghee", when a comma at `at` stands inside it: of such a list one thing is
 * bought. Null when the words after the comma are no choice.
 */
export function choiceEnd(tokens: readonly Token[], at: number): number | null {
	if (lowAt(tokens, at) !== ',' || startsNoteAfterComma(tokens, at + 1)) return null;
	let isChoice = false;
	let end = at + 1;
	for (; end < tokens.length && end < at + LONGEST_CHOICE; end += 1) {
		const token = tokens[end];
		if (token === undefined || token.low === 'and' || readNumberAt(tokens, end) !== null)
			return null;
		if (token.low === 'or') isChoice = true;
		if (token.kind === 'mark' && (isChoice || token.low !== ',')) break;
	}
	return isChoice ? end : null;
}

/** Three or four things of two words each. */
const LONGEST_CHOICE = 14;
