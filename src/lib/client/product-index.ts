import MiniSearch from 'minisearch';
import { foldWords } from '#lib/domain/item.ts';
import type { SearchText } from '#lib/domain/search-text.ts';
import { slipsAllowed } from '#lib/domain/word-likeness.ts';

/** Which of the products on this device could be meant; ranking them is `domain/product-rank.ts`'s. */
export interface ProductIndex {
	/** Adds a product, or puts other words in the place of those it was found by. */
	put(productId: string, text: SearchText): void;
	/** The ids of those that have most of the words, or what they begin or misspell. */
	find(query: string): string[];
}

/** As on the server. */
const CANDIDATES = 50;
const ENOUGH = 5;

interface Entry extends SearchText {
	readonly id: string;
	/** Neighbors written together, because people do: "poptart". */
	readonly joined: string;
}

export function createProductIndex(): ProductIndex {
	const index = new MiniSearch<Entry>({
		fields: ['head', 'rest', 'aliases', 'joined'],
		tokenize: (text) => text.split(/[ |]/).filter((word) => word !== ''),
		processTerm: (term) => term,
		searchOptions: {
			boost: { head: 4, aliases: 3 },
			prefix: (term) => term.length > 1,
			fuzzy: (term) => slipsAllowed(term),
			weights: { fuzzy: 0.3, prefix: 0.4 }
		}
	});
	// MiniSearch forgets a document cleanly only when it is shown it once more.
	const entries = new Map<string, Entry>();
	return {
		put(id, text) {
			const entry = { id, ...text, joined: joinedIn(text) };
			const before = entries.get(id);
			if (before) index.remove(before);
			index.add(entry);
			entries.set(id, entry);
		},
		find(query) {
			const words = foldWords(query);
			const found = new Set<string>();
			const both = [...words, ...neighbors(words)].join(' ');
			for (const [text, combineWith] of [
				[words.join(' '), 'AND'],
				[both, 'OR']
			] as const) {
				if (found.size >= ENOUGH) break;
				for (const { id } of index.search(text, { combineWith }).slice(0, CANDIDATES))
					found.add(id as string);
			}
			return [...found];
		}
	};
}

function joinedIn({ head, aliases }: SearchText): string {
	return [head, ...aliases.split('|')].flatMap((phrase) => neighbors(phrase.split(' '))).join(' ');
}

const neighbors = (words: readonly string[]): string[] =>
	words.slice(1).map((word, at) => (words[at] ?? '') + word);
