import { newestOwnPrices, ownPricesOf, pricedKey, type Priced } from '#lib/domain/best-price.ts';
import type { Item } from '#lib/domain/item.ts';
import type { OwnPrice } from '#lib/domain/own-price.ts';
import type { Replica, ReplicaChange } from './replica.ts';

/** What the household paid, on whichever of its lists somebody noted it, as it counts at one list's store. */
export class OwnPrices {
	readonly #replica: Replica;
	readonly #listId: string;
	#newest: ReadonlyMap<string, OwnPrice>;
	#store: string;

	constructor(replica: Replica, listId: string) {
		this.#replica = replica;
		this.#listId = listId;
		this.#store = this.#storeNow();
		this.#newest = newestOwnPrices(replica.view.ownPrices.values(), this.#store);
	}

	/** The one that counts for a row; null when nobody noted any. */
	of({ productId, norm }: Item): OwnPrice | null {
		return this.#newest.get(pricedKey({ productId, norm })) ?? null;
	}

	/** All that was noted of a thing, newest first. */
	allOf(thing: Priced): readonly OwnPrice[] {
		return ownPricesOf(thing, this.#replica.view.ownPrices.values(), this.#store);
	}

	/** Takes what changed in the replica. @returns whether another price may count now */
	update({ ownPrices }: ReplicaChange): boolean {
		const store = this.#storeNow();
		if (ownPrices.size === 0 && store === this.#store) return false;
		this.#store = store;
		this.#newest = newestOwnPrices(this.#replica.view.ownPrices.values(), store);
		return true;
	}

	#storeNow(): string {
		return this.#replica.view.lists.get(this.#listId)?.store ?? '';
	}
}
