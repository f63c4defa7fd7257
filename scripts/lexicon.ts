/**
 * `node scripts/lexicon.ts`: writes the names that quick add knows from the built-in catalog, to be run when the catalog
 * changes. The rules find "sharp cheddar" where they know "cheddar", so only names that would be cut, counted or taken
 * for a command are kept, and no spelling mistakes: those are the search's.
 */
import { writeFileSync } from 'node:fs';
import { embeddedCatalog } from '#lib/domain/catalog.ts';
import { AMOUNT_LIKE_NAMES, MAKERS, MORE_NAMES } from '#lib/domain/quick-add/own-names.ts';
import { readLines } from '#lib/domain/quick-add/tokens.ts';
import { VERBS } from '#lib/domain/quick-add/verbs.ts';
import { ADJECTIVES, PREPARATIONS, SIZES } from '#lib/domain/quick-add/words.ts';

const TARGET = 'src/lib/domain/quick-add/catalog-names.ts';
/** Longer names are made of shorter ones. */
const LONGEST_NAME = 2;
/** Sold or cut so, any thing may be: the rules know these words. */
const SHAPES = new Set(
	'stick rib stalk bunch head bulb leaf sprig spear wedge zest crown frond pack bag box can bottle jar carton loaf'.split(
		' '
	)
);

/** "18 count eggs" is an amount of eggs, not their name. */
const SOLD_BY_COUNT = /\d (?:count|ct|pack|pk|liter)\b|\bpack$/;

const own = new Set(
	[...MORE_NAMES, ...MAKERS, ...AMOUNT_LIKE_NAMES].map((name) => wordsOf(name).join(' '))
);
const named = embeddedCatalog().products.map(({ name, aliases }) =>
	[name, ...aliases].map(wordsOf)
);
const uses = countWords(named.flat(2));
const spelled = new Map(
	named
		.flatMap((names) => names.filter((words) => !isMisspelled(words, names.flat())))
		.map((words) => [words.join(' '), words])
);
const kept = [...spelled.values()].filter((words) => isNeeded(words));

writeFileSync(TARGET, fileOf(kept));
console.log(`${kept.length} of ${named.flat().length} names are in ${TARGET}.`);

/** Folded and singular, as the rules compare them. */
function wordsOf(name: string): string[] {
	const [line = []] = readLines(name);
	return line.flatMap(({ keys }) => keys);
}

function countWords(words: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
}

/** One word is found nowhere else in the catalog, and is nearly another word of the same product. */
function isMisspelled(words: readonly string[], siblings: readonly string[]): boolean {
	return words.some(
		(word) =>
			word.length > 4 &&
			uses.get(word) === 1 &&
			siblings.some((other) => (uses.get(other) ?? 0) > 1 && isNearly(word, other))
	);
}

/** At most two letters more, fewer or other, behind the same first letter. */
function isNearly(word: string, other: string): boolean {
	if (word[0] !== other[0] || Math.abs(word.length - other.length) > 2) return false;
	let row = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (const [index, letter] of [...word].entries()) {
		const next = [index + 1];
		for (const [at, against] of [...other].entries()) {
			const swapped = (row[at] ?? 0) + (letter === against ? 0 : 1);
			next.push(Math.min(swapped, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
		}
		row = next;
	}
	return (row.at(-1) ?? 0) <= 2;
}

function isNeeded(words: readonly string[]): boolean {
	if (own.has(words.join(' ')) || SOLD_BY_COUNT.test(words.join(' '))) return false;
	if (words.length < 2 || words.some((word) => word === 'and' || /^\d+$/.test(word))) return true;
	if (beginsLikeCommand(words)) return true;
	if (isPrepared(words)) return true;
	if (words.length > LONGEST_NAME) return false;
	if (words.length === 2 && SHAPES.has(words[1] ?? '') && isKnown(words.slice(0, 1))) return false;
	return !isDescribedName(words);
}

/** "new potatoes" */
function beginsLikeCommand(words: readonly string[]): boolean {
	const [line = []] = readLines(words.join(' '));
	return VERBS.longestAt(line, 0) !== null;
}

/** "sharp cheddar": words that are no names themselves, before a name. */
function isDescribedName(words: readonly string[]): boolean {
	return words.some(
		(_, index) =>
			index > 0 &&
			isKnown(words.slice(index)) &&
			words.slice(0, index).every((word) => !isKnown([word]) || describes(word))
	);
}

/** Elsewhere the first word would be what is done to the thing: "shredded cheese". */
function isPrepared(words: readonly string[]): boolean {
	return PREPARATIONS.has(words[0] ?? '');
}

function isKnown(words: readonly string[]): boolean {
	return spelled.has(words.join(' '));
}

function describes(word: string): boolean {
	return ADJECTIVES.has(word) || SIZES.has(word);
}

/** Names in groups by their last word, which is what makes the file small. */
function fileOf(names: readonly (readonly string[])[]): string {
	const groups = Map.groupBy(names, (words) => words.at(-1) ?? '');
	const lines = [...groups]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([head, group]) => {
			const before = group.map((words) => words.slice(0, -1).join(' ')).sort();
			return `${head}:${before.join()}`;
		});
	return `/**
 * Names from the built-in catalog, folded and singular, in groups: the last word, and what stands before it (nothing, for
 * a name of one word). Written by \`node scripts/lexicon.ts\`.
 */
export const CATALOG_NAMES = \`${lines.join('\n')}\`;
`;
}
