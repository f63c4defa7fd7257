import type { SyncAnswer } from '#lib/protocol/sync.ts';

/** An answer's rows where there are none, but for those given. */
export const rowsOf = (some: Partial<SyncAnswer['rows']> = {}): SyncAnswer['rows'] => ({
	lists: [],
	items: [],
	members: [],
	ownPrices: [],
	choices: [],
	...some
});
