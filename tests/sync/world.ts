import { createHmac } from 'node:crypto';
import Database from 'better-sqlite3';
import * as v from 'valibot';
import { drawRows } from '#lib/client/replica-view.ts';
import type { MemoryRows } from '#lib/domain/memory-rows.ts';
import { resolveItem } from '#lib/domain/mutators.ts';
import { ONE } from '#lib/domain/quantity.ts';
import type { Mutation } from '#lib/domain/undo.ts';
import {
	syncAnswerSchema,
	syncRequestSchema,
	type SyncAnswer,
	type SyncRequest
} from '#lib/protocol/sync.ts';
import type { Sqlite } from '#lib/server/db/sqlite.ts';
import { handleSync } from '#lib/server/sync/handle-sync.ts';
import { createSyncStore, type SyncStore } from '#lib/server/sync/sync-store.ts';
import { openStore, type DeviceStore, type StoreKind } from './device-store.ts';
import { checkOwnEdits, checkSettled, checkSteps } from './promises.ts';

const NAMES = ['Milk', 'Eggs', 'Bread'];
/** Three devices of two people: the first and the last belong to the same one. */
const OWNERS = ['ann', 'ben', 'ann'];
/** So few a request that a full outbox takes several. */
const BATCH = 4;

export interface Device {
	/** For people who read the trace. */
	readonly name: string;
	readonly userId: string;
	/** Counts evictions: what was made before one may be lost. */
	life: number;
	store: DeviceStore;
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
export interface Made {
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
	/** What happened, one line each. */
	readonly trace: string[] = [];
	#now = 1_000_000;
	#random = randomFrom(0);
	#ids = 0;
	#net: Packet[] = [];
	#devices: Device[] = [];
	readonly #kind: StoreKind;
	readonly #sqlite: Sqlite;
	readonly #server: SyncStore;
	readonly #made: Made[] = [];
	/** Names that somebody deleted on a list, and people who lost one: their items may be gone for good. */
	readonly #deleted = new Set<string>();
	readonly #revoked = new Set<string>();

	/** @param template an empty, migrated database, as bytes */
	static async create(template: Buffer, kind: StoreKind): Promise<World> {
		const world = new World(template, kind);
		for (const [i, userId] of OWNERS.entries()) {
			const name = `${userId}'s device ${i + 1}`;
			const store = await openStore(kind, world.#id('c'));
			world.#devices.push({ name, userId, life: 0, store, skewMs: 0 });
		}
		const [ann, ben] = world.#devices as [Device, Device];
		await world.#edit(ann, { name: 'list.create', args: { listId: 'L', name: 'Groceries' } });
		await world.#edit(ben, { name: 'list.create', args: { listId: 'M', name: 'Cookout' } });
		return world;
	}

	private constructor(template: Buffer, kind: StoreKind) {
		this.#kind = kind;
		this.#sqlite = new Database(template);
		this.#server = createSyncStore(this.#sqlite, 'epoch-1');
	}

	async close(): Promise<void> {
		this.#sqlite.close();
		for (const { store } of this.#devices) await store.close();
	}

	/**
	 * Lets one thing happen: an edit, a packet that is sent or arrives, or a misfortune.
	 * @param choice decides all of it, so that leaving out a step changes the others as little as can be
	 */
	async step(choice: number): Promise<void> {
		this.#random = randomFrom(choice);
		this.#now += this.#pick(50);
		const device = this.#oneOf(this.#devices);
		const kind = this.#pick(24);
		if (kind < 8) await this.#randomEdit(device);
		else if (kind < 14) await this.#ask(device);
		else if (kind < 21) await this.#deliver();
		else if (kind === 21) this.#changeMembers();
		else await this.#misfortune(device);
		this.#checkOwnEdits();
	}

	/** Everybody comes back online and syncs until nothing changes; then all promises are checked. */
	async settle(): Promise<void> {
		this.trace.push('everybody comes back online and syncs');
		this.#net = [];
		for (let round = 0; round < 200; round++) {
			let isQuiet = true;
			for (const device of this.#devices) {
				const { cursor } = device.store.stored.meta;
				await this.#ask(device);
				await this.#deliver(true);
				const { meta, outbox } = device.store.stored;
				isQuiet &&= meta.cursor === cursor && outbox.length === 0;
			}
			if (isQuiet) break;
		}
		this.#checkOwnEdits();
		for (const device of this.#devices) {
			checkSettled(this.#server, device);
			await device.store.check();
		}
		checkSteps(this.#server, this.#made);
	}

	#checkOwnEdits(): void {
		checkOwnEdits(
			this.#devices,
			this.#made,
			(device, itemId) => this.#deleted.has(itemId) || this.#revoked.has(device.userId)
		);
	}

	async #edit(device: Device, mutation: Mutation): Promise<void> {
		const { name, args } = mutation;
		this.trace.push(`${device.name} does ${name} ${JSON.stringify(args)}`);
		const muid = this.#id('m');
		await device.store.save(mutation, muid, this.#now + device.skewMs);
		this.#made.push({ device, life: device.life, muid, mutation });
	}

	async #randomEdit(device: Device): Promise<void> {
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
			await this.#edit(device, { name: 'item.set', args: { listId, id, patch } });
		} else if (kind === 1) {
			const patch = { name: `${this.#oneOf(NAMES)} ${this.#ids}` };
			this.#deleted.add(`${listId}/${name}`); // the name is no longer there to be found
			await this.#edit(device, { name: 'item.set', args: { listId, id, patch } });
		} else if (kind === 2) {
			await this.#edit(device, {
				name: 'item.step',
				args: { listId, id, milli: 1_000, unit: null }
			});
		} else if (kind === 3) {
			const afterId = this.#pick(2) === 0 ? null : this.#oneOf(live).id;
			await this.#edit(device, { name: 'item.move', args: { listId, id, afterId } });
		} else {
			for (const made of this.#made)
				if (made.mutation.name === 'item.add' && standsFor(view, made.mutation.args.id, id))
					this.#deleted.add(made.mutation.args.id);
			await this.#edit(device, { name: 'item.delete', args: { listId, id } });
		}
	}

	async #ask(device: Device): Promise<void> {
		const request = await device.store.request(this.#now + device.skewMs);
		const muts = structuredClone(request.muts.slice(0, BATCH));
		const asked = { ...request, muts };
		const mids = muts.map(({ mid }) => mid).join(', ') || 'none';
		this.trace.push(`${device.name} asks at cursor ${request.cursor} with edits ${mids}`);
		this.#net.push({ device, life: device.life, request: asked, answer: null });
	}

	/** Some packet arrives, and may arrive again, or is lost. */
	async #deliver(isReliable = false): Promise<void> {
		if (this.#net.length === 0) return;
		const at = isReliable ? this.#net.length - 1 : this.#pick(this.#net.length);
		const packet = this.#net[at];
		if (!packet) return;
		const isOnce = isReliable || this.#pick(6) > 0;
		if (isOnce) this.#net.splice(at, 1);
		const { device, life, request, answer } = packet;
		const what = `${answer ? 'an answer to' : 'a request of'} ${device.name} at cursor ${request.cursor}`;
		if (!isReliable && this.#pick(6) === 0)
			return void this.trace.push(`the network loses ${what}${isOnce ? '' : ', once'}`);
		this.trace.push(`the network brings ${what}${isOnce ? '' : ', and will again'}`);
		if (!answer) {
			const answered = { device, life, request, answer: this.#handle(device.userId, request) };
			this.#net.push(answered);
			if (isReliable) await this.#deliver(true);
		} else if (life === device.life) {
			await device.store.apply(request, structuredClone(answer));
		}
	}

	#handle(userId: string, request: SyncRequest): SyncAnswer {
		const tools = {
			now: this.#now,
			touched: new Set<string>(),
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
		this.trace.push(`${userId} is ${active ? 'let onto' : 'taken off'} list ${listId}`);
		this.#server.members.put(listId, userId, {
			role: 'editor',
			active,
			rev: this.#server.timeline.nextRevision(),
			at: this.#now,
			clientId: 'server'
		});
	}

	async #misfortune(device: Device): Promise<void> {
		const kind = this.#pick(4);
		if (kind === 0) {
			this.trace.push(`the network loses every answer to ${device.name}`);
			this.#net = this.#net.filter(({ answer, device: to }) => !answer || to !== device);
		} else if (kind < 3) {
			device.skewMs += this.#pick(7_200_000) - 3_600_000;
			this.trace.push(`${device.name} has its clock wrong by ${device.skewMs} ms`);
		} else if (this.#pick(3) === 0) {
			this.trace.push(`${device.name} loses all it holds`);
			device.life++;
			await device.store.close();
			device.store = await openStore(this.#kind, this.#id('c'));
		}
	}

	#id(prefix: string): string {
		return `${prefix}${++this.#ids}`;
	}

	#pick(below: number): number {
		return Math.floor(this.#random() * below);
	}

	#oneOf<T>(values: readonly T[]): T {
		return values[this.#pick(values.length)] as T;
	}
}

/** What the device's screen shows: its outbox replayed over its base. */
export const viewOf = ({ store }: Device): MemoryRows => drawRows(store.stored, []);

const standsFor = (view: MemoryRows, id: string, shownId: string): boolean =>
	id === shownId || resolveItem(view, id)?.id === shownId;

/** Mulberry32: even numbers between 0 and 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
