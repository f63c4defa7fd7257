import { newId } from '#lib/client/identity.ts';
import type { Item } from '#lib/domain/item.ts';
import { ONE } from '#lib/domain/quantity.ts';
import type { Mutation } from '#lib/domain/undo.ts';
import type { Done, HeadlessDevice } from './headless-device.ts';

/** Everybody thinks of these, so that some are added twice unseen. */
const COMMON = ['Milk', 'Eggs', 'Bread', 'Butter', 'Bananas'];
/** A list that has grown so long is tidied up. */
const LONG_LIST = 60;
/** So many of one's own things one comes back to. */
const REMEMBERED = 40;

/** Somebody at a device who does one thing after another, at random, as `audit` understands it. */
export class Shopper {
	readonly device: HeadlessDevice;
	readonly #listIds: readonly string[];
	readonly #random: () => number;
	/** What was added here, newest last. */
	#own: readonly Pick<Item, 'id' | 'listId'>[] = [];

	constructor(device: HeadlessDevice, listIds: readonly string[], random: () => number) {
		this.device = device;
		this.#listIds = listIds;
		this.#random = random;
	}

	/** Does the next thing; it is saved on the device when this resolves. */
	act(): Promise<Done> {
		return this.device.act(this.#next());
	}

	#next(): Mutation {
		const listId = this.#oneOf(this.#listIds);
		const live = [...this.device.stored.items.values()].filter(
			(item) => item.listId === listId && item.deletedAt === null
		);
		const item = this.#choose(listId, live);
		if (!item) return this.#add(listId);
		const { id } = item;
		if (live.length > LONG_LIST && this.#random() < 0.3) return this.#tidy(listId, id, live);
		const kind = this.#random();
		if (kind < 0.4)
			return { name: 'item.step', args: { listId, id, milli: ONE.milli, unit: null } };
		if (kind < 0.6) {
			const patch = { checked: this.#random() < 0.5 };
			return { name: 'item.set', args: { listId, id, patch } };
		}
		if (kind < 0.75) {
			const patch = { name: `Thing ${newId()}` };
			return { name: 'item.set', args: { listId, id, patch } };
		}
		if (kind < 0.8) {
			const afterId = live.length > 0 && this.#random() < 0.8 ? this.#oneOf(live).id : null;
			return { name: 'item.move', args: { listId, id, afterId } };
		}
		if (kind < 0.83) return { name: 'item.delete', args: { listId, id } };
		return this.#add(listId);
	}

	/** One of one's own more often than not: what only one person touches can be told exactly. */
	#choose(listId: string, live: readonly Item[]): Pick<Item, 'id'> | undefined {
		const own = this.#own.filter((item) => item.listId === listId);
		const from = this.#random() < 0.6 ? own : live;
		return from.length > 0 ? this.#oneOf(from) : (own[0] ?? live[0]);
	}

	#add(listId: string): Mutation {
		const id = newId();
		this.#own = [...this.#own, { id, listId }].slice(-REMEMBERED);
		const name = this.#random() < 0.2 ? this.#oneOf(COMMON) : `Thing ${id}`;
		const rest = { quantity: ONE, note: '', productId: null, keepSeparate: false };
		return { name: 'item.add', args: { listId, id, name, ...rest } };
	}

	#tidy(listId: string, id: string, live: readonly Item[]): Mutation {
		const ids = live.filter(({ checked }) => checked).map((item) => item.id);
		if (ids.length > 0) return { name: 'item.clearChecked', args: { listId, ids } };
		return { name: 'item.delete', args: { listId, id } };
	}

	#oneOf<T>(values: readonly T[]): T {
		return values[Math.floor(this.#random() * values.length)] as T;
	}
}
