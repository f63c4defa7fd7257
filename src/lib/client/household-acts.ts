import type { Item } from '#lib/domain/item.ts';
import type { ListPatch } from '#lib/domain/list.ts';
import type { Mutation } from '#lib/domain/undo.ts';
import { formatOwnPrice } from '#lib/domain/multi-buy.ts';
import type { OwnPrice, OwnPriceSource } from '#lib/domain/own-price.ts';
import type { Product } from '#lib/domain/product.ts';
import { newId } from './identity.ts';
import type { OpenList } from './items.svelte.ts';
import type { Prices } from './prices.svelte.ts';

// What a household says of prices and products, each as one act that can be undone.

/** Notes what something costs, as somebody paid it or read it off the shelf; earlier prices stay as they are. */
export function notePrice(
	list: OpenList,
	item: Item,
	price: Pick<OwnPrice, 'priceCents' | 'multiBuy'>,
	{ store, source }: { readonly store: string; readonly source: OwnPriceSource }
): void {
	const { productId, norm } = item;
	const args = { listId: list.id, id: newId(), productId, norm, ...price, store, source };
	list.act([{ name: 'price.add', args }], `Set ${item.name} to ${formatOwnPrice(price)}`);
}

/** Takes a noted price back; the one before it counts again. */
export function takeBackPrice(list: OpenList, { listId, id, norm }: OwnPrice): void {
	list.act([{ name: 'price.delete', args: { listId, id } }], `Took back the price of "${norm}"`);
}

/**
 * Makes a row this product, and remembers that this is what its name means on this list.
 * @param product null leaves the row without one, which is not remembered
 */
export function pickProduct(
	list: OpenList,
	prices: Prices,
	{ id, name, norm }: Item,
	product: Product | null
): void {
	const listId = list.id;
	const productId = product?.id ?? null;
	if (product) prices.remember(product);
	const set: Mutation = { name: 'item.set', args: { listId, id, patch: { productId } } };
	const choose: Mutation = { name: 'choice.set', args: { listId, norm, productId } };
	list.act(product ? [set, choose] : [set], `Changed the product of "${name}"`);
}

/** Sets budget, tax rate or store of a list. */
export function setList(list: OpenList, patch: ListPatch): void {
	const args = { listId: list.id, patch };
	list.act([{ name: 'list.set', args }], `Changed "${list.list?.name ?? ''}"`);
}
