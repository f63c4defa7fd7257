import type { Catalog } from '#lib/domain/catalog.ts';
import { lazy } from './lazy.ts';

const load = lazy(async () => (await import('#lib/domain/catalog.ts')).embeddedCatalog());

/**
 * The built-in catalog, loaded once when it is first needed; it is in the offline cache. null when it could not be
 * fetched (no network, and the page was never installed): rows then have no product, which never blocks adding.
 */
export const loadCatalog = (): Promise<Catalog | null> => load().catch(() => null);
