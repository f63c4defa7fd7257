import type { Product } from '#lib/domain/product.ts';
import { samplePrice } from '#lib/domain/sample-price.ts';
import { loadCatalog } from './catalog.ts';
import type { KnownProduct, PriceDatabase } from './db.ts';

/**
 * Products and what they cost, as far as this device has heard: the phone's own price tier, which answers with no
 * network. What a server says comes through `price-news.ts`.
 */
export class Prices {
	readonly #db: PriceDatabase;
	readonly #known = new Map<string, KnownProduct>();
	readonly #listeners = new Set<(productIds: ReadonlySet<string>) => void>();
	/** Ids somebody shows; what the live connection subscribes to. */
	readonly #wanted = new Set<string>();
	#onWanted: () => void = () => undefined;

	constructor(db: PriceDatabase) {
		this.#db = db;
	}

	get(productId: string | null): KnownProduct | null {
		return (productId === null ? undefined : this.#known.get(productId)) ?? null;
	}

	/** Calls back with the ids whose product or price changed. */
	subscribe(listener: (productIds: ReadonlySet<string>) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Tells the live connection that there is more to subscribe to. */
	onWanted(listener: () => void): void {
		this.#onWanted = listener;
	}

	get wantedIds(): readonly string[] {
		return [...this.#wanted];
	}

	/** What is held of the wanted products: when each was last checked, in ms. */
	get checkedAtById(): Record<string, number> {
		return Object.fromEntries(
			this.wantedIds.flatMap((id) => {
				const checkedAt = this.#known.get(id)?.price?.checkedAt;
				return checkedAt === undefined ? [] : [[id, checkedAt]];
			})
		);
	}

	/** Loads what the disk knows of these products, then what the built-in catalog says of the rest. */
	async load(productIds: readonly string[]): Promise<void> {
		this.#want(productIds);
		const missing = productIds.filter((id) => !this.#known.has(id));
		if (missing.length === 0) return;
		const stored = await this.#read(missing);
		this.#hold(stored);
		const unknown = missing.filter((id) => !this.#known.has(id));
		if (unknown.length === 0) return;
		const catalog = await loadCatalog();
		for (const id of unknown) {
			const product = catalog?.byId(id);
			if (product) this.remember(product);
		}
	}

	/** Keeps a product that is about to be on a list, with its sample price until a better one is known. */
	remember(product: Product): KnownProduct {
		this.#want([product.id]);
		const held = this.#known.get(product.id);
		if (held) return held;
		const known = { product, price: samplePrice(product) };
		this.keep([known]);
		return known;
	}

	/** Holds these, in the place of what was known of the same products, and puts them on the disk. */
	keep(known: readonly KnownProduct[]): void {
		this.#hold(known);
		this.#write(known);
	}

	#want(productIds: readonly string[]): void {
		const before = this.#wanted.size;
		for (const id of productIds) this.#wanted.add(id);
		if (this.#wanted.size > before) this.#onWanted();
	}

	#hold(known: readonly KnownProduct[]): void {
		if (known.length === 0) return;
		for (const one of known) this.#known.set(one.product.id, one);
		const ids = new Set(known.map((one) => one.product.id));
		for (const listener of this.#listeners) listener(ids);
	}

	/** All that this device has ever heard of; of one that comes twice, what comes last is true. */
	async allKnown(): Promise<readonly KnownProduct[]> {
		const stored = await this.#db.known.toArray().catch(() => []);
		return [...stored, ...this.#known.values()];
	}

	/** This database is a cache: where it cannot be read or written, prices come from elsewhere. */
	async #read(ids: readonly string[]): Promise<KnownProduct[]> {
		try {
			return (await this.#db.known.bulkGet([...ids])).filter((known) => known !== undefined);
		} catch {
			return [];
		}
	}

	#write(known: readonly KnownProduct[]): void {
		if (known.length > 0) this.#db.known.bulkPut([...known]).catch(() => undefined);
	}
}
