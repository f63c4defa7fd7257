import type { Choice } from '#lib/domain/choice.ts';
import type { Item } from '#lib/domain/item.ts';
import type { List } from '#lib/domain/list.ts';
import { resolveItem } from '#lib/domain/mutators.ts';
import type { Stamps } from '#lib/domain/row.ts';
import { parseOfferedItem } from '#lib/protocol/salvage.ts';
import type { SyncAnswer, SyncRequest } from '#lib/protocol/sync.ts';
import type { SyncStore } from '#lib/server/sync/sync-store.ts';
import { viewOf, type Device, type Made } from './world.ts';

// What sync promises, by the numbers of the design. Each throws an Error that says which promise is broken.

/**
 * I3, I10, I15: what I added stays on my screen until somebody deletes it, or takes the list from me; also over a
 * reset, and after the server was restored from a backup that had never heard of it.
 * @param isExcused whether an item of a person may be gone for good
 */
export function checkOwnEdits(
	devices: readonly Device[],
	made: readonly Made[],
	isExcused: (userId: string, item: { readonly listId: string; readonly id: string }) => boolean
): void {
	const views = new Map(devices.map((device) => [device, viewOf(device)]));
	for (const { device, life, muid, mutation } of made) {
		const isAdded = mutation.name === 'item.add' || mutation.name === 'price.add';
		if (!isAdded || life !== device.life) continue;
		const { id } = mutation.args;
		if (isExcused(device.userId, mutation.args) || isDead(device, muid)) continue;
		const view = views.get(device);
		if (view && !resolveItem(view, id) && !view.ownPrices.has(id))
			throw new Error(`I3 read-your-writes: ${id} is not on its author's screen`);
	}
}

/** I6: within a timeline, no device ever goes back. */
export function checkCursors(devices: readonly Device[]): void {
	for (const device of devices) {
		const { epoch, cursor } = device.store.tabs[0].stored.meta;
		const { seen } = device;
		if (seen.epoch === epoch && seen.cursor > cursor)
			throw new Error(`I6 monotone: ${device.name} went from ${seen.cursor} back to ${cursor}`);
		device.seen = { epoch, cursor };
	}
}

/** I4, I8, I9: quiet and connected, a device shows exactly the server's rows that its person may see. */
export function checkSettled(server: SyncStore, device: Device): void {
	const { outbox, offered } = device.store.tabs[0].stored;
	if (outbox.length > 0) throw new Error(`I9 progress: ${outbox.length} edits are stuck`);
	if (offered.length > 0) throw new Error(`I9 progress: ${offered.length} offered rows are stuck`);
	const view = viewOf(device);
	const { rows } = server;
	const may = server.members.allOf(device.userId).filter(({ active }) => active);
	const listIds = may.map(({ listId }) => listId);
	const shown = [
		...[...view.items.values()].filter(isLive).map(describeItem),
		...[...view.lists.values()].map(describeList),
		...[...view.ownPrices.values()].filter(isLive).map(({ id }) => id),
		...[...view.choices.values()].map(describeChoice)
	];
	const served = [
		...listIds.flatMap((id) => [...rows.liveItems(id)].map(describeItem)),
		...listIds.flatMap((id) => rows.get('lists', id) ?? []).map(describeList),
		...listIds.flatMap((id) =>
			rows
				.ownPricesSince(id, -1)
				.filter(isLive)
				.map((row) => row.id)
		),
		...listIds.flatMap((id) => rows.choicesSince(id, -1).map(describeChoice))
	];
	const [here, there] = [shown.sort().join('\n'), served.sort().join('\n')];
	if (here !== there) throw new Error(`I4 convergence:\n${here}\nis not\n${there}`);
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

/**
 * I11: a tombstone that meets an offered row stays one, unless the row was restored after it was deleted.
 * @returns what to call once the request was handled
 */
export function checkRevival({ rows }: SyncStore, { salvage, muts }: SyncRequest): () => void {
	if (!salvage) return () => undefined;
	// An edit in the same request may bring its row back by the rules for edits.
	const edited = new Set(muts.map(({ args }) => (args as { id?: string }).id));
	const dead = salvage.items.flatMap((row) => {
		const offered = parseOfferedItem(row);
		if (offered && edited.has(offered.id)) return [];
		const before = offered && rows.get('items', offered.id);
		return before && before.deletedAt !== null ? [{ before, offered }] : [];
	});
	return () => {
		for (const { before, offered } of dead) {
			const isBack = rows.get('items', before.id)?.deletedAt === null;
			const restoredAt = offered.stamps['deletedAt']?.[1] ?? 0;
			if (isBack && restoredAt <= (before.stamps['deletedAt'] ?? before.stamps.$)[1])
				throw new Error(`I11 no resurrection: ${before.id} was deleted and came back`);
		}
	};
}

/** I13: no act is later than the moment in which the server heard of it, whatever a device's clock says. */
export function checkStamps(answer: SyncAnswer | object, now: number): void {
	if (!('rows' in answer)) return;
	const check = ({ stamps }: { readonly stamps: Stamps }) => {
		for (const [, at] of Object.values(stamps))
			if (at > now) throw new Error(`I13 skew: something was done at ${at}, and it is ${now}`);
	};
	const { lists, items, ownPrices, choices } = answer.rows;
	[...lists, ...items, ...ownPrices, ...choices].forEach(check);
}

const isDead = ({ store }: Device, muid: string): boolean =>
	store.tabs[0].stored.dead.some((entry) => entry.muid === muid);

const isLive = ({ deletedAt }: { readonly deletedAt: number | null }): boolean =>
	deletedAt === null;
const describeItem = ({ id, name, quantity, checked, position }: Item): string =>
	[id, name, quantity.milli, checked, position].join(' ');
const describeList = ({ id, name, budgetCents }: List): string => [id, name, budgetCents].join(' ');
const describeChoice = ({ id, productId }: Choice): string => `${id} is ${productId}`;
