import * as v from 'valibot';
import { MAX_PRICE_IDS, priceUpdateSchema, pricesSchema } from '#lib/protocol/prices.ts';
import type { Prices } from './prices.svelte.ts';
import { ACKNOWLEDGE_MS, type AppSocket } from './socket.ts';

/** How often prices are asked for over HTTP while there is no socket. */
const POLL_MS = 30_000;
/** Several rows added in one go become one subscription. */
const SUBSCRIBE_DELAY_MS = 20;

export interface LivePrices {
	/** Goes on over this socket, the one of the page; null: over HTTP for good. */
	attach(socket: AppSocket | null): void;
	close(): void;
}

/** Keeps the prices of what this device shows up to date: over the one socket, or over HTTP while there is none. */
export function openLivePrices(prices: Prices): LivePrices {
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
	prices.onWanted(askSoon);
	const polling = setInterval(() => {
		if (!socket?.connected && navigator.onLine && !document.hidden) void poll(prices);
	}, POLL_MS);
	return {
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
			prices.onWanted(() => undefined);
			socket?.off('connect', askSoon);
			socket?.off('price:update_batch', receive);
		}
	};
}

async function subscribe(socket: AppSocket, prices: Prices): Promise<void> {
	const request = { productIds: [...prices.wantedIds], known: prices.checkedAtById };
	try {
		const answer: unknown = await socket
			.timeout(ACKNOWLEDGE_MS)
			.emitWithAck('price:subscribe_batch', request);
		if (v.is(pricesSchema, answer)) prices.receive(answer.prices);
	} catch {
		// No answer in time: the next connect subscribes again, and the screen shows the age it has.
	}
}

async function poll(prices: Prices): Promise<void> {
	const ids = prices.wantedIds;
	for (let from = 0; from < ids.length; from += MAX_PRICE_IDS) {
		const batch = ids
			.slice(from, from + MAX_PRICE_IDS)
			.map(encodeURIComponent)
			.join(',');
		try {
			const signal = AbortSignal.timeout(ACKNOWLEDGE_MS);
			const response = await fetch(`/api/walmart/prices?ids=${batch}`, { signal });
			const answer: unknown = await response.json();
			if (v.is(pricesSchema, answer)) prices.receive(answer.prices);
		} catch {
			return; // no server: the ages on the screen say so, and the next round asks again
		}
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
