import { createHmac } from 'node:crypto';
import Database from 'better-sqlite3';
import * as v from 'valibot';
import { applyAnswer } from '#lib/client/apply-answer.ts';
import type { Item } from '#lib/domain/item.ts';
import { createMemoryRows, type MemoryRows } from '#lib/domain/memory-rows.ts';
import { resolveItem } from '#lib/domain/mutators.ts';
import { ONE } from '#lib/domain/quantity.ts';
import { replay } from '#lib/domain/replay.ts';
import type { Mutation } from '#lib/domain/undo.ts';
import {
	syncAnswerSchema,
	syncRequestSchema,
	type SyncAnswer,
	type SyncRequest
} from '#lib/protocol/sync.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import type { Sqlite } from '#lib/server/db/sqlite.ts';
import { handleSync } from '#lib/server/sync/handle-sync.ts';
import { createSyncStore, type SyncStore } from '#lib/server/sync/sync-store.ts';
import { MemoryReplicaStore } from './memory-store.ts';

const NAMES = ['Milk', 'Eggs', 'Bread'];
/** Three devices of two people: the first and the last belong to the same one. */
const OWNERS = ['ann', 'ben', 'ann'];
/** So few a request that a full outbox takes several. */
const BATCH = 4;

interface Device {
	readonly userId: string;
	/** Counts evictions: what was made before one may be lost. */
	life: number;
	store: MemoryReplicaStore;
	/** How far the device's clock is off, in ms. */
	skewMs: number;
}

interface Asked {
	readonly device: Device;
	readonly life: number;
	readonly request: SyncRequest;
}

/** On its way; the network may drop, repeat, delay and reorder it. */
type Packet = Asked & { readonly answer: SyncAnswer | null };

/** An edit somebody made, to be accounted for at the end. */
interface Made {
	readonly device: Device;
	readonly life: number;
	readonly muid: string;
	readonly mutation: Mutation;
}

/**
 * One randomised story: three devices, the real server code on real SQLite, and a bad network between them. Every
 * choice is read off a list of numbers, so that a failure shrinks to a short one and can be told again.
 */
export class World {
	#now = 1_000_000;
	#choiceAt = 0;
	#ids = 0;
	#net: Packet[] = [];
	readonly #choices: readonly number[];
	readonly #sqlite: Sqlite;
	readonly #server: SyncStore;
	readonly #devices: readonly Device[];
	readonly #made: Made[] = [];
	/** Names that somebody deleted on a list, and people who lost one: their items may be gone for good. */
	readonly #deleted = new Set<string>();
	readonly #revoked = new Set<string>();

	/** @param template an empty, migrated database, as bytes */
	constructor(template: Buffer, choices: readonly number[]) {
		this.#choices = choices;
		this.#sqlite = new Database(template);
		this.#server = createSyncStore(this.#sqlite, 'epoch-1');
		this.#devices = OWNERS.map((userId) => ({
			userId,
			life: 0,
			store: new MemoryReplicaStore(this.#id('c')),
			skewMs: 0
		}));
		const [ann, ben] = this.#devices as [Device, Device];
		this.#edit(ann, { name: 'list.create', args: { listId: 'L', name: 'Groceries' } });
		this.#edit(ben, { name: 'list.create', args: { listId: 'M', name: 'Cookout' } });
	}

	close(): void {
		this.#sqlite.close();
	}

	/** Lets one thing happen: an edit, a packet that is sent or arrives, or a misfortune. */
	async step(): Promise<void> {
		this.#now += this.#pick(50);
		const device = this.#oneOf(this.#devices);
		const kind = this.#pick(24);
		if (kind < 8) this.#randomEdit(device);
		else if (kind < 14) this.#ask(device);
		else if (kind < 21) await this.#deliver();
		else if (kind === 21) this.#changeMembers();
		else this.#misfortune(device);
		this.#checkOwnEdits();
	}

	/** Everybody comes back online and syncs until nothing changes; then all promises are checked. */
	async settle(): Promise<void> {
		this.#net = [];
		for (let round = 0; round < 200; round++) {
			let isQuiet = true;
			for (const device of this.#devices) {
				const { cursor } = device.store.meta;
				this.#ask(device);
				await this.#deliver(true);
				isQuiet &&= device.store.meta.cursor === cursor && device.store.outbox.length === 0;
			}
			if (isQuiet) break;
		}
		this.#checkOwnEdits();
		for (const device of this.#devices) this.#checkSettled(device);
		this.#checkSteps();
	}

	#edit(device: Device, mutation: Mutation): void {
		const { store } = device;
		const mid = store.meta.lastMid + 1;
		const { cursor, epoch } = store.meta;
		const at = this.#now + device.skewMs;
		const muid = this.#id('m');
		store.meta = { ...store.meta, lastMid: mid };
		store.outbox.push({ ...mutation, mid, muid, at, base: cursor, epoch });
		this.#made.push({ device, life: device.life, muid, mutation });
	}

	#randomEdit(device: Device): void {
		const view = viewOf(device);
		const live = [...view.lists.keys()].flatMap((listId) => [...view.liveItems(listId)]);
		if (live.length === 0 || this.#pick(2) === 0) {
			const lists = [...view.lists.keys()];
			if (lists.length === 0) return;
			const rest = { quantity: ONE, note: '', productId: null, keepSeparate: false };
			const args = {
				listId: this.#oneOf(lists),
				id: this.#id('i'),
				name: this.#oneOf(NAMES),
				...rest
			};
			return this.#edit(device, { name: 'item.add', args });
		}
		const { listId, id, name } = this.#oneOf(live);
		const kind = this.#pick(5);
		if (kind === 0) {
			const patch = { checked: this.#pick(2) === 0 };
			this.#edit(device, { name: 'item.set', args: { listId, id, patch } });
		} else if (kind === 1) {
			const patch = { name: `${this.#oneOf(NAMES)} ${this.#ids}` };
			this.#deleted.add(`${listId}/${name}`); // the name is no longer there to be found
			this.#edit(device, { name: 'item.set', args: { listId, id, patch } });
		} else if (kind === 2) {
			this.#edit(device, { name: 'item.step', args: { listId, id, milli: 1_000, unit: null } });
		} else if (kind === 3) {
			const afterId = this.#pick(2) === 0 ? null : this.#oneOf(live).id;
			this.#edit(device, { name: 'item.move', args: { listId, id, afterId } });
		} else {
			for (const made of this.#made)
				if (made.mutation.name === 'item.add' && standsFor(view, made.mutation.args.id, id))
					this.#deleted.add(made.mutation.args.id);
			this.#edit(device, { name: 'item.delete', args: { listId, id } });
		}
	}

	#ask(device: Device): void {
		const { meta, outbox } = device.store;
		const { clientId, epoch, cursor, acked, proof } = meta;
		const muts = structuredClone(outbox.slice(0, BATCH));
		const now = this.#now + device.skewMs;
		const request = { v: PROTOCOL_VERSION, clientId, epoch, cursor, acked, proof, now, muts };
		this.#net.push({ device, life: device.life, request, answer: null });
	}

	/** Some packet arrives, and may arrive again, or is lost. */
	async #deliver(isReliable = false): Promise<void> {
		if (this.#net.length === 0) return;
		const at = isReliable ? this.#net.length - 1 : this.#pick(this.#net.length);
		const packet = this.#net[at];
		if (!packet) return;
		if (isReliable || this.#pick(6) > 0) this.#net.splice(at, 1);
		if (!isReliable && this.#pick(6) === 0) return;
		const { device, life, request, answer } = packet;
		if (!answer) {
			const answered = { device, life, request, answer: this.#handle(device.userId, request) };
			this.#net.push(answered);
			if (isReliable) await this.#deliver(true);
		} else if (life === device.life) {
			await applyAnswer(device.store, request, structuredClone(answer));
		}
	}

	#handle(userId: string, request: SyncRequest): SyncAnswer {
		const tools = {
			now: this.#now,
			newEpoch: () => this.#id('epoch-'),
			sign: (claim: string) => createHmac('sha256', 'key').update(claim).digest('base64url')
		};
		const received = v.parse(syncRequestSchema, structuredClone(request));
		const answer = this.#sqlite
			.transaction(() => handleSync(this.#server, userId, received, tools))
			.immediate();
		if ('error' in answer) throw new Error(`refused: ${answer.error.message}`);
		v.parse(syncAnswerSchema, answer);
		return answer;
	}

	#changeMembers(): void {
		const listId = this.#oneOf(['L', 'M']);
		if (!this.#server.rows.get('lists', listId)) return;
		const userId = this.#oneOf(OWNERS);
		const active = this.#pick(3) > 0;
		if (!active) this.#revoked.add(userId);
		this.#server.members.put(listId, userId, {
			role: 'editor',
			active,
			rev: this.#server.timeline.nextRevision(),
			at: this.#now,
			clientId: 'server'
		});
	}

	#misfortune(device: Device): void {
		const kind = this.#pick(4);
		if (kind === 0)
			this.#net = this.#net.filter(({ answer, device: to }) => !answer || to !== device);
		else if (kind < 3) device.skewMs += this.#pick(7_200_000) - 3_600_000;
		else if (this.#pick(3) === 0) {
			device.life++;
			device.store = new MemoryReplicaStore(this.#id('c'));
		}
	}

	/** I3: what I added stays on my screen until somebody deletes it, or takes the list from me. */
	#checkOwnEdits(): void {
		const views = new Map(this.#devices.map((device) => [device, viewOf(device)]));
		for (const { device, life, muid, mutation } of this.#made) {
			if (mutation.name !== 'item.add' || life !== device.life) continue;
			const isExcused =
				this.#deleted.has(mutation.args.id) ||
				this.#revoked.has(device.userId) ||
				device.store.dead.some((entry) => entry.muid === muid);
			const view = views.get(device);
			if (!isExcused && view && !resolveItem(view, mutation.args.id))
				throw new Error(`I3 read-your-writes: ${mutation.args.id} is not on its author's screen`);
		}
	}

	/** I4, I8, I9: quiet and connected, a device shows exactly the server's rows that its person may see. */
	#checkSettled(device: Device): void {
		const { store, userId } = device;
		if (store.outbox.length > 0)
			throw new Error(`I9 progress: ${store.outbox.length} edits are stuck`);
		const shown = [...viewOf(device).items.values()].filter((item) => item.deletedAt === null);
		const may = this.#server.members.allOf(userId).filter(({ active }) => active);
		const served = may.flatMap(({ listId }) => [...this.#server.rows.liveItems(listId)]);
		if (describe(shown) !== describe(served))
			throw new Error(`I4 convergence:\n${describe(shown)}\nis not\n${describe(served)}`);
	}

	/** I1, I2: every step was counted exactly once, but for those that a lost device took with it. */
	#checkSteps(): void {
		const bounds = new Map<string, { sure: number; maybe: number }>();
		for (const { device, life, muid, mutation } of this.#made) {
			if (mutation.name !== 'item.step') continue;
			if (device.store.dead.some((entry) => entry.muid === muid)) continue;
			const item = resolveItem(this.#server.rows, mutation.args.id);
			if (!item) continue;
			const bound = bounds.get(item.id) ?? { sure: 0, maybe: 0 };
			if (life === device.life) bound.sure++;
			else bound.maybe++;
			bounds.set(item.id, bound);
		}
		for (const [id, { sure, maybe }] of bounds) {
			const steps = (this.#server.rows.get('items', id)?.quantity.milli ?? 0) / 1_000 - 1;
			if (steps < sure || steps > sure + maybe)
				throw new Error(`I1 exactly-once: ${id} has ${steps} steps of ${sure} to ${sure + maybe}`);
		}
	}

	#id(prefix: string): string {
		return `${prefix}${++this.#ids}`;
	}

	#pick(below: number): number {
		const choice = this.#choices[this.#choiceAt++ % this.#choices.length] ?? 0;
		return (choice + this.#choiceAt * 7_919) % below;
	}

	#oneOf<T>(values: readonly T[]): T {
		return values[this.#pick(values.length)] as T;
	}
}

/** What the device's screen shows: its outbox replayed over its base. */
function viewOf({ store }: Device): MemoryRows {
	const rows = createMemoryRows();
	for (const list of store.lists.values()) rows.put('lists', list);
	for (const item of store.items.values()) rows.put('items', item);
	for (const entry of store.outbox) replay(rows, entry, store.meta.clientId);
	return rows;
}

const standsFor = (view: MemoryRows, id: string, shownId: string): boolean =>
	id === shownId || resolveItem(view, id)?.id === shownId;

const describe = (items: Iterable<Item>): string =>
	[...items]
		.map(({ id, name, quantity, checked, position }) =>
			[id, name, quantity.milli, checked, position].join(' ')
		)
		.sort()
		.join('\n');
