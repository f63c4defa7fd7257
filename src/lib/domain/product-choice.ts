import { normalizeName } from './item.ts';
import type { Product } from './product.ts';

/** What was chosen before, as the id of the product by the name it was asked for with (`normalizeName`). */
export interface Choices {
	readonly ofList: ReadonlyMap<string, string>;
	/** Of whoever is on the list, on other lists. */
	readonly ofHousehold: ReadonlyMap<string, string>;
}

export interface Chosen {
	readonly product: Product;
	/** Chosen before, or called exactly so, or the best that a search has found. */
	readonly why: 'chosen' | 'exact' | 'search';
}

interface Sources {
	readonly choices: Choices;
	readonly productById: (productId: string) => Product | null;
	/** The generic product that is called so. */
	readonly exact: (name: string) => Product | null;
	/** The best that resembles it, if that is good enough to be taken unasked. */
	readonly search: (name: string) => Product | null;
}

/** The product that a name means; null where nothing does, which never keeps it off a list. */
export function chooseProduct(name: string, sources: Sources): Chosen | null {
	const norm = normalizeName(name);
	const { choices, productById, exact, search } = sources;
	for (const chosen of [choices.ofList, choices.ofHousehold]) {
		const productId = chosen.get(norm);
		// One that is not known here any more cannot be shown; the next best can.
		const product = productId === undefined ? null : productById(productId);
		if (product) return { product, why: 'chosen' };
	}
	const named = exact(name);
	if (named) return { product: named, why: 'exact' };
	const found = search(name);
	return found && { product: found, why: 'search' };
}
