import type { PricePoint } from '#lib/domain/price-change.ts';
import { priceHistorySchema } from '#lib/protocol/price-history.ts';
import { ask } from './http.ts';

/** What the server knows of what a product cost. */
export type StoreHistory =
	| { readonly kind: 'known'; readonly points: readonly PricePoint[] }
	/** Nobody answered, so there may be more than this device knows. */
	| { readonly kind: 'unreachable' };

/** Asks the server what a product cost; a product that it does not know has no history. Never rejects. */
export async function fetchStoreHistory(productId: string): Promise<StoreHistory> {
	const path = `/api/walmart/products/${encodeURIComponent(productId)}/history`;
	const answer = await ask('GET', path, priceHistorySchema);
	if (answer === null) return { kind: 'unreachable' };
	if (!('error' in answer)) return { kind: 'known', points: answer.points };
	return answer.error.code === 'not_found'
		? { kind: 'known', points: [] }
		: { kind: 'unreachable' };
}
