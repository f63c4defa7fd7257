import * as v from 'valibot';
import { MAX_PRICE_IDS, priceUpdateSchema, pricesSchema } from '#lib/protocol/prices.ts';
import type { Prices } from './prices.svelte.ts';
import { ACKNOWLEDGE_MS, openSocket, type AppSocket } from './socket.ts';

/** How often prices are asked for over HTTP while there is no socket. */
const POLL_MS = 30_000;
/** Several rows added in one go become one subscription. */
const SUBSCRIBE_DELAY_MS = 20;

/**
 * Keeps the prices of what this device shows up to date: over the one socket, or over HTTP where that does not
 * come up. Returns what closes it.
 */
export function openLivePrices(prices: Prices): () => void {
	const socket = openSocket();
	const subscribeSoon = coalesce(() => void subscribe(socket, prices), SUBSCRIBE_DELAY_MS);
	socket.on('connect', subscribeSoon);
	socket.on('price:update_batch', (update) => {
		if (v.is(priceUpdateSchema, update)) prices.receive(update.prices);
	});
	prices.onWanted(subscribeSoon);
	const polling = setInterval(() => {
		if (!socket.connected && navigator.onLine && !document.hidden) void poll(prices);
	}, POLL_MS);
	return () => {
		clearInterval(polling);
		prices.onWanted(() => undefined);
		socket.close();
	};
}

async function subscribe(socket: AppSocket, prices: Prices): Promise<void> {
	// Emitted only while connected: the library would queue it, and `connect` subscribes anyway.
	if (!socket.connected) return;
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
