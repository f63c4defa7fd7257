import { foldWords } from '#lib/domain/item.ts';
import { visibleText } from '#lib/domain/quick-add/visible.ts';

/** A word as it stands in a line. */
export interface TypedWord {
	readonly text: string;
	/** In UTF-16 units of the line; `end` is exclusive. */
	readonly start: number;
	readonly end: number;
	/** As words are compared; a word with a hyphen has two. */
	readonly folded: readonly string[];
}

/** The words of a line, in order. */
export function typedWords(line: string): TypedWord[] {
	const { text: visible, offsetOf } = visibleText(line);
	return [...visible.matchAll(WORD)].map(({ 0: text, index }) => ({
		text,
		start: offsetOf(index),
		end: offsetOf(index + text.length - 1) + 1,
		folded: foldWords(text)
	}));
}

const WORD = /&|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}%®™©&.'’‘`-]*[\p{L}\p{N}\p{M}%®™©])?/gu;

/**
 * The typed words that a name consists of, in its order. Null when one of its words was not typed, when it has none, and when it is an address or an id.
 * @param taken words that other names have, used only where no other is left
 */
export function wordsOfName(
	name: string,
	words: readonly TypedWord[],
	taken: ReadonlySet<TypedWord> = new Set()
): TypedWord[] | null {
	if (ADDRESS_OR_ID.test(name)) return null;
	const found: TypedWord[] = [];
	for (const part of foldWords(name)) {
		const last = found.at(-1);
		if (last && last.folded.length > 1 && last.folded.includes(part)) continue;
		const same = words.filter((word) => word.folded.includes(part));
		const free = same.filter((word) => !taken.has(word) && !found.includes(word));
		const word = free.find(({ start }) => start > (last?.start ?? -1)) ?? free[0] ?? same[0];
		if (word === undefined) return null;
		found.push(word);
	}
	return found.length > 0 ? found : null;
}

const ADDRESS_OR_ID = /:\/\/|\bwww\.|\w@\w|\w_\w|\.(?:com|org|net|io)\b|[0-9a-f]{8}-[0-9a-f]{4}/i;
