import type { Catalog } from '#lib/domain/catalog.ts';

let loading: Promise<Catalog | null> | null = null;
let loaded: Catalog | null = null;

/**
 * The built-in catalog, loaded once when it is first needed; it is in the offline cache. null when it could not be
 * fetched (no network, and the page was never installed): rows then have no product, which never blocks adding.
 */
export function loadCatalog(): Promise<Catalog | null> {
	loading ??= import('#lib/domain/catalog.ts').then(
		(module) => (loaded = module.embeddedCatalog()),
		() => {
			loading = null; // the next one asks again
			return null;
		}
	);
	return loading;
}

/** The same without a moment's wait, for what a reload must not overtake; null while it is not here. */
export const loadedCatalog = (): Catalog | null => loaded;
