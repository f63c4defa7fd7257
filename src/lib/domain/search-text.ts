import { foldWords } from './item.ts';
import type { Product } from './product.ts';
import { parseUnit } from './unit-words.ts';

/** What a search looks at: folded words, separated by spaces. Kept beside the product, because folding is slow. */
export interface SearchText {
	/** What the thing is, the noun last, without its brand: "whole vitamin d milk". */
	readonly head: string;
	/** The rest of the name, with the brand. */
	readonly rest: string;
	/** Other ways to say it, separated by "|". */
	readonly aliases: string;
}

export function toSearchText({
	name,
	brand,
	aliases
}: Pick<Product, 'name' | 'brand' | 'aliases'>): SearchText {
	const brandWords = foldWords(brand ?? '');
	const parts = name.split(/[,(:;]|\s[-–|]\s/).map((part) => withoutSize(foldWords(part)));
	const heads = parts.map((words) => withoutContainer(headOf(withoutBrand(words, brandWords))));
	const at = Math.max(
		0,
		heads.findIndex((words) => words.length > 0)
	);
	const head = heads[at] ?? [];
	const rest = [...brandWords, ...parts.flat()].filter((word) => !head.includes(word));
	return {
		head: head.join(' '),
		rest: [...new Set(rest)].join(' '),
		aliases: aliases.map((alias) => foldWords(alias).join(' ')).join('|')
	};
}

/** What follows one of these says where, how or what for, not what: "tuna in oil", "milk for pancakes". */
const PREPOSITIONS = new Set(['in', 'with', 'without', 'for', 'from', 'on', 'made']);

/** The words up to the first preposition: their last one is what the thing is. */
export function headOf(words: readonly string[]): readonly string[] {
	const at = words.findIndex((word, index) => index > 0 && PREPOSITIONS.has(word));
	return at === -1 ? words : words.slice(0, at);
}

function withoutBrand(words: readonly string[], brand: readonly string[]): readonly string[] {
	const isBranded = brand.length > 0 && brand.every((word, index) => words[index] === word);
	return isBranded ? words.slice(brand.length) : words;
}

/** "Organic Bread Loaf" is bread; bags, rolls and bars are often the thing itself. */
function withoutContainer(head: readonly string[]): readonly string[] {
	return head.length > 1 && CONTAINERS.has(head.at(-1) ?? '') ? head.slice(0, -1) : head;
}
const CONTAINERS = new Set(
	'loaf bottle jar jug carton tub pouch canister tray packet package pack'.split(' ')
);

/** "14.75 oz" and "6 ct" say how much, not what; numbers of another kind ("2%", "80") stay. */
function withoutSize(words: readonly string[]): string[] {
	return words.filter((word, index) => {
		const isSize = (at: number): boolean =>
			/^[\d.]+$/.test(words[at] ?? '') && isUnitWord(words[at + 1] ?? '');
		return !isSize(index) && !isSize(index - 1) && !(word === 'oz' && isSize(index - 2));
	});
}

const isUnitWord = (word: string): boolean =>
	word.length > 1 && (parseUnit(word) !== null || /^(?:ct|count|fl)$/.test(word));

/** Words that may be missing: they join others, or say how much ("dozen eggs", "gallon of milk"). */
export const isBeside = (word: string): boolean => BESIDE.has(word);
const BESIDE = new Set(
	'and or of the a an with in for dozen gallon gal quart pint liter ounce oz pound lb'.split(' ')
);
