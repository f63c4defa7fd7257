import type { Token } from './tokens.ts';

/** A closed list of phrases, found in tokens by walking a tree of words. */
export interface Phrases<T> {
	/** The longest phrase that begins at `at` and ends before `end`. */
	readonly longestAt: (tokens: readonly Token[], at: number, end?: number) => Found<T> | null;
}

interface Found<T> {
	readonly value: T;
	/** The token after the phrase. */
	readonly next: number;
}

/** Phrases compared by the words as typed (folded): commands and grammar. */
export function createPhrases<T>(
	entries: Iterable<readonly [phrase: string, value: T]>
): Phrases<T> {
	const root = createNode<T>();
	for (const [phrase, value] of entries) insert(root, phrase.split(' '), value);
	return { longestAt: (tokens, at, end) => walk(root, tokens, at, end, (token) => [token.low]) };
}

/** Phrases of which only membership matters, written as `expandPhrases` reads them. */
export function phraseList(list: string): Phrases<true> {
	return createPhrases(expandPhrases(list).map((phrase) => [phrase, true] as const));
}

/** "a|{i,we} {,still }need" lists a, i need, we need, i still need, we still need. */
export function expandPhrases(list: string): string[] {
	return list
		.split('|')
		.flatMap((phrase) => expandBraces(phrase).map((one) => one.replace(/ +/g, ' ').trim()));
}

function expandBraces(phrase: string): string[] {
	const [whole, before = '', choices = '', after = ''] = /^(.*?)\{(.*?)\}(.*)$/.exec(phrase) ?? [];
	if (whole === undefined) return [phrase];
	return choices.split(',').flatMap((choice) => expandBraces(before + choice + after));
}

/** Phrases compared in the singular and without hyphens: names of products. */
export function createNames(phrases: Iterable<readonly string[]>): Phrases<true> {
	const root = createNode<true>();
	for (const words of phrases) insert(root, words, true);
	return { longestAt: (tokens, at, end) => walk(root, tokens, at, end, (token) => token.keys) };
}

interface Node<T> {
	readonly children: Map<string, Node<T>>;
	value: T | undefined;
}

function createNode<T>(): Node<T> {
	return { children: new Map(), value: undefined };
}

function insert<T>(root: Node<T>, words: readonly string[], value: T): void {
	let node = root;
	for (const word of words) {
		let child = node.children.get(word);
		if (child === undefined) node.children.set(word, (child = createNode<T>()));
		node = child;
	}
	node.value = value;
}

function walk<T>(
	root: Node<T>,
	tokens: readonly Token[],
	at: number,
	end = tokens.length,
	wordsOf: (token: Token) => readonly string[]
): Found<T> | null {
	let node: Node<T> | undefined = root;
	let found: Found<T> | null = null;
	for (let next = at; next < end; next += 1) {
		const token = tokens[next];
		if (token === undefined || token.kind === 'quoted') break;
		for (const word of wordsOf(token)) node = node?.children.get(word);
		if (node === undefined) break;
		if (node.value !== undefined) found = { value: node.value, next: next + 1 };
	}
	return found;
}
