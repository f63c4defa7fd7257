import type { Sqlite } from './sqlite.ts';

/** What has to be known of calls to Walmart after a restart. Times are wall-clock ms. */
export interface WalmartLedger {
	/** The last day on which calls were made, counted in days since 1970, and how many those were. */
	read(): { day: number; calls: number };
	write(count: { readonly day: number; readonly calls: number }): void;
	/** Those of these ids that are not parked. */
	without(itemIds: readonly string[], now: number): string[];
	/** Keeps ids from being asked for until then; those whose time is over are forgotten. */
	park(itemIds: readonly string[], forMs: number, now: number): void;
}

export function createWalmartLedger(sqlite: Sqlite): WalmartLedger {
	const read = sqlite.prepare<[], { day: number; calls: number }>(
		'SELECT day, calls FROM walmart_calls'
	);
	const write = sqlite.prepare<{ day: number; calls: number }>(
		'UPDATE walmart_calls SET day = :day, calls = :calls'
	);
	// One from the future was parked under a wrong clock: asking once more is the safe reading.
	const free = sqlite
		.prepare<{ ids: string; now: number }, string>(
			`SELECT value FROM json_each(:ids) WHERE value NOT IN
			 (SELECT item_id FROM walmart_parked WHERE parked_at <= :now AND until > :now)`
		)
		.pluck();
	const park = sqlite.prepare<{ id: string; now: number; until: number }>(
		`INSERT INTO walmart_parked (item_id, parked_at, until) VALUES (:id, :now, :until)
		 ON CONFLICT (item_id) DO UPDATE SET parked_at = :now, until = :until`
	);
	const forget = sqlite.prepare<[number]>('DELETE FROM walmart_parked WHERE until <= ?');
	const parkAll = sqlite.transaction((itemIds: readonly string[], forMs: number, now: number) => {
		forget.run(now);
		for (const id of itemIds) park.run({ id, now, until: now + forMs });
	});
	return {
		read: () => read.get() ?? { day: 0, calls: 0 },
		write: ({ day, calls }) => void write.run({ day, calls }),
		without: (itemIds, now) => free.all({ ids: JSON.stringify(itemIds), now }),
		park: (itemIds, forMs, now) => parkAll.immediate(itemIds, forMs, now)
	};
}
