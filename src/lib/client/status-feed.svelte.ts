import { statusSchema, type StatusAnswer } from '#lib/protocol/status.ts';
import { ask, readAnswer } from './http.ts';

interface FeedOptions {
	/** Makes sure that the server knows this device. @throws Error when its code cannot be fetched */
	readonly signIn: () => Promise<unknown>;
	readonly storage: Storage;
}

interface Heard {
	readonly status: StatusAnswer;
	/** Wall-clock ms of this device. */
	readonly at: number;
}

interface Problem {
	readonly title: string;
	readonly detail: string;
}

const NOT_REACHED: Problem = {
	title: 'No answer from the server.',
	detail: 'Your lists are here, and what you do is sent when it is back.'
};

const KEPT_KEY = 'wga.status';
const EVERY_MS = 30_000;
/** That the last answer grows old shows by itself. */
const TICK_MS = 10_000;

/** What the server said of itself last, asked again while somebody looks, and kept for when it does not answer. */
export class StatusFeed {
	heard = $state.raw<Heard | null>(null);
	/** Why the latest try brought nothing; null while none has ended, and when it did. */
	problem = $state.raw<Problem | null>(null);
	isAsking = $state(false);
	/** Whether an answer came since the page was opened, and no failure after it. */
	isLive = $state(false);
	/** Wall-clock ms of this device. */
	now = $state(Date.now());
	readonly #options: FeedOptions;

	constructor(options: FeedOptions) {
		this.#options = options;
		this.heard = readKept(options.storage);
	}

	/** Asks now, every 30 s while the page is looked at, and when it is looked at again, until it is ended. */
	watch(): () => void {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const go = () => {
			clearTimeout(timer);
			if (document.hidden) return;
			void this.ask();
			timer = setTimeout(go, EVERY_MS);
		};
		const ticking = setInterval(() => (this.now = Date.now()), TICK_MS);
		document.addEventListener('visibilitychange', go);
		addEventListener('online', go);
		go();
		return () => {
			clearTimeout(timer);
			clearInterval(ticking);
			document.removeEventListener('visibilitychange', go);
			removeEventListener('online', go);
		};
	}

	/** Asks, unless it is being asked already. It never rejects. */
	async ask(): Promise<void> {
		if (this.isAsking) return;
		this.isAsking = true;
		// Where it fails, so does the question, and that says why.
		await this.#options.signIn().catch(() => undefined);
		const answer = await ask('GET', '/api/status', statusSchema);
		this.now = Date.now();
		this.isAsking = false;
		if (answer === null) this.#failed(NOT_REACHED);
		else if ('error' in answer)
			this.#failed({ title: 'The server does not say.', detail: answer.error.message });
		else this.#hear(answer);
	}

	#failed(problem: Problem): void {
		this.problem = problem;
		this.isLive = false;
	}

	#hear(status: StatusAnswer): void {
		this.problem = null;
		this.isLive = true;
		this.heard = { status, at: this.now };
		try {
			this.#options.storage.setItem(KEPT_KEY, JSON.stringify(this.heard));
		} catch {
			// No room: then nothing is known of it the next time it does not answer.
		}
	}
}

/** What was kept by this version or another one, or is no such thing at all. */
function readKept(storage: Storage): Heard | null {
	try {
		const { status, at } = JSON.parse(storage.getItem(KEPT_KEY) ?? 'null') as Heard;
		const known = readAnswer(statusSchema, status);
		return 'error' in known || typeof at !== 'number' ? null : { status: known, at };
	} catch {
		return null;
	}
}
