import type { ItemPatch, MutationArgs, MutationName } from '#lib/domain/mutation-args.ts';
import { applyMutation, type MutationError } from '#lib/domain/mutators.ts';
import type { Item } from '#lib/domain/item.ts';
import { createMemoryRows, type MemoryRows } from '#lib/domain/memory-rows.ts';
import type { Quantity, Unit } from '#lib/domain/quantity.ts';
import { SERVER_RULES } from '#lib/domain/server-rules.ts';

export const LIST = 'list-1';
export const HOUR_MS = 3_600_000;
/** When the story begins: the list is there, and everybody has seen it. */
export const START = 10 * HOUR_MS;

/** What happens on a device, not yet sent: who, when, and up to which revision that device had seen. */
export interface Act {
	readonly who: string;
	readonly at: number;
	readonly base: number;
	readonly apply: (world: World, act: Act) => MutationError | null;
}

/** A server that takes acts in the order in which devices happen to sync. */
export class World {
	readonly rows: MemoryRows = createMemoryRows();
	rev = 0;

	do<N extends MutationName>(
		name: N,
		args: MutationArgs[N],
		{ who = 'ann', at = START, base = this.rev }: Partial<Act> = {}
	): MutationError | null {
		const context = { rev: ++this.rev, at, clientId: who, base, server: SERVER_RULES } as const;
		return applyMutation(this.rows, name, args, context);
	}

	item(id: string): Item {
		const item = this.rows.get('items', id);
		if (!item) throw new Error(`no row ${id}`);
		return item;
	}

	live(): string[] {
		return [...this.rows.liveItems(LIST)]
			.sort((a, b) => (a.position < b.position ? -1 : 1))
			.map(({ name }) => name);
	}
}

export const pieces = (count: number, unit: Unit | null = null): Quantity => ({
	milli: count * 1_000,
	unit
});

export function newItem(id: string, name: string, change: Partial<MutationArgs['item.add']> = {}) {
	const rest = { quantity: pieces(1), note: '', productId: null, keepSeparate: false };
	return { listId: LIST, id, name, ...rest, ...change };
}

/** Ann's list with milk, eggs and bread, which every device has seen. */
export function shoppingList(): World {
	const world = new World();
	world.do('list.create', { listId: LIST, name: 'Groceries' });
	for (const [id, name] of Object.entries({ milk: 'Milk', eggs: 'Eggs', bread: 'Bread' }))
		world.do('item.add', newItem(id, name));
	return world;
}

export const SEEN = 4;
/** An act of a device that has been offline since the story began. */
export function offline<N extends MutationName>(
	who: string,
	at: number,
	name: N,
	args: MutationArgs[N]
): Act {
	return { who, at, base: SEEN, apply: (world, act) => world.do(name, args, act) };
}
export const set = (who: string, at: number, id: string, patch: ItemPatch): Act =>
	offline(who, at, 'item.set', { listId: LIST, id, patch });

/** The worlds that come of all orders in which the acts may reach the server. */
export function inEveryOrder(...acts: readonly Act[]): World[] {
	return permutations(acts).map((order) => {
		const world = shoppingList();
		for (const act of order) act.apply(world, act);
		return world;
	});
}

function permutations<T>(all: readonly T[]): T[][] {
	if (all.length <= 1) return [[...all]];
	return all.flatMap((first, at) =>
		permutations(all.filter((_, other) => other !== at)).map((rest) => [first, ...rest])
	);
}
