import { walmartItemId } from '#lib/domain/walmart-id.ts';
import type { PriceObservation } from '#lib/domain/price.ts';
import type { Product } from '#lib/domain/product.ts';
import type { AskedBy, PriceProvider } from '../tier.ts';
import { readFound, readItems, type WalmartItem } from './answers.ts';
import type { WalmartClient } from './client.ts';
import { readSeen, type ReadSize, type SeenProduct } from './item.ts';

/** Ids that are not asked for, for some days, because Walmart has nothing for them. */
export interface ParkedIds {
	/** Those of these that may be asked for. */
	without(itemIds: readonly string[], now: number): string[];
	park(itemIds: readonly string[], forMs: number, now: number): void;
}

interface WalmartProviderOptions {
	readonly client: WalmartClient;
	readonly parked: ParkedIds;
	/** Answers for everything that Walmart has no id for. */
	readonly others: PriceProvider;
	readonly readSize: ReadSize;
	/** Hears what the products are whose prices are about to be told: a price needs its product. */
	readonly onProducts: (products: readonly Product[]) => void;
	/** Wall clock in ms. */
	readonly now: () => number;
	readonly monotonic: () => number;
}

/** Walmart is not to be asked now; why was reported when that began, and stands in its state. */
export class NotAsked extends Error {
	override readonly name = 'NotAsked';
}

export interface WalmartProvider extends PriceProvider {
	/** What Walmart finds for these words, best first, with prices; empty also when it cannot be asked. */
	search(query: string, askedBy: AskedBy): Promise<SeenProduct[]>;
}

const NO_LIST = 'Walmart’s answer has no list of items.';
const IDS_A_CALL = 20;
const MOST_FOUND = 25;
/** Its terms want few calls; a price counts as fresh for an hour and as usable for six. */
const FRESH_MS = 3 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
const BAD_MS = 7 * DAY_MS;
const MISSING_MS = DAY_MS;
/** For all calls of one question. Whatever is left then is asked for the next time somebody wants it. */
const QUESTION_MS = 20_000;

/** Walmart's own products from Walmart, and all others from the source behind it. */
export function createWalmartProvider(options: WalmartProviderOptions): WalmartProvider {
	const { client, parked, others, readSize, onProducts, now, monotonic } = options;

	/**
	 * Whoever hears nothing of a product takes it for unknown, so a question that could not be asked is refused. But
	 * people get the rest: a list has products of both kinds. @throws NotAsked
	 */
	async function fetchPrices(
		productIds: readonly string[],
		askedBy: AskedBy
	): Promise<PriceObservation[]> {
		const itemIds = productIds.flatMap((productId) => walmartItemId(productId) ?? []);
		const rest = productIds.filter((productId) => walmartItemId(productId) === null);
		const [{ seen, isCut }, fromOthers] = await Promise.all([
			askForItems(itemIds, askedBy),
			rest.length > 0 ? others.fetchPrices(rest, askedBy) : []
		]);
		const isWorthIt = seen.length > 0 || (rest.length > 0 && askedBy === 'person');
		if (isCut && !isWorthIt) throw new NotAsked('Walmart cannot be asked now.');
		return [...fromOthers, ...seen.map(({ observation }) => observation)];
	}

	async function askForItems(
		itemIds: readonly string[],
		askedBy: AskedBy
	): Promise<{ seen: SeenProduct[]; isCut: boolean }> {
		const seen: SeenProduct[] = [];
		if (itemIds.length === 0) return { seen, isCut: false };
		const deadlineMs = monotonic() + QUESTION_MS;
		const waiting = inBatches(parked.without([...new Set(itemIds)], now()));
		for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
			const parameters = { ids: batch.join(',') };
			const reply = await client.ask({ path: '/items', parameters, askedBy, deadlineMs });
			const items = reply.kind === 'ok' ? readItems(reply.body) : null;
			if (items !== null) seen.push(...takeItems(batch, items));
			else if (reply.kind === 'bad_id' || reply.kind === 'not_found') {
				// One bad id fails all of them, so the halves are asked for, until it stands alone.
				if (batch.length > 1) waiting.unshift(...halvesOf(batch));
				else parked.park(batch, reply.kind === 'bad_id' ? BAD_MS : MISSING_MS, now());
			} else {
				if (reply.kind === 'ok') client.doubt(NO_LIST);
				return { seen, isCut: true };
			}
		}
		return { seen, isCut: false };
	}

	/** What Walmart leaves out of its answer, or others sell there, is not asked for again today. */
	function takeItems(asked: readonly string[], items: readonly WalmartItem[]): SeenProduct[] {
		const wanted = new Set(asked);
		const seen = readAll(items.filter(({ itemId }) => wanted.delete(itemId)));
		const missing = new Set(asked);
		for (const { observation } of seen) missing.delete(walmartItemId(observation.productId) ?? '');
		if (missing.size > 0) parked.park([...missing], MISSING_MS, now());
		onProducts(seen.flatMap(({ product }) => product ?? []));
		return seen;
	}

	function readAll(items: readonly WalmartItem[]): SeenProduct[] {
		const own = items.filter(({ marketplace }) => marketplace !== true);
		return own.map((item) => readSeen(item, now(), readSize));
	}

	async function search(query: string, askedBy: AskedBy): Promise<SeenProduct[]> {
		const reply = await client.ask({
			path: '/search',
			// Only the full answer has sizes.
			parameters: { query, numItems: String(MOST_FOUND), responseGroup: 'full' },
			askedBy,
			deadlineMs: monotonic() + QUESTION_MS
		});
		if (reply.kind !== 'ok') return [];
		const items = readFound(reply.body);
		if (items === null) {
			client.doubt(NO_LIST);
			return [];
		}
		return readAll(items.slice(0, MOST_FOUND));
	}

	return {
		name: 'walmart',
		freshForMs: FRESH_MS,
		batchSize: IDS_A_CALL,
		isMetered: true,
		fetchPrices,
		search
	};
}

function inBatches(itemIds: readonly string[]): string[][] {
	const batches: string[][] = [];
	for (let at = 0; at < itemIds.length; at += IDS_A_CALL)
		batches.push(itemIds.slice(at, at + IDS_A_CALL));
	return batches;
}

function halvesOf(batch: readonly string[]): [string[], string[]] {
	const middle = Math.ceil(batch.length / 2);
	return [batch.slice(0, middle), batch.slice(middle)];
}
