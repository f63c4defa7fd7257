import type { Prices } from './prices.svelte.ts';
import type { Replica } from './replica.ts';

export type SyncState = 'saved-here' | 'syncing' | 'up-to-date' | 'needs-attention';

/** What the status "Sync" says, and the line to the server behind it. */
export class Connection {
	#pending = $state(0);
	#unsaved = $state(0);
	#online = $state(navigator.onLine);
	#close: (() => void) | null = null;
	readonly #prices: Prices;

	constructor(replica: Replica, prices: Prices) {
		this.#prices = prices;
		const count = () => {
			this.#pending = replica.pending;
			this.#unsaved = replica.unsavedCount;
		};
		count();
		replica.subscribe(count);
		addEventListener('online', () => (this.#online = true));
		addEventListener('offline', () => (this.#online = false));
	}

	get online(): boolean {
		return this.#online;
	}

	/** Edits that are on this device and not on the server. */
	get pending(): number {
		return this.#pending;
	}

	get state(): SyncState {
		return this.#unsaved > 0 ? 'needs-attention' : 'saved-here';
	}

	/** The state in words. */
	get words(): string {
		if (this.#unsaved === 1) return '1 change is not saved on this device';
		if (this.#unsaved > 1) return `${this.#unsaved} changes are not saved on this device`;
		return this.#pending === 0 ? 'Saved here' : `Saved here, ${this.#pending} waiting`;
	}

	/**
	 * Opens the line once the page stands and shows something that has a price: nothing on the screen waits for it,
	 * so its code is not in the first load.
	 */
	async open(): Promise<void> {
		if (this.#close) return;
		if (this.#prices.wantedIds.length === 0) {
			this.#prices.onWanted(() => void this.open());
			return;
		}
		try {
			const { openLivePrices } = await import('./live-prices.ts');
			this.#close ??= openLivePrices(this.#prices);
		} catch {
			// The code itself could not be fetched: offline and not installed. Come back when there is a network.
			addEventListener('online', () => void this.open(), { once: true });
		}
	}
}
