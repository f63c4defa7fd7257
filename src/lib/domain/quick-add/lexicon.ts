import { CATALOG_NAMES } from './catalog-names.ts';
import { AMOUNT_LIKE_NAMES, FLAVOR_PAIRS, MAKERS, MORE_NAMES } from './own-names.ts';
import { createNames, type Phrases } from './phrases.ts';
import { lowAt, readLines, type Token } from './tokens.ts';
import { ADJECTIVES, SIZES } from './words.ts';

/** What is known to be the name of something to buy. */
export interface Lexicon {
	readonly names: Phrases<true>;
	/** Names that begin like an amount: "7 up", "half and half", "pound cake". */
	readonly amountLike: Phrases<true>;
	/** Names that hold "and" or "&": "mac and cheese". */
	readonly joined: Phrases<true>;
	/** "cheese and onion", which makes one thing with the word after it. */
	readonly flavors: Phrases<true>;
	/** "ben and jerrys": what follows is theirs. */
	readonly makers: Phrases<true>;
	/** Words that stand before the last one of some name: "tomato", because of its soup. */
	readonly modifiers: ReadonlySet<string>;
}

/** Built from the catalog's names and our own lists by the first who reads a text. */
export function lexicon(): Lexicon {
	built ??= createLexicon();
	return built;
}
let built: Lexicon | undefined;

/** The end of the longest known name that begins here and ends before `end`: "cheddar", "fresh red onions". */
export function nameEnd(tokens: readonly Token[], at: number, end?: number): number | null {
	const { names } = lexicon();
	let next = names.longestAt(tokens, at, end)?.next ?? null;
	for (let from = at + 1; from <= at + MOST_ADJECTIVES; from += 1) {
		if (!describes(lowAt(tokens, from - 1))) break;
		next = Math.max(next ?? 0, names.longestAt(tokens, from, end)?.next ?? 0) || null;
	}
	return next;
}

const MOST_ADJECTIVES = 3;

function describes(low: string): boolean {
	return ADJECTIVES.has(low) || SIZES.has(low);
}

export function isName(tokens: readonly Token[], from: number, to: number): boolean {
	return nameEnd(tokens, from, to) === to;
}

/**
 * The end of a name that begins here and holds what elsewhere would cut or count: "mac and cheese", "heinz 57",
 * "half and half".
 */
export function wholeNameEnd(tokens: readonly Token[], at: number): number | null {
	const { joined, names, amountLike } = lexicon();
	const numbered = tokens[at + 1]?.kind === 'number' ? names.longestAt(tokens, at) : null;
	const ends = [joined.longestAt(tokens, at), numbered, amountLike.longestAt(tokens, at)];
	const end = Math.max(...ends.map((found) => found?.next ?? 0));
	return end === 0 ? null : end;
}

function createLexicon(): Lexicon {
	const own = [...MORE_NAMES, ...MAKERS, ...AMOUNT_LIKE_NAMES].map(wordsOf);
	const names = [...catalogNames(), ...own];
	const numbered = names.filter(([first = '']) => /^\d/.test(first));
	return {
		names: createNames(names),
		amountLike: createNames([...numbered, ...AMOUNT_LIKE_NAMES.map(wordsOf)]),
		joined: createNames(names.filter((words) => words.includes('and'))),
		flavors: createNames(FLAVOR_PAIRS.map(wordsOf)),
		makers: createNames(MAKERS.map(wordsOf)),
		modifiers: new Set(names.flatMap((words) => words.slice(0, -1)))
	};
}

function catalogNames(): string[][] {
	return CATALOG_NAMES.split('\n').flatMap((line) => {
		const [head = '', before = ''] = line.split(':');
		return before.split(',').map((words) => (words === '' ? [head] : [...words.split(' '), head]));
	});
}

/** The same words the reader sees, so that "7up" and "7 up" or "half-and-half" cannot differ. */
function wordsOf(name: string): string[] {
	const [line = []] = readLines(name);
	return line.flatMap(({ keys }) => keys);
}
