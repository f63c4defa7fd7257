import type { PriceObservation } from '#lib/domain/price.ts';
import type { ImportProgress } from '#lib/protocol/imports.ts';
import type { LineState } from './line.ts';

/** What tabs of one device tell each other; edits travel over the disk that they share. */
export type TabMessage =
	/** Is anybody leading? A tab that is looked at asks every second. */
	| { readonly type: 'ping' }
	/** The leader, on every change and when asked. */
	| { readonly type: 'state'; readonly state: LineState; readonly isVisible: boolean }
	/** Somebody looks at a tab again, or there is a network again. */
	| { readonly type: 'woken'; readonly isLineStale: boolean }
	/** This device is somebody else now, or signed in again. */
	| { readonly type: 'signed-in' }
	/** Asks the leader to bring everything to the server, and what came of that: a problem, or null. */
	| { readonly type: 'flush'; readonly id: string }
	| { readonly type: 'flushed'; readonly id: string; readonly problem: string | null }
	/** Asks every tab what it shows, and what one of them does. */
	| { readonly type: 'who-wants' }
	| { readonly type: 'want'; readonly tabId: string; readonly productIds: readonly string[] }
	| { readonly type: 'prices'; readonly prices: readonly PriceObservation[] }
	/** How far the server has come with a text of many lines. */
	| { readonly type: 'import'; readonly progress: ImportProgress };

export interface TabsOptions {
	/** The same for all tabs of one database. */
	readonly name: string;
	/** This tab has the line from now on. */
	readonly onLead: () => void;
	/** Another has it. */
	readonly onFollow: () => void;
	readonly onMessage: (message: TabMessage) => void;
}

const PING_EVERY_MS = 1_000;
/** A leader that has not answered for so long hangs, or nobody looks at it and the browser slows it down. */
const SILENT_MS = 2_500;

/**
 * The tabs of a device, one of which leads: it alone has a socket. The leader holds a lock, which the browser hands on
 * when the tab is gone; a tab that is looked at takes it from one that is not, or that does not answer. Without locks,
 * as over plain HTTP, every tab leads. That costs sockets, and nothing else: answers are taken in by compare-and-swap,
 * whoever asked. It lasts as long as the page.
 */
export class Tabs {
	#isLeading = false;
	/** Ends waiting for the lock. */
	#waiting = new AbortController();
	/** When there was a sign of a leader that is looked at, on the monotonic clock. */
	#heardAt = performance.now();
	readonly #channel: BroadcastChannel;
	readonly #options: TabsOptions;

	constructor(options: TabsOptions) {
		this.#options = options;
		this.#channel = new BroadcastChannel(options.name);
		this.#channel.onmessage = ({ data }: MessageEvent<TabMessage>) => this.#hear(data);
		if (!locks()) {
			void this.#lead();
			return;
		}
		this.#wait();
		setInterval(() => this.#ping(), PING_EVERY_MS);
		this.#ping();
	}

	get isLeading(): boolean {
		return this.#isLeading;
	}

	/** To all the others. */
	post(message: TabMessage): void {
		this.#channel.postMessage(message);
	}

	#hear(message: TabMessage): void {
		if (message.type === 'state' && message.isVisible) this.#heardAt = performance.now();
		this.#options.onMessage(message);
	}

	#ping(): void {
		if (this.#isLeading) return;
		const now = performance.now();
		if (document.hidden) this.#heardAt = now;
		else if (now - this.#heardAt > SILENT_MS) this.#steal();
		else this.post({ type: 'ping' });
	}

	#wait(): void {
		this.#waiting = new AbortController();
		void this.#request({ signal: this.#waiting.signal });
	}

	#steal(): void {
		this.#heardAt = performance.now();
		this.#waiting.abort();
		void this.#request({ steal: true });
	}

	async #request(options: LockOptions): Promise<void> {
		let wasGiven = false;
		try {
			await locks()?.request(this.#options.name, options, () => {
				wasGiven = true;
				return this.#lead();
			});
		} catch {
			// Taken by another tab, or no longer waited for.
		}
		if (!wasGiven) return;
		this.#isLeading = false;
		this.#options.onFollow();
		this.#wait();
	}

	/** @returns what does not end before the page does, or another tab takes the lock */
	#lead(): Promise<never> {
		this.#isLeading = true;
		// Not within the constructor: whoever made this has no name for it yet.
		queueMicrotask(this.#options.onLead);
		return new Promise(() => undefined);
	}
}

/** None without a secure context, whatever the types say. */
const locks = (): LockManager | undefined => (navigator as Partial<Navigator>).locks;
