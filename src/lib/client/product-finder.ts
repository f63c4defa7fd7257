import { embeddedCatalog } from '#lib/domain/catalog.ts';
import type { Choice } from '#lib/domain/choice.ts';
import type { Product } from '#lib/domain/product.ts';
import { chooseProduct, type Choices } from '#lib/domain/product-choice.ts';
import type { OpenListTools } from './items.svelte.ts';
import { createProductSearch, type FoundProduct, type ProductSearch } from './product-search.ts';

/** Finds products for what is written on one list: what was picked before, then what it is called, then what it resembles. */
export class ProductFinder {
	readonly #listId: string;
	readonly #tools: OpenListTools;
	readonly #search: ProductSearch;
	/** Worked out when it is asked for first after a change. */
	#choices: Choices | null = null;

	/** Reads what this device has heard of; building the index takes some ten milliseconds. */
	static async open(listId: string, tools: OpenListTools): Promise<ProductFinder> {
		const known = await tools.prices.allKnown();
		return new ProductFinder(
			listId,
			tools,
			createProductSearch({ known, items: tools.replica.view.items.values() })
		);
	}

	private constructor(listId: string, tools: OpenListTools, search: ProductSearch) {
		this.#listId = listId;
		this.#tools = tools;
		this.#search = search;
		tools.replica.subscribe((change) => {
			if (change.choices.size > 0) this.#choices = null;
		});
	}

	/** The product that a name means here; null where nothing does, which never keeps it off a list. */
	productFor(name: string): Product | null {
		const catalog = embeddedCatalog();
		const chosen = chooseProduct(name, {
			choices: this.choices,
			productById: (id) => this.#tools.prices.get(id)?.product ?? this.#search.byId(id),
			exact: (asked) => catalog.exact(asked),
			// The end of a longer name says better what it is than a search does, which also takes what it resembles.
			search: (asked) => catalog.match(asked) ?? this.#search.findOne(asked)
		});
		return chosen?.product ?? null;
	}

	/** What this device finds without a network, best first. */
	find(query: string, limit: number): readonly FoundProduct[] {
		return this.#search.find(query, { limit, choices: this.choices });
	}

	/** The same with what the server finds, where it answers. Never rejects. */
	findProducts(query: string, limit: number): Promise<readonly FoundProduct[]> {
		return this.#search.findProducts(query, { limit, choices: this.choices });
	}

	get choices(): Choices {
		return (this.#choices ??= choicesOn(this.#listId, this.#tools.replica.view.choices.values()));
	}
}

/** What was picked on a list, and on the other lists of this device; of those the newest. */
function choicesOn(listId: string, choices: Iterable<Choice>): Choices {
	const ofList = new Map<string, string>();
	const ofHousehold = new Map<string, string>();
	for (const choice of [...choices].sort((a, b) => pickedAt(a) - pickedAt(b))) {
		const { norm, productId } = choice;
		if (productId !== null) (choice.listId === listId ? ofList : ofHousehold).set(norm, productId);
	}
	return { ofList, ofHousehold };
}

const pickedAt = ({ stamps }: Choice): number => (stamps['productId'] ?? stamps.$)[1];
