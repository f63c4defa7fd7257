import type { Item } from '#lib/domain/item.ts';
import { resolveItem } from '#lib/domain/mutators.ts';
import type { SyncStore } from '#lib/server/sync/sync-store.ts';
import { viewOf, type Device, type Made } from './world.ts';

// What sync promises, by the numbers of the design. Each throws an Error that says which promise is broken.

/**
 * I3: what I added stays on my screen until somebody deletes it, or takes the list from me.
 * @param isExcused whether an item of a device may be gone for good
 */
export function checkOwnEdits(
	devices: readonly Device[],
	made: readonly Made[],
	isExcused: (device: Device, itemId: string) => boolean
): void {
	const views = new Map(devices.map((device) => [device, viewOf(device)]));
	for (const { device, life, muid, mutation } of made) {
		if (mutation.name !== 'item.add' || life !== device.life) continue;
		const { id } = mutation.args;
		if (isExcused(device, id) || isDead(device, muid)) continue;
		const view = views.get(device);
		if (view && !resolveItem(view, id))
			throw new Error(`I3 read-your-writes: ${id} is not on its author's screen`);
	}
}

/** I4, I8, I9: quiet and connected, a device shows exactly the server's rows that its person may see. */
export function checkSettled(server: SyncStore, device: Device): void {
	const waiting = device.store.stored.outbox.length;
	if (waiting > 0) throw new Error(`I9 progress: ${waiting} edits are stuck`);
	const shown = [...viewOf(device).items.values()].filter((item) => item.deletedAt === null);
	const may = server.members.allOf(device.userId).filter(({ active }) => active);
	const served = may.flatMap(({ listId }) => [...server.rows.liveItems(listId)]);
	if (describe(shown) !== describe(served))
		throw new Error(`I4 convergence:\n${describe(shown)}\nis not\n${describe(served)}`);
}

/** I1, I2: every step was counted exactly once, but for those that a lost device took with it. */
export function checkSteps(server: SyncStore, made: readonly Made[]): void {
	const bounds = new Map<string, { sure: number; maybe: number }>();
	for (const { device, life, muid, mutation } of made) {
		if (mutation.name !== 'item.step' || isDead(device, muid)) continue;
		const item = resolveItem(server.rows, mutation.args.id);
		if (!item) continue;
		const bound = bounds.get(item.id) ?? { sure: 0, maybe: 0 };
		if (life === device.life) bound.sure++;
		else bound.maybe++;
		bounds.set(item.id, bound);
	}
	for (const [id, { sure, maybe }] of bounds) {
		const steps = (server.rows.get('items', id)?.quantity.milli ?? 0) / 1_000 - 1;
		if (steps < sure || steps > sure + maybe)
			throw new Error(`I1 exactly-once: ${id} has ${steps} steps of ${sure} to ${sure + maybe}`);
	}
}

const isDead = ({ store }: Device, muid: string): boolean =>
	store.stored.dead.some((entry) => entry.muid === muid);

const describe = (items: Iterable<Item>): string =>
	[...items]
		.map(({ id, name, quantity, checked, position }) =>
			[id, name, quantity.milli, checked, position].join(' ')
		)
		.sort()
		.join('\n');
