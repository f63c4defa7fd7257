import type { Quantity } from './quantity.ts';
import type { Row } from './row.ts';

/** One line of a list. */
export interface Item extends Row {
	readonly name: string;
	/** `normalizeName(name)`: what decides whether two lines are the same thing. */
	readonly norm: string;
	readonly quantity: Quantity;
	/** Empty when there is none. */
	readonly note: string;
	readonly checked: boolean;
	/** Fractional key, ordered by code unit; ties are broken by id. */
	readonly position: string;
	readonly productId: string | null;
	/** Set when the person asked for a line of its own: it is never merged with another. */
	readonly keepSeparate: boolean;
	/** null: as its product says; without one it is not. */
	readonly taxable: boolean | null;
	/** Grams of one piece, where pieces are bought by weight; null: as its product says. */
	readonly pieceGrams: number | null;
	/** Wall-clock ms; a deleted row is a tombstone. */
	readonly deletedAt: number | null;
	/** The line this one became part of, when two devices added the same thing unseen. */
	readonly mergedInto: string | null;
}

const MAX_NAME_LENGTH = 200;
export const MAX_NOTE_LENGTH = 2_000;
/** 999,999 of any unit: more is a slip of the finger. */
export const MAX_QUANTITY_MILLI = 999_999_000;

/** What a line has until somebody says otherwise. */
export const PLAIN_ITEM = { taxable: null, pieceGrams: null } as const;

/** 100 kg. */
export const MAX_PIECE_GRAMS = 100_000;

/** Looks empty on a screen though Unicode calls it a letter or a symbol: Hangul fillers, the Braille blank. */
const BLANK_LETTERS = /[\u115f\u1160\u2800\u3164\uffa0]/g;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** What a person typed as a name or a note, without what nobody can see; joiners inside emoji stay. */
export function cleanText(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
		.replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
		.replace(/\s+/g, ' ')
		.trim();
}

/** Why a text cannot be the name of an item or a list, as a sentence; null when it can. */
export function nameProblem(name: string): string | null {
	if (!VISIBLE.test(name.replace(BLANK_LETTERS, '')))
		return 'A name needs at least one visible character.';
	if (name.length > MAX_NAME_LENGTH)
		return `A name has at most ${MAX_NAME_LENGTH} characters; this one has ${name.length.toLocaleString('en-US')}.`;
	return null;
}

/** Folds a name to what two people would call the same thing: case, accents, punctuation, plurals. */
export function normalizeName(name: string): string {
	const words = foldWords(name);
	return words.length > 0 ? words.join(' ') : name.trim().toLowerCase();
}

const LEADING_WORDS = new Set(['a', 'an', 'the', 'some', 'of', 'my', 'any']);

/** The words of a text, folded: lower case, no accents or punctuation, each word's plural removed. */
export function foldWords(text: string): string[] {
	const words = text
		.normalize('NFKD')
		.replace(/[\u0300-\u036f®™©]/g, '')
		.toLowerCase()
		.replace(/&/g, ' and ')
		.replace(/['’‘`]/g, '')
		.replace(/[^\p{L}\p{N}%.]+/gu, ' ')
		.replace(/(^|\s)\.+|\.+(?=\s|$)/g, '$1')
		.trim()
		.split(/\s+/)
		.filter((word) => word !== '')
		.map(foldPlural);
	let first = 0;
	while (first < words.length - 1 && LEADING_WORDS.has(words[first] ?? '')) first++;
	return words.slice(first);
}

const IRREGULAR_PLURALS = new Map([
	['leaves', 'leaf'],
	['loaves', 'loaf'],
	['halves', 'half'],
	['knives', 'knife'],
	['calves', 'calf']
]);

/** Folds a plural to its singular by spelling alone; both sides of a comparison are folded, so oddities cancel. */
function foldPlural(word: string): string {
	const irregular = IRREGULAR_PLURALS.get(word);
	if (irregular !== undefined) return irregular;
	if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
	let stem = word;
	if (/(?:ch|sh|x|ss|zz)es$/.test(stem)) stem = stem.slice(0, -2);
	else if (stem.endsWith('s')) stem = stem.slice(0, -1);
	if (stem.endsWith('oe') && stem.length > 4) return stem.slice(0, -1); // tomatoes, potatoes
	if (stem.endsWith('ie') && stem.length > 3) return stem.slice(0, -2) + 'y'; // berries
	return stem;
}
