import { drawOffered } from '#lib/client/offer.ts';
import { drawRows } from '#lib/client/replica-view.ts';
import type { MemoryRows } from '#lib/domain/memory-rows.ts';
import { resolveItem } from '#lib/domain/mutators.ts';
import { ONE } from '#lib/domain/quantity.ts';
import type { Mutation } from '#lib/domain/undo.ts';
import type { SyncAnswer, SyncRequest } from '#lib/protocol/sync.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { openStore, type DeviceStore, type StoreKind, type Tab } from './device-store.ts';
import { ModelServer } from './model-server.ts';
import { checkCursors, checkOwnEdits, checkSettled, checkSteps } from './promises.ts';
import { randomFrom } from './random.ts';

const NAMES = ['Milk', 'Eggs', 'Bread'];
/** Three devices of two people: the first and the last belong to the same one. */
const OWNERS = ['ann', 'ben', 'ann'];
/** The first is Ann's, the second Ben's, until somebody is let onto the other's. */
const LISTS = ['L', 'M'];
/** So few a request that a full outbox takes several. */
const BATCH = 4;
/** So many steps a transaction of a device takes at most. */
const APPLY_STEPS = 12;
/** From this number on a step is about what the household pays and picks. */
export const HOUSEHOLD_STEP = 2 ** 31;
const DAY_MS = 24 * 3_600_000;

export interface Device {
	/** For people who read the trace. */
	readonly name: string;
	readonly userId: string;
	/** Counts evictions: what was made before one may be lost. */
	life: number;
	store: DeviceStore;
	/** How far the device's clock is off, in ms. */
	skewMs: number;
	/** Where it stood when somebody looked last. */
	seen: { epoch: string | null; cursor: number };
}

interface Asked {
	readonly device: Device;
	readonly life: number;
	readonly tab: Tab;
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
 * One randomised story: three devices of two tabs, the real server code on real SQLite, and a bad network between
 * them. Every choice is read off a list of numbers, so that a failure shrinks to a short one and can be told again.
 */
export class World {
	/** What happened, one line each. */
	readonly trace: string[] = [];
	#now = 1_000_000;
	#random = randomFrom(0);
	#ids = 0;
	#net: Packet[] = [];
	#devices: Device[] = [];
	/** The server went back in time: how often something was stepped can no longer be told. */
	#wasRestored = false;
	/** Half a year went by: devices were away for longer than what was deleted is kept. */
	#wasLong = false;
	readonly #kind: StoreKind;
	readonly #server: ModelServer;
	readonly #made: Made[] = [];
	/** Ids that somebody deleted, and who lost which list: what they added there may be gone for good. */
	readonly #deleted = new Set<string>();
	readonly #lost = new Set<string>();

	/**
	 * @param template an empty, migrated database, as bytes
	 * @param folder empty, for the server's files
	 */
	static async create(template: Buffer, folder: string, kind: StoreKind): Promise<World> {
		const world = new World(template, folder, kind);
		for (const [i, userId] of OWNERS.entries()) {
			const name = `${userId}'s device ${i + 1}`;
			const store = await openStore(kind, world.#id('c'));
			const seen = { epoch: null, cursor: 0 };
			world.#devices.push({ name, userId, life: 0, store, skewMs: 0, seen });
		}
		const [ann, ben] = world.#devices as [Device, Device];
		await world.#edit(ann, { name: 'list.create', args: { listId: 'L', name: 'Groceries' } });
		await world.#edit(ben, { name: 'list.create', args: { listId: 'M', name: 'Cookout' } });
		return world;
	}

	private constructor(template: Buffer, folder: string, kind: StoreKind) {
		this.#kind = kind;
		this.#server = new ModelServer({
			template,
			folder,
			userIds: OWNERS,
			newId: (prefix) => this.#id(prefix),
			now: () => this.#now
		});
	}

	async close(): Promise<void> {
		this.#server.close();
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
		const kind = this.#pick(26);
		if (choice >= HOUSEHOLD_STEP) await this.#householdEdit(device);
		else if (kind < 8) await this.#randomEdit(device);
		else if (kind < 14) this.#ask(device, this.#oneOf(device.store.tabs));
		else if (kind < 21) await this.#deliver();
		else if (kind === 21) this.#changeMembers();
		else if (kind < 24) await this.#misfortune(device);
		else await this.#serverMisfortune();
		await this.#look();
	}

	/** Everybody comes back online and syncs until nothing changes; then all promises are checked. */
	async settle(): Promise<void> {
		this.trace.push('everybody comes back online and syncs');
		this.#net = [];
		for (let round = 0; round < 200; round++) {
			let isQuiet = true;
			for (const device of this.#devices) {
				const [tab] = device.store.tabs;
				await tab.catchUp();
				const { cursor } = tab.stored.meta;
				this.#ask(device, tab);
				await this.#deliver(true);
				const { meta, outbox, offered } = tab.stored;
				isQuiet &&= meta.cursor === cursor && outbox.length + offered.length === 0;
			}
			if (isQuiet) break;
		}
		await this.#look();
		for (const device of this.#devices) {
			checkSettled(this.#server.store, device);
			await device.store.check();
		}
		if (!this.#wasRestored) checkSteps(this.#server.store, this.#made);
	}

	async #look(): Promise<void> {
		for (const { store } of this.#devices) await store.tabs[0].catchUp();
		checkCursors(this.#devices);
		if (this.#wasRestored) this.#noteLost();
		checkOwnEdits(
			this.#devices,
			this.#made,
			(userId, { listId, id }) => this.#deleted.has(id) || this.#lost.has(`${userId} ${listId}`)
		);
	}

	/** A backup that knows a list and not yet everybody on it takes it from the others: they cannot prove that they were. */
	#noteLost(): void {
		const { rows, members } = this.#server.store;
		for (const listId of LISTS.filter((id) => rows.get('lists', id)))
			for (const userId of OWNERS)
				if (!members.of(listId, userId)?.active) this.#lost.add(`${userId} ${listId}`);
	}

	async #edit(device: Device, mutation: Mutation): Promise<void> {
		const { name, args } = mutation;
		this.trace.push(`${device.name} does ${name} ${JSON.stringify(args)}`);
		const muid = this.#id('m');
		await this.#oneOf(device.store.tabs).save(mutation, muid, this.#now + device.skewMs);
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
		const { listId, id } = this.#oneOf(live);
		const kind = this.#pick(5);
		if (kind === 0) {
			const patch = { checked: this.#pick(2) === 0 };
			await this.#edit(device, { name: 'item.set', args: { listId, id, patch } });
		} else if (kind === 1) {
			const patch = { name: `${this.#oneOf(NAMES)} ${this.#ids}` };
			await this.#edit(device, { name: 'item.set', args: { listId, id, patch } });
		} else if (kind === 2) {
			const step = { listId, id, milli: 1_000, unit: null };
			await this.#edit(device, { name: 'item.step', args: step });
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

	async #householdEdit(device: Device): Promise<void> {
		const view = viewOf(device);
		const listId = this.#oneOf([...view.lists.keys()]);
		if (listId === undefined) return;
		const kind = this.#pick(4);
		const norm = this.#oneOf(NAMES).toLowerCase();
		const price = this.#oneOf([...view.ownPrices.values()]);
		if (kind === 0) {
			const patch = { budgetCents: 1_000 + this.#ids };
			await this.#edit(device, { name: 'list.set', args: { listId, patch } });
		} else if (kind === 1) {
			const productId = `product-${this.#ids}`;
			await this.#edit(device, { name: 'choice.set', args: { listId, norm, productId } });
		} else if (kind === 2 && price) {
			const args = { listId: price.listId, id: price.id };
			const name = price.deletedAt === null ? 'price.delete' : 'price.restore';
			// What was deleted once may be gone for good by the time somebody brings it back.
			this.#deleted.add(price.id);
			await this.#edit(device, { name, args });
		} else {
			const paid = { priceCents: 100 + this.#ids, multiBuy: null, store: '' };
			const args = { listId, id: this.#id('p'), productId: null, norm, ...paid };
			await this.#edit(device, { name: 'price.add', args: { ...args, source: 'manual' } });
		}
	}

	#ask(device: Device, tab: Tab): void {
		const request = tab.request(this.#now + device.skewMs);
		const muts = structuredClone(request.muts.slice(0, BATCH));
		const asked = { ...request, muts };
		const what = muts.map(({ mid }) => mid).join(', ') || 'none';
		const offer = request.salvage ? ` and ${request.salvage.items.length} offered items` : '';
		this.trace.push(`${device.name} asks at cursor ${request.cursor} with edits ${what}${offer}`);
		this.#net.push({ device, life: device.life, tab, request: asked, answer: null });
	}

	/** Some packet arrives, and may arrive again, or is lost. */
	async #deliver(isReliable = false): Promise<void> {
		if (this.#net.length === 0) return;
		const at = isReliable ? this.#net.length - 1 : this.#pick(this.#net.length);
		const packet = this.#net[at];
		if (!packet) return;
		const isOnce = isReliable || this.#pick(6) > 0;
		if (isOnce) this.#net.splice(at, 1);
		const { device, life, tab, request, answer } = packet;
		const what = `${answer ? 'an answer to' : 'a request of'} ${device.name} at cursor ${request.cursor}`;
		if (!isReliable && this.#pick(6) === 0)
			return void this.trace.push(`the network loses ${what}${isOnce ? '' : ', once'}`);
		this.trace.push(`the network brings ${what}${isOnce ? '' : ', and will again'}`);
		if (!answer) {
			const answered = this.#server.handle(device.userId, request);
			this.#net.push({ device, life, tab, request, answer: answered });
			if (isReliable) await this.#deliver(true);
		} else if (life === device.life) {
			const dies = !isReliable && this.#pick(8) === 0 ? this.#pick(APPLY_STEPS) : null;
			if (dies !== null) this.trace.push(`… and the tab is killed at step ${dies} of taking it in`);
			await tab.apply(request, structuredClone(answer), dies);
		}
	}

	#changeMembers(): void {
		const listId = this.#oneOf(LISTS);
		if (!this.#server.store.rows.get('lists', listId)) return;
		const userId = this.#oneOf(OWNERS);
		const active = this.#pick(3) > 0;
		if (!active) this.#lost.add(`${userId} ${listId}`);
		this.trace.push(`${userId} is ${active ? 'let onto' : 'taken off'} list ${listId}`);
		this.#server.changeMember(listId, userId, active);
	}

	async #misfortune(device: Device): Promise<void> {
		const kind = this.#pick(5);
		if (kind === 0) {
			this.trace.push(`the network loses every answer to ${device.name}`);
			this.#net = this.#net.filter(({ answer, device: to }) => !answer || to !== device);
		} else if (kind < 3) {
			device.skewMs += this.#pick(7_200_000) - 3_600_000;
			this.trace.push(`${device.name} has its clock wrong by ${device.skewMs} ms`);
		} else if (kind === 3) {
			this.#forge(device);
		} else if (this.#pick(3) === 0) {
			this.trace.push(`${device.name} loses all it holds`);
			device.life++;
			await device.store.close();
			device.store = await openStore(this.#kind, this.#id('c'));
			device.seen = { epoch: null, cursor: 0 };
		}
	}

	/** Somebody makes up a cursor. I8: it may cost them a reset, and must not disturb the others. */
	#forge({ name, userId }: Device): void {
		const { epoch } = this.#server.store.timeline.read();
		this.trace.push(
			`somebody who is signed in as ${name} claims a cursor that was never given out`
		);
		const point = {
			v: PROTOCOL_VERSION,
			clientId: `forger-${userId}`,
			epoch,
			cursor: 1_000_000,
			acked: 0,
			proof: 'forged'
		};
		this.#server.handle(userId, { ...point, now: this.#now, muts: [] });
		if (this.#server.store.timeline.read().epoch !== epoch)
			throw new Error('proof: a forged cursor began a new timeline for everybody');
	}

	async #serverMisfortune(): Promise<void> {
		const kind = this.#pick(8);
		if (kind === 0) {
			this.trace.push('the server is killed and started again');
			this.#server.crash();
		} else if (kind === 1) {
			this.trace.push('a backup is made');
			this.#server.backUp();
		} else if (kind === 2 && this.#server.hasBackup && !this.#wasLong) {
			this.trace.push('the backup is put in the place of the database');
			this.#wasRestored = true;
			this.#server.restore();
		} else if (kind === 3 && !this.#wasLong) {
			const commits = 1 + this.#pick(3);
			this.trace.push(`the machine loses power, and its disk the last commits, up to ${commits}`);
			this.#wasRestored = true;
			this.#server.losePower(commits);
		} else if (kind < 6) {
			this.#server.remember();
		} else if (kind === 6 && !this.#wasRestored && !this.#wasLong) {
			this.trace.push('half a year goes by, and what was deleted before is removed for good');
			this.#wasLong = true;
			this.#now += 200 * DAY_MS;
			this.#server.collect();
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

/** What the device's screen shows: its outbox replayed over its base and what it offers back. */
export const viewOf = ({ store }: Device): MemoryRows =>
	drawRows(store.tabs[0].stored, [], drawOffered);

const standsFor = (view: MemoryRows, id: string, shownId: string): boolean =>
	id === shownId || resolveItem(view, id)?.id === shownId;
