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

	constructor(products: readonly Product[]) {
		this.products = products;
		this.#byId = new Map(products.map((product) => [product.id, product]));
		// Who is listed first keeps a phrase that two products claim.
		for (const { phrase, product } of products.flatMap(toPhrases)) {
			if (!this.#byPhrase.has(phrase)) this.#byPhrase.set(phrase, product);
		}
	}

	byId(id: string): Product | null {
		return this.#byId.get(id) ?? null;
	}

	/** The product that is called so, by its own name or an alias. */
	exact(name: string): Product | null {
		return this.#byPhrase.get(foldWords(name).join(' ')) ?? null;
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

	#longestEnd(words: readonly string[]): Product | null {
		for (let from = 0; from < words.length; from++) {
			const product = this.#byPhrase.get(words.slice(from).join(' '));
			if (product) return product;
		}
		return null;
	}
}

/** The ways to say a product, folded. */
function toPhrases(product: Product): { phrase: string; product: Product }[] {
	return [product.name, ...product.aliases].map((text) => ({
		phrase: foldWords(text).join(' '),
		product
	}));
}

/** What follows one of these says where or what for, not what: "tuna in oil", "milk for pancakes". */
const PREPOSITIONS = new Set(['in', 'with', 'without', 'for', 'from', 'on']);

function beforePreposition(words: readonly string[]): readonly string[] {
	const at = words.findIndex((word, index) => index > 0 && PREPOSITIONS.has(word));
	return at === -1 ? words : words.slice(0, at);
}
