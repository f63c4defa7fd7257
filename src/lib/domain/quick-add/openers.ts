import { claim, type Draft } from './draft.ts';
import { readNumberAt } from './numbers.ts';
import { lowAt, type Token } from './tokens.ts';
import { DETERMINERS, EXTRA_KINDS, QUALIFIERS } from './words.ts';

/** Skips "some", "about", "a few" and stray marks before an amount or a name; what tells something becomes a note. */
export function skipOpeners(tokens: readonly Token[], from: number, draft?: Draft): number {
	let at = from;
	while (at + 1 < tokens.length) {
		const end = noteEnd(tokens, at);
		if (end === null && !isIdle(tokens, at, draft)) return at;
		if (end !== null && draft !== undefined) claim(draft, tokens, at, end, 'note');
		at = end ?? at + 1;
	}
	return at;
}

function noteEnd(tokens: readonly Token[], at: number): number | null {
	const low = lowAt(tokens, at);
	const next = lowAt(tokens, at + 1);
	if (at + 2 < tokens.length && (BOUNDS.has(`${low} ${next}`) || (low === 'a' && VAGUE.has(next))))
		return at + 2;
	if (BEFORE_NUMBERS.has(low) && readNumberAt(tokens, at + 1) === null) return null;
	if (BITS.has(low) && next === 'of' && at + 2 < tokens.length) return at + 2;
	return QUALIFIERS.has(low) && !(low === 'extra' && EXTRA_KINDS.has(next)) ? at + 1 : null;
}

/** Only a number makes "like" and "roughly" mean about: "roughly chopped". */
const BEFORE_NUMBERS = new Set(['like', 'roughly']);
/** "a squeeze of lime": too little to count. */
const BITS = new Set(
	'squeeze drizzle sprinkling sprinkle glug dollop grating grind grinding twist dusting smear shaving shavings spritz hint smidgen touch'.split(
		' '
	)
);
const VAGUE = new Set(['few', 'little', 'bit', 'lot']);
const BOUNDS = new Set([
	'at least',
	'at most',
	'up to',
	'lots of',
	'less than',
	'more than',
	'no more',
	'not more',
	'just over',
	'just under',
	'i think',
	'i guess'
]);

/** Emoji before words are decoration; alone they are what was typed. */
function isIdle(tokens: readonly Token[], at: number, draft: Draft | undefined): boolean {
	const token = tokens[at];
	if (token === undefined || token.kind === 'quoted') return false;
	if (token.kind === 'emoji') return tokens[at + 1]?.kind !== 'emoji';
	// "all the rice" is rice, "all purpose flour" a kind of it.
	if (token.low === 'all') return DETERMINERS.has(lowAt(tokens, at + 1)) || isOfAll(draft);
	return DETERMINERS.has(token.low) || /^[,;:.!?\-–—•·*]$/.test(token.text);
}

/** Only what is on the list already can be meant as a whole: "remove all apples". */
function isOfAll(draft: Draft | undefined): boolean {
	return draft?.action === 'remove' || draft?.action === 'check';
}
