import { setTimeout as wait } from 'node:timers/promises';
import type { Product } from '#lib/domain/product.ts';
import type { PriceProvider } from '../tier.ts';
import { createBudget, type Ledger } from './budget.ts';
import { createWalmartClient } from './client.ts';
import type { ReadSize } from './item.ts';
import { createPauses, type PauseReason } from './pauses.ts';
import { createWalmartProvider, type ParkedIds, type WalmartProvider } from './provider.ts';
import type { WalmartAccount } from './signature.ts';

interface WalmartOptions {
	readonly account: WalmartAccount;
	readonly apiBase: string;
	readonly publisherId: string | null;
	readonly zip: string | null;
	readonly storeId: string | null;
	/** What outlives the process. */
	readonly ledger: Ledger & ParkedIds;
	readonly others: PriceProvider;
	readonly readSize: ReadSize;
	readonly onProducts: (products: readonly Product[]) => void;
	/** Wall clock in ms. */
	readonly now: () => number;
	readonly monotonic: () => number;
	readonly report: (problem: unknown, doing: string) => void;
	readonly callsPerDay?: number;
	readonly timeoutMs?: number;
	readonly random?: () => number;
	readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** How it stands with Walmart. */
export interface WalmartState {
	readonly callsToday: number;
	readonly callsPerDay: number;
	/** Why it is not asked just now, and until when, in wall-clock ms; null is until the next start. */
	readonly pause: {
		readonly why: PauseReason | 'spent';
		readonly until: number | null;
	} | null;
}

export interface Walmart {
	readonly provider: WalmartProvider;
	readonly state: () => WalmartState;
	/** Breaks off what is on its way; nothing is asked after that. */
	close(): void;
}

/** Walmart's product API as a source of prices: asked sparingly, and never while it does not want to be. */
export function openWalmart(options: WalmartOptions): Walmart {
	const { ledger, now, monotonic, callsPerDay = 5_000 } = options;
	const { publisherId, zip, storeId } = options;
	const end = new AbortController();
	const pauses = createPauses(monotonic);
	const budget = createBudget({ ledger, callsPerDay, now, monotonic });
	const client = createWalmartClient({
		timeoutMs: 4_000,
		random: Math.random,
		sleep: (ms, signal) => wait(ms, undefined, { signal }),
		...options,
		parameters: {
			...(zip !== null && { zipCode: zip }),
			...(storeId !== null && { storeId }),
			...(publisherId !== null && { publisherId })
		},
		budget,
		pauses,
		signal: end.signal
	});

	function state(): WalmartState {
		const callsToday = budget.callsToday();
		const counts = { callsToday, callsPerDay };
		const held = pauses.current();
		if (held === null) {
			const isSpent = callsToday >= callsPerDay;
			return { ...counts, pause: isSpent ? { why: 'spent', until: budget.renewsAt() } : null };
		}
		const lastsMs = held.untilMs - monotonic();
		const until = Number.isFinite(lastsMs) ? Math.round(now() + lastsMs) : null;
		return { ...counts, pause: { why: held.why, until } };
	}

	return {
		provider: createWalmartProvider({ ...options, client, parked: ledger }),
		state,
		close: () => end.abort()
	};
}
