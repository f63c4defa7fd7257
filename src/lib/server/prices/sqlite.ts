import type { PriceObservation } from '#lib/domain/price.ts';
import type { Observations, SharedTier } from './tier.ts';

interface SqliteTierOptions {
	/** The rows; `db/prices.ts` is the implementation. */
	readonly rows: {
		read(productIds: readonly string[]): PriceObservation[];
		write(observations: readonly PriceObservation[]): void;
	};
	/** Wall clock in ms: rows outlive the process, and with it any monotonic clock. */
	readonly now: () => number;
	readonly report: (problem: unknown, doing: string) => void;
	readonly freshForMs?: number;
}

const SIX_HOURS_MS = 6 * 3_600_000;

/** The last tier before the source: it remembers every price ever seen and says when one has grown old. */
export function createSqliteTier(options: SqliteTierOptions): SharedTier {
	const { rows, now, report, freshForMs = SIX_HOURS_MS } = options;
	// A row from the future means that the clock was wrong once; asking again is the safe reading.
	const isStale = (ageMs: number): boolean => ageMs < 0 || ageMs >= freshForMs;
	return {
		async read(productIds) {
			try {
				const time = now();
				const found: Observations = new Map();
				for (const row of rows.read(productIds)) {
					const stale = isStale(time - row.checkedAt);
					found.set(row.productId, stale ? { ...row, stale } : row);
				}
				return found;
			} catch (problem) {
				report(problem, 'reading prices from SQLite');
				return new Map();
			}
		},
		async write(observations) {
			try {
				rows.write(observations);
			} catch (problem) {
				report(problem, 'keeping prices in SQLite');
			}
		}
	};
}
