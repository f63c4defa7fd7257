import { embeddedCatalog } from '../catalog.ts';
import { AMOUNT_LIKE_NAMES, FLAVOR_PAIRS, MAKERS, MORE_NAMES } from './own-names.ts';
import { createNames, type Phrases } from './phrases.ts';
import { readLines, type Token } from './tokens.ts';

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
}

/** Built from the catalog and our own lists by the first who reads a text. */
export function lexicon(): Lexicon {
	built ??= createLexicon(
		embeddedCatalog().products.flatMap(({ name, aliases }) => [name, ...aliases])
	);
	return built;
}
let built: Lexicon | undefined;

export function isName(tokens: readonly Token[], from: number, to: number): boolean {
	return lexicon().names.longestAt(tokens, from, to)?.next === to;
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

function createLexicon(catalogNames: readonly string[]): Lexicon {
	const names = [...catalogNames, ...MORE_NAMES, ...MAKERS, ...AMOUNT_LIKE_NAMES]
		.filter((name) => !SOLD_BY_COUNT.test(name))
		.map(wordsOf);
	return {
		names: createNames(names),
		amountLike: createNames(
			names.filter(([first = '']) => /^\d/.test(first)).concat(AMOUNT_LIKE_NAMES.map(wordsOf))
		),
		joined: createNames(names.filter((words) => words.includes('and'))),
		flavors: createNames(FLAVOR_PAIRS.map(wordsOf)),
		makers: createNames(MAKERS.map(wordsOf))
	};
}

/** The same words the reader sees, so that "7up" and "7 up" or "half-and-half" cannot differ. */
function wordsOf(name: string): string[] {
	const [line = []] = readLines(name);
	return line.flatMap(({ keys }) => keys);
}

/** "18 count eggs" is an amount of eggs, not their name. */
const SOLD_BY_COUNT = /\d[ -]?(?:count|ct|pack|pk|liter)\b|\bpack$/i;
