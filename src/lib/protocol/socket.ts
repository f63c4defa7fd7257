import type { ErrorBody } from './error.ts';
import type { Prices, PriceUpdate, Subscribe } from './prices.ts';

/** The one socket's address on the server. */
export const SOCKET_PATH = '/ws';

export interface UpEvents {
	'price:subscribe_batch': (
		request: Subscribe,
		acknowledge: (answer: Prices | ErrorBody) => void
	) => void;
}

export interface DownEvents {
	'price:update_batch': (update: PriceUpdate) => void;
}
