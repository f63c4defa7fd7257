import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '#lib/client/identity.ts';
import { randomFrom } from '../sync/random.ts';
import type { Account, Violation } from './books.ts';
import { HeadlessDevice } from './headless-device.ts';
import { RestartingServer } from './restarting-server.ts';
import { Shopper } from './shopper.ts';
import { until } from './until.ts';
import { findViolations } from './verdict.ts';

/** How long somebody waits before the next edit, and at most five times as long. */
const NEXT_EDIT_MS = 5;

/** Two people on one list who write all the time, and the production build in a process of its own. */
export class TwoWriters {
	readonly server: RestartingServer;
	readonly devices: readonly HeadlessDevice[];
	readonly #epoch: string | null;
	readonly #random: () => number;
	readonly #writing: readonly Promise<void>[];
	#isWriting = true;

	/**
	 * Starts everything; whoever calls this calls `close`.
	 * @param dataDir empty
	 * @param seed what is edited, and when what happens; the process and the clock do as they like
	 */
	static async start(dataDir: string, seed: number): Promise<TwoWriters> {
		const server = await RestartingServer.start(dataDir);
		const ann = await HeadlessDevice.open(server.url, 'Ann');
		const ben = await HeadlessDevice.open(server.url, 'Ben');
		const listId = newId();
		await ann.act({ name: 'list.create', args: { listId, name: 'Groceries' } });
		await ann.invite(ben, listId);
		return new TwoWriters({ server, listId, devices: [ann, ben], seed });
	}

	private constructor({ server, listId, devices, seed }: Started) {
		this.server = server;
		this.devices = devices;
		this.#epoch = devices[0]?.stored.meta.epoch ?? null;
		this.#random = randomFrom(seed);
		this.#writing = devices.map((device) =>
			this.#write(new Shopper(device, [listId], this.#random))
		);
	}

	/** @returns at least `from` and less than `to` */
	between(from: number, to: number): number {
		return from + this.#random() * (to - from);
	}

	/** Resolves when the server has acknowledged something more to each: who is served last must not starve. */
	async bothAcknowledged(): Promise<void> {
		const before = this.devices.map(({ acknowledgedCount }) => acknowledgedCount);
		await until('the server to acknowledge something to both', () =>
			this.devices.every(({ acknowledgedCount }, i) => acknowledgedCount > (before[i] ?? 0))
		);
	}

	/** The server is killed and comes back, and both look at their devices. */
	async killAndRestart(): Promise<void> {
		await this.server.restart('SIGKILL');
		for (const device of this.devices) device.look();
	}

	/** Nobody writes any more, and both devices and the server come to rest; then the server ends. */
	async settle(): Promise<void> {
		await this.#stopWriting();
		await until('both devices to hold the same, and nothing waiting', () => this.#isQuiet());
		for (const device of this.devices) device.close();
		await this.server.stop();
	}

	/**
	 * What is wrong after `settle`.
	 * @param others what others did meanwhile
	 */
	findViolations(others: readonly Account[] = []): Violation[] {
		return findViolations(this.server.file, this.devices, this.#epoch, others);
	}

	async close(): Promise<void> {
		await this.#stopWriting();
		for (const device of this.devices) device.close();
		await this.server.stop('SIGKILL');
	}

	async #write(shopper: Shopper): Promise<void> {
		while (this.#isWriting) {
			await shopper.act();
			await sleep(this.between(NEXT_EDIT_MS, 5 * NEXT_EDIT_MS));
		}
	}

	async #stopWriting(): Promise<void> {
		this.#isWriting = false;
		await Promise.all(this.#writing);
	}

	#isQuiet(): boolean {
		const cursors = new Set(this.devices.map(({ stored }) => stored.meta.cursor));
		return cursors.size === 1 && this.devices.every(({ stored }) => stored.outbox.length === 0);
	}
}

interface Started {
	readonly server: RestartingServer;
	readonly listId: string;
	readonly devices: readonly HeadlessDevice[];
	readonly seed: number;
}
