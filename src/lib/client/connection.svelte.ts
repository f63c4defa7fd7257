import type { LineState, Online, OnlineTools } from './online.ts';
import type { Status, SyncFacts, SyncState } from './sync-status.ts';

export type { SyncState } from './sync-status.ts';

/** On a first visit nothing is asked before somebody touches the page, or it has stood for so long. */
const FIRST_VISIT_MS = 4_000;
/** That the last contact was long ago shows by itself. */
const TICK_MS = 15_000;

type Counts = Pick<SyncFacts, 'pending' | 'unsaved' | 'dead' | 'isBehind' | 'storage'>;

/** What the status "Sync" says, and the line to the server behind it. */
export class Connection {
	#counts = $state.raw<Counts>({ pending: 0, unsaved: 0, dead: 0, isBehind: true, storage: null });
	#line = $state.raw<LineState | null>(null);
	#online = $state(navigator.onLine);
	#now = $state(Date.now());
	/** Comes with the line: until then there is little to say. */
	#statusOf = $state.raw<(facts: SyncFacts) => Status>(localStatus);
	#opening: Promise<Online> | null = null;
	#isWaiting = false;
	readonly #status = $derived.by(() => {
		const { problem } = this.#tools.session;
		return this.#statusOf({ ...this.#counts, line: this.#line, problem, now: this.#now });
	});
	readonly #tools: Omit<OnlineTools, 'onChange'>;

	constructor(tools: Omit<OnlineTools, 'onChange'>) {
		const { replica } = tools;
		this.#tools = tools;
		const count = () => {
			const { pending, unsavedCount: unsaved, storageProblem: storage, dead, meta } = replica;
			const isBehind = meta.epoch === null || replica.isOffering;
			this.#counts = { pending, unsaved, dead: dead.length, isBehind, storage };
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
		return this.#counts.pending;
	}

	get state(): SyncState {
		return this.#status.state;
	}

	/** The state in words. */
	get words(): string {
		return this.#status.words;
	}

	/** The state in a sentence or two, with what happens next. */
	get meaning(): string {
		return this.#status.meaning;
	}

	/** When the server was heard last, in wall-clock ms; null when it was not since the page was opened. */
	get lastContactAt(): number | null {
		return this.#line?.lastContactAt ?? null;
	}

	/**
	 * Opens the line once the page stands: at once on a device that the server knows, else at the first touch. Its
	 * code is not in the first load.
	 */
	open(): void {
		if (this.#isWaiting) return;
		this.#isWaiting = true;
		const begin = () => this.#openSoon();
		if (this.#tools.replica.meta.userId !== null) return begin();
		setTimeout(begin, FIRST_VISIT_MS);
		const options = { once: true, capture: true, passive: true };
		for (const touch of ['pointerdown', 'keydown', 'input'])
			addEventListener(touch, begin, options);
	}

	/** The line, for what cannot be done without it. @throws Error with a sentence when its code cannot be fetched */
	async reach(): Promise<Online> {
		try {
			return await this.#load();
		} catch (cause) {
			throw new Error('The server cannot be reached. What you did is kept on this device.', {
				cause
			});
		}
	}

	#openSoon(): void {
		// Opens it once. Where the code itself cannot be fetched, offline and not installed, a network brings it.
		this.#load().catch(() => addEventListener('online', () => this.#openSoon(), { once: true }));
	}

	#load(): Promise<Online> {
		this.#opening ??= import('./online.ts').then(
			({ openOnline, statusOf }) => {
				this.#statusOf = (facts) => statusOf(facts, localStatus);
				setInterval(() => (this.#now = Date.now()), TICK_MS);
				const onChange = (line: LineState) => {
					this.#line = line;
					this.#now = Date.now();
				};
				return openOnline({ ...this.#tools, onChange });
			},
			(cause: unknown) => {
				this.#opening = null;
				throw cause;
			}
		);
		return this.#opening;
	}
}

/** What is known without a line. */
const localStatus = ({ pending, unsaved }: SyncFacts): Status =>
	unsaved === 0
		? {
				state: 'saved-here',
				words: pending === 0 ? 'Saved here' : `Saved here, ${pending} waiting`,
				meaning: 'Everything you did is on this device, also with no network.'
			}
		: { state: 'needs-attention', words: `${unsaved} not saved`, meaning: 'Keep this page open.' };
