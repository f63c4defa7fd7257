import { setImmediate as nextTurn } from 'node:timers/promises';

interface UpkeepOptions {
	/** `db/price-history.ts` is the implementation. */
	readonly history: {
		tidy(afterId: string, walmartSince: number, wholeSince: number): string | null;
	};
	/** How long Walmart's prices are kept. */
	readonly retentionDays: number;
	/** Wall clock in ms. */
	readonly now: () => number;
	readonly report: (problem: unknown, doing: string) => void;
	/** After the start, so that a start and a trial restore find everything as it was. */
	readonly firstAfterMs?: number;
}

export interface Upkeep {
	/** Once through all products, some at a time. Never rejects. */
	run(): Promise<void>;
	close(): Promise<void>;
}

const DAY_MS = 24 * 3_600_000;
const WHOLE_DAYS = 90;

/** Keeps the history of prices to what is allowed and what is worth keeping, every day. */
export function startUpkeep(options: UpkeepOptions): Upkeep {
	const { history, retentionDays, now, report, firstAfterMs = 10 * 60_000 } = options;
	let isEnded = false;
	let running: Promise<void> | null = null;
	let daily: NodeJS.Timeout | undefined;
	const first = setTimeout(() => {
		void run();
		daily = setInterval(() => void run(), DAY_MS).unref();
	}, firstAfterMs).unref();

	const run = (): Promise<void> => (running ??= tidyAll().finally(() => (running = null)));

	async function tidyAll(): Promise<void> {
		const time = now();
		const walmartSince = time - retentionDays * DAY_MS;
		const wholeSince = time - WHOLE_DAYS * DAY_MS;
		try {
			let last = history.tidy('', walmartSince, wholeSince);
			while (last !== null && !isEnded) {
				await nextTurn();
				if (!isEnded) last = history.tidy(last, walmartSince, wholeSince);
			}
		} catch (problem) {
			report(problem, 'tidying the history of prices');
		}
	}

	async function close(): Promise<void> {
		isEnded = true;
		clearTimeout(first);
		clearInterval(daily);
		await running;
	}

	return { run, close };
}
