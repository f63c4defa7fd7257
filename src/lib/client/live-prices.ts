import * as v from 'valibot';
import type { PriceObservation } from '#lib/domain/price.ts';
import {
	MAX_PRICE_IDS,
	MAX_SUBSCRIBED,
	priceUpdateSchema,
	pricesSchema
} from '#lib/protocol/prices.ts';
import { ask } from './http.ts';
import { ACKNOWLEDGE_MS, type AppSocket } from './socket.ts';

/** How often prices are asked for over HTTP while there is no socket. */
const POLL_MS = 30_000;
/** Several rows added in one go become one subscription. */
const SUBSCRIBE_DELAY_MS = 20;

/** What somebody shows, and where what came goes. */
export interface PriceReader {
	readonly wantedIds: readonly string[];
	/** When what is held of them was last checked, in ms. */
	readonly checkedAtById: Record<string, number>;
	receive(prices: readonly PriceObservation[]): void;
}

export interface LivePrices {
	/** Goes on over this socket, the one of this device; null: over HTTP for good. */
	attach(socket: AppSocket | null): void;
	/** There is more to subscribe to. */
	ask(): void;
	close(): void;
}

/** Keeps the prices of what this device shows up to date: over the one socket, or over HTTP while there is none. */
export function openLivePrices(prices: PriceReader): LivePrices {
	let socket: AppSocket | null = null;
	let hasSocket = true; // until somebody says that there is none
	const askSoon = coalesce(() => {
		// Emitted only while connected: the library would queue it, and `connect` subscribes anyway.
		if (socket?.connected) void subscribe(socket, prices);
		else if (!hasSocket) void poll(prices);
	}, SUBSCRIBE_DELAY_MS);
	const receive = (update: unknown) => {
		if (v.is(priceUpdateSchema, update)) prices.receive(update.prices);
	};
	const polling = setInterval(() => {
		if (!socket?.connected && navigator.onLine && !document.hidden) void poll(prices);
	}, POLL_MS);
	return {
		ask: askSoon,
		attach(given) {
			hasSocket = given !== null;
			if (given !== socket) {
				given?.on('connect', askSoon);
				given?.on('price:update_batch', receive);
			}
			socket = given;
			askSoon();
		},
		close() {
			clearInterval(polling);
			socket?.off('connect', askSoon);
			socket?.off('price:update_batch', receive);
		}
	};
}

async function subscribe(socket: AppSocket, prices: PriceReader): Promise<void> {
	// More, of many lists in many tabs, would be refused as a whole.
	const productIds = prices.wantedIds.slice(0, MAX_SUBSCRIBED);
	const request = { productIds, known: prices.checkedAtById };
	try {
		const answer: unknown = await socket
			.timeout(ACKNOWLEDGE_MS)
			.emitWithAck('price:subscribe_batch', request);
		if (v.is(pricesSchema, answer)) prices.receive(answer.prices);
	} catch {
		// No answer in time: the next connect subscribes again, and the screen shows the age it has.
	}
}

async function poll(prices: PriceReader): Promise<void> {
	const ids = prices.wantedIds;
	for (let from = 0; from < ids.length; from += MAX_PRICE_IDS) {
		const batch = ids
			.slice(from, from + MAX_PRICE_IDS)
			.map(encodeURIComponent)
			.join(',');
		const answer = await ask('GET', `/api/walmart/prices?ids=${batch}`, pricesSchema);
		// No server: the ages on the screen say so, and the next round asks again.
		if (answer === null || 'error' in answer) return;
		prices.receive(answer.prices);
	}
}

function coalesce(act: () => void, delayMs: number): () => void {
	let timer: ReturnType<typeof setTimeout> | null = null;
	return () => {
		timer ??= setTimeout(() => {
			timer = null;
			act();
		}, delayMs);
	};
}
