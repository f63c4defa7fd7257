import { parseCatalogCsv } from './catalog-csv.ts';
import { EMBEDDED_CSV } from './catalog-data.ts';
import { foldWords } from './item.ts';
import type { Product } from './product.ts';

/** The built-in catalog; parsed and indexed by the first who asks. */
export function embeddedCatalog(): Catalog {
	embedded ??= new Catalog(parseCatalogCsv(EMBEDDED_CSV));
	return embedded;
}
let embedded: Catalog | undefined;

/** Products by id and by the words people say for them. */
export class Catalog {
	readonly products: readonly Product[];
	readonly #byId: ReadonlyMap<string, Product>;
	readonly #byPhrase = new Map<string, Product>();
	readonly #phrases: readonly Phrase[];

	constructor(products: readonly Product[]) {
		this.products = products;
		this.#byId = new Map(products.map((product) => [product.id, product]));
		this.#phrases = products.flatMap(toPhrases);
		// Who is listed first keeps a phrase that two products claim.
		for (const { words, product } of this.#phrases) {
			const phrase = words.join(' ');
			if (!this.#byPhrase.has(phrase)) this.#byPhrase.set(phrase, product);
		}
	}

	byId(id: string): Product | null {
		return this.#byId.get(id) ?? null;
	}

	/**
	 * The product a name means: its own name or an alias, else the longest end of the name that is one, because English
	 * puts what a thing is last ("organic boneless chicken thighs") and what it is like first.
	 */
	match(name: string): Product | null {
		const words = foldWords(name);
		return (
			this.#byPhrase.get(words.join(' ')) ??
			this.#longestEnd(beforePreposition(words)) ??
			this.#longestEnd(words)
		);
	}

	/** The products that a few words may mean, best first; the last word may be unfinished. */
	search(query: string, limit: number): Product[] {
		const words = foldWords(query);
		if (words.length === 0) return [];
		const best = new Map<Product, number>();
		for (const phrase of this.#phrases) {
			const score = scorePhrase(phrase, words);
			if (score > (best.get(phrase.product) ?? 0)) best.set(phrase.product, score);
		}
		// The sort is stable, so equals stay in the order of the catalog.
		return [...best]
			.sort(([, a], [, b]) => b - a)
			.slice(0, limit)
			.map(([product]) => product);
	}

	#longestEnd(words: readonly string[]): Product | null {
		for (let from = 0; from < words.length; from++) {
			const product = this.#byPhrase.get(words.slice(from).join(' '));
			if (product) return product;
		}
		return null;
	}
}

/** One way to say a product, folded to words. */
interface Phrase {
	readonly words: readonly string[];
	readonly product: Product;
}

function toPhrases(product: Product): Phrase[] {
	return [product.name, ...product.aliases].map((text) => ({ words: foldWords(text), product }));
}

/** What follows one of these says where or what for, not what: "tuna in oil", "milk for pancakes". */
const PREPOSITIONS = new Set(['in', 'with', 'without', 'for', 'from', 'on']);

function beforePreposition(words: readonly string[]): readonly string[] {
	const at = words.findIndex((word, index) => index > 0 && PREPOSITIONS.has(word));
	return at === -1 ? words : words.slice(0, at);
}

const EXACT_SCORE = 100;

/** How well a phrase answers a query, above 0; 0 when a word of the query is not in it. */
function scorePhrase({ words }: Phrase, query: readonly string[]): number {
	// Spaces come and go in what people type: "poptarts" is "pop tarts".
	if (words.join('') === query.join('')) return EXACT_SCORE;
	const last = query.at(-1) ?? '';
	const isLastWhole = words.includes(last);
	if (!isLastWhole && !words.some((word) => word.startsWith(last))) return 0;
	if (!query.slice(0, -1).every((word) => words.includes(word))) return 0;
	// The last word of a phrase is the thing itself, the ones before only describe it: "honey" is no honey cereal.
	const isThing = (words.at(-1) ?? '').startsWith(last);
	const isOpening = words.join(' ').startsWith(query.join(' '));
	const extraWords = words.length - query.length;
	const score = 20 + (isLastWhole ? 4 : 0) + (isThing ? 3 : 0) + (isOpening ? 2 : 0) - extraWords;
	return Math.max(1, score);
}
