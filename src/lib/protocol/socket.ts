import type { ErrorBody } from './error.ts';
import type { ImportProgress } from './imports.ts';
import type { Prices, PriceUpdate, Subscribe } from './prices.ts';
import type { Poke, SyncAnswer, SyncRequest } from './sync.ts';

/** The one socket's address on the server. */
export const SOCKET_PATH = '/ws';

export interface UpEvents {
	sync: (request: SyncRequest, acknowledge: (answer: SyncAnswer | ErrorBody) => void) => void;
	'price:subscribe_batch': (
		request: Subscribe,
		acknowledge: (answer: Prices | ErrorBody) => void
	) => void;
}

export interface DownEvents {
	poke: (poke: Poke) => void;
	'price:update_batch': (update: PriceUpdate) => void;
	/** A text of many lines that one of this person's devices has sent is being read. */
	'import:progress': (progress: ImportProgress) => void;
	/** The server is about to hang up, and to be back in a moment. */
	restarting: () => void;
}
