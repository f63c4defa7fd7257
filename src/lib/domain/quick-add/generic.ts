import type { Token } from './tokens.ts';

/** "something", "a few things": nothing anybody could buy. */
export function isGeneric(words: readonly Token[]): boolean {
	if (ALL.has(words[0]?.low ?? '') && EXCEPT.has(words[1]?.low ?? '')) return true;
	return words.length > 0 && words.every((token) => isOneOf(token, GENERIC));
}

const ALL = new Set(['everything', 'all', 'anything']);
const EXCEPT = new Set(['except', 'but', 'else', 'apart', 'besides']);
const GENERIC = new Set(
	'so on such whatnot action change checked completed ticked and this that these those etc it one item items thing things something anything stuff everything more a an the some few couple of my new another other all help to need changes last one following first second third top bottom next previous'.split(
		' '
	)
);

/** "it", "that one", or nothing at all: the things named before. */
export function isPronoun(words: readonly Token[]): boolean {
	return words.every((token) => isOneOf(token, PRONOUNS));
}

const PRONOUNS = new Set(
	'it that them those this these one ones some any more too also please there back again'.split(' ')
);

/** In quotes every word is a name: somebody may want "New" or "Last". */
function isOneOf({ kind, low }: Token, words: ReadonlySet<string>): boolean {
	return kind === 'mark' || (kind !== 'quoted' && words.has(low));
}
