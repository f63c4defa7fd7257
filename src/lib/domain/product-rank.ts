import { foldWords } from './item.ts';
import type { UnitPrice } from './price.ts';
import { headOf, isBeside, type SearchText } from './search-text.ts';
import { wordLikeness } from './word-likeness.ts';

/** A product that a search has found, as far as ranking it goes. */
export interface Candidate {
	readonly text: SearchText;
	/** It says what a thing is, and not who makes it. */
	readonly isGeneric: boolean;
	/** By whoever asks; 0 where nobody knows. */
	readonly timesBought: number;
	readonly unitPrice: UnitPrice | null;
}

export interface Ranked<C extends Candidate> {
	readonly candidate: C;
	readonly score: number;
	/** The query is its name, or an alias. */
	readonly isExact: boolean;
	/** Nothing that was asked for is missing from it. */
	readonly isWhole: boolean;
}

const EXACT_NAME = 6;
const HEAD_NOUN = 3;
const EXTRA_HEAD_WORD = -0.25;
const GENERIC = 1.5;
const BOUGHT = 2;
const WORD_IN_HEAD = 2;
const WORD_ELSEWHERE = 1;
/** More than being generic and the right noun make up for: what has every word comes before what lacks one. */
const WORD_MISSING = -6;

/**
 * The candidates in the order in which they answer the query, best first. The thing itself comes before what is
 * made with it ("honey" is no Honey Nut cereal), what the household buys before what it does not, and of equals the
 * one that costs less for its size.
 */
export function rankProducts<C extends Candidate>(
	query: string,
	candidates: readonly C[]
): Ranked<C>[] {
	const words = foldWords(query);
	if (words.length === 0) return [];
	const match = createMatcher(words, candidates);
	return candidates
		.map((candidate) => rank(candidate, words, match))
		.sort((a, b) => b.score - a.score || byUnitPrice(a.candidate, b.candidate));
}

function rank<C extends Candidate>(
	candidate: C,
	query: readonly string[],
	match: Matcher
): Ranked<C> {
	const { text, isGeneric, timesBought } = candidate;
	const rest = split(text.rest);
	const own = scoreWay(split(text.head), rest, query, match);
	const others = text.aliases === '' ? [] : text.aliases.split('|');
	const best = others
		.map((alias) => scoreWay(split(alias), rest, query, match))
		.reduce((a, b) => (b.score > a.score ? b : a), own);
	const known = (isGeneric ? GENERIC : 0) + BOUGHT * Math.log2(1 + timesBought);
	return { candidate, ...best, score: best.score + known };
}

const split = (words: string): string[] => (words === '' ? [] : words.split(' '));

type Score = Pick<Ranked<Candidate>, 'score' | 'isExact' | 'isWhole'>;

/** How well one way to say a product answers: its words, the noun last, and what else is known of it. */
function scoreWay(
	head: readonly string[],
	rest: readonly string[],
	words: readonly string[],
	match: Matcher
): Score {
	const query = joinedAs(head, words);
	// Spaces come and go in what people type: "poptarts" is "pop tarts".
	if (head.join('') === query.join('')) {
		const score = EXACT_NAME + HEAD_NOUN + WORD_IN_HEAD * query.length;
		return { score, isExact: true, isWhole: true };
	}
	let score = 0;
	let isWhole = true;
	let leastLikeness = 1;
	const used = new Set<number>();
	for (const word of query) {
		const inHead = bestOf(word, head, match);
		const elsewhere = inHead.likeness === 1 ? NONE : bestOf(word, rest, match);
		for (let i = 0; i < inHead.count; i++) used.add(inHead.at + i);
		const gain = Math.max(inHead.likeness * WORD_IN_HEAD, elsewhere.likeness * WORD_ELSEWHERE);
		score += gain;
		if (isBeside(word)) continue;
		leastLikeness = Math.min(leastLikeness, inHead.likeness);
		if (gain > 0) continue;
		isWhole = false;
		score += WORD_MISSING;
	}
	const noun = headOf(query).findLast((word) => /\p{L}/u.test(word)) ?? '';
	score += HEAD_NOUN * bestOf(noun, head.slice(-1), match).likeness;
	const extra = Math.max(0, head.length - used.size);
	score += extra === 0 ? EXACT_NAME * leastLikeness : EXTRA_HEAD_WORD * extra;
	return { score, isExact: false, isWhole };
}

/** The words of a query with those written together that the product writes so: "oat milk" is "oatmilk". */
function joinedAs(head: readonly string[], words: readonly string[]): readonly string[] {
	const at = words.findIndex((word, index) => head.includes(word + (words[index + 1] ?? ' ')));
	if (at === -1) return words;
	return [...words.slice(0, at), words.slice(at, at + 2).join(''), ...words.slice(at + 2)];
}

interface Found {
	readonly at: number;
	/** How many of the words it covers: "poptarts" is "pop tarts". */
	readonly count: number;
	readonly likeness: number;
}

const NONE: Found = { at: 0, count: 0, likeness: 0 };

/** Where among others a word of the query stands, or what is most like it. */
function bestOf(asked: string, words: readonly string[], match: Matcher): Found {
	let best = NONE;
	for (const [at, word] of words.entries()) {
		const likeness = match(asked, word);
		if (likeness > best.likeness) best = { at, count: 1, likeness };
		if (asked.length > word.length && word + (words[at + 1] ?? '') === asked)
			best = { at, count: 2, likeness: 1 };
	}
	return best;
}

/** As `wordLikeness` does, of one query and its candidates. */
type Matcher = (asked: string, word: string) => number;

/**
 * A word that some candidate's name has as it is means itself: it neither begins another ("jam") nor misspells one.
 * Aliases do not count, they hold misspellings on purpose.
 */
function createMatcher(query: readonly string[], candidates: readonly Candidate[]): Matcher {
	const known = new Set(
		candidates.flatMap(({ text }) => [...split(text.head), ...split(text.rest)])
	);
	const open = new Map(
		query.filter((word) => !known.has(word)).map((word) => [word, new Map<string, number>()])
	);
	return (asked, word) => {
		if (asked === word) return 1;
		const seen = open.get(asked);
		if (!seen) return 0;
		let likeness = seen.get(word);
		if (likeness === undefined) seen.set(word, (likeness = wordLikeness(asked, word)));
		return likeness;
	};
}

/** Prices for different units say nothing about each other, so those stay apart; unknown ones come last. */
function byUnitPrice({ unitPrice: a }: Candidate, { unitPrice: b }: Candidate): number {
	if (a === null || b === null) return Number(a === null) - Number(b === null);
	if (a.per !== b.per) return a.per < b.per ? -1 : 1;
	return a.milliCents - b.milliCents;
}
