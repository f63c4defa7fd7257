import { setTimeout as sleep } from 'node:timers/promises';
import type { HeadlessDevice } from '../support/headless-device.ts';
import type { RestartingServer } from '../support/restarting-server.ts';
import { differenceOf, openServerData } from '../support/server-data.ts';
import { Shopper } from '../support/shopper.ts';
import { randomFrom } from '../sync/random.ts';
import type { Arrivals } from './arrivals.ts';
import type { Household } from './household.ts';

export interface SceneOptions {
	readonly minutes: number;
	/** What is edited, and when lines break; the processes and the clock do as they like. */
	readonly seed: number;
	/** Ends it early, without a verdict. */
	readonly signal: AbortSignal;
	/** Is called every second. */
	readonly onProgress: (counts: Counts) => void;
}

export interface Counts {
	readonly seconds: number;
	/** Edits that were made. */
	readonly operations: number;
	/** How often a socket connected again. */
	readonly reconnects: number;
	readonly ends: RestartingServer['ends'];
}

const FIRST_RESTART_MS = 60_000;
const RESTART_EVERY_MS = 120_000;
/** Longer than any wait of a device: what has not come to rest by itself by then never does. */
const SETTLE_MS = 150_000;
const LOOK_EVERY_MS = 500;
/** Of all times that something is wrong with a line: it goes dead without a word, … */
const SILENT_SHARE = 0.1;
/** … or everything comes late, some of it when nobody waits for it any longer. */
const STALL_SHARE = 0.2;

/** Everybody at once: people who edit, lines that break, a server that restarts. Whoever makes one closes it. */
export class Scene {
	readonly devices: readonly HeadlessDevice[];
	/** The server's timeline as it was at the beginning. */
	readonly epoch: string | null;
	readonly #options: SceneOptions;
	readonly #server: RestartingServer;
	readonly #households: readonly Household[];
	readonly #arrivals: Arrivals;
	readonly #startedAt = performance.now();
	/** Over when the time is, or when something fails. */
	readonly #ending = new AbortController();
	#seeds: number;

	constructor(
		options: SceneOptions,
		server: RestartingServer,
		households: readonly Household[],
		arrivals: Arrivals
	) {
		this.#options = options;
		this.#server = server;
		this.#households = households;
		this.#arrivals = arrivals;
		this.#seeds = options.seed;
		this.devices = households.flatMap(({ devices }) => devices);
		this.epoch = this.devices[0]?.stored.meta.epoch ?? null;
	}

	get counts(): Counts {
		const sum = (of: (device: HeadlessDevice) => number) =>
			this.devices.reduce((total, device) => total + of(device), 0);
		return {
			seconds: (performance.now() - this.#startedAt) / 1_000,
			operations: sum(({ log }) => log.length),
			reconnects: sum(({ connects }) => connects - 1),
			ends: this.#server.ends
		};
	}

	get longestStuckMs(): number {
		const now = performance.now();
		const waits = this.devices.flatMap(({ log }) =>
			log.map(({ doneAt, acknowledged }) => (acknowledged?.at ?? now) - doneAt)
		);
		return waits.reduce((longest, wait) => Math.max(longest, wait), 0);
	}

	/** Everything at once, until the time is over. */
	async play(): Promise<void> {
		const { signal, minutes } = this.#options;
		const end = () => this.#ending.abort();
		signal.addEventListener('abort', end);
		const timer = setTimeout(end, minutes * 60_000);
		try {
			await Promise.all([
				this.#report(),
				this.#restart(),
				...this.#households.flatMap((household) =>
					household.devices.flatMap((device) => [
						this.#shop(device, household),
						this.#breakLine(device)
					])
				)
			]);
		} finally {
			clearTimeout(timer);
			end();
		}
		signal.throwIfAborted();
	}

	/** Waits until everybody holds what the server does. Nobody helps. @returns how long that took, in ms */
	async settle(): Promise<number> {
		const startedAt = performance.now();
		const waited = () => performance.now() - startedAt;
		while (!this.#isSettled() && waited() < SETTLE_MS) {
			await sleep(LOOK_EVERY_MS, undefined, { signal: this.#options.signal });
		}
		return waited();
	}

	/** Safe to call again. */
	close(): void {
		for (const device of this.devices) device.close();
	}

	#isSettled(): boolean {
		if (this.devices.some(({ stored }) => stored.outbox.length > 0)) return false;
		const data = openServerData(this.#server.file);
		try {
			return this.devices.every((device) => differenceOf(device, data) === null);
		} finally {
			data.close();
		}
	}

	/** One edit a second. */
	async #shop(device: HeadlessDevice, { devices, listIds }: Household): Promise<void> {
		const random = this.#nextRandom();
		const shopper = new Shopper(device, listIds, random);
		const others = devices.filter((other) => other !== device);
		while (await this.#passes(500 + random() * 1_000)) {
			const canSend = device.isOnline && this.#server.isUp;
			const receivers = others.map((other) => ({
				device: other,
				isCalm: canSend && other.isOnline
			}));
			this.#arrivals.begin(await shopper.act(), receivers);
		}
	}

	/** Every 5 to 30 s, for a moment. */
	async #breakLine(device: HeadlessDevice): Promise<void> {
		const random = this.#nextRandom();
		while (await this.#passes(5_000 + random() * 25_000)) {
			const kind = random();
			if (kind < SILENT_SHARE) {
				device.goSilent();
				continue;
			}
			if (kind < SILENT_SHARE + STALL_SHARE) {
				device.stall();
				await this.#passes(1_000 + random() * 11_000);
			} else {
				device.cut();
				await this.#passes(200 + random() * 4_800);
			}
			device.restore();
			// Some systems tell of a network that is back, and some do not.
			if (random() < 0.5) device.look();
		}
	}

	async #restart(): Promise<void> {
		let isKill = false;
		let waitMs = FIRST_RESTART_MS;
		while (await this.#passes(waitMs)) {
			await this.#server.restart(isKill ? 'SIGKILL' : 'SIGTERM');
			isKill = !isKill;
			waitMs = RESTART_EVERY_MS;
		}
	}

	async #report(): Promise<void> {
		while (await this.#passes(1_000)) this.#options.onProgress(this.counts);
	}

	/** @returns whether so much time went by before the end */
	async #passes(ms: number): Promise<boolean> {
		const { signal } = this.#ending;
		await sleep(ms, undefined, { signal }).catch(() => undefined); // the end came before
		return !signal.aborted;
	}

	/** Of its own for everybody, so that nobody's choices depend on when others make theirs. */
	#nextRandom(): () => number {
		return randomFrom(this.#seeds++);
	}
}
