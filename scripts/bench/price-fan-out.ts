import { setTimeout as sleep } from 'node:timers/promises';
import type { PriceObservation } from '#lib/domain/price.ts';
import { once, type Bench, type Measured } from './bench.ts';
import { openCrowd } from './crowd.ts';
import { PEOPLE, timeSpeakers } from './fan-out.ts';
import type { ListenersAnswer, ListenersQuestion } from './listeners.ts';
import { withFolder } from './scratch.ts';
import { openBareSocketIo, openBareWebSocket, openOurPrices } from './speakers.ts';
import { cpuMs, quantile } from './timing.ts';

/** What changes at once on the list that everybody has open. */
const CHANGED = 10;
/** Batches leave no oftener than four times a second. */
const PACE_MS = 260;

const prices = once(timePrices);
const oneClient = once(timeOneClient);

/** What the server spends on each of those who hear of ten prices; everywhere each has a batch of its own. */
export const priceFanOutCpu: Bench = {
	name: 'prices to 1,000 sockets, CPU each',
	unit: 'µs',
	target: 100_000,
	bar: 2.2,
	barOf: 'limit',
	measure: async () => (await prices()).cpuEach
};

/** Until 99 of 100 have heard of them. */
export const priceFanOutArrival: Bench = {
	name: 'prices to 1,000 sockets, p99',
	unit: 'ms',
	target: 100,
	bar: 100,
	barOf: 'ours',
	measure: async () => (await prices()).arrival
};

function timePrices() {
	const ids = Array.from({ length: CHANGED }, (_nothing, i) => `wm_${i}`);
	const batch = () => ({ prices: ids.map(observe) });
	return timeSpeakers(
		(dataDir) =>
			Promise.all([
				openOurPrices(dataDir, PEOPLE, (productIds) => productIds.map(observe), CHANGED),
				openBareWebSocket(() => [JSON.stringify(batch())]),
				openBareSocketIo(() => [batch()])
			]),
		PACE_MS
	);
}

const UPDATES = 1_000;
/** A list of fifty things, of which each changes twenty times before the next batch leaves. */
const FOLLOWED = 50;
const ROUNDS = 25;

/** A thousand prices to one client in our one batch, the newest of each product, 15 times sooner than one by one. */
export const oneBatchArrival: Bench = {
	name: '1,000 prices to one client',
	unit: 'ms',
	target: 100,
	bar: 0.067,
	barOf: 'limit',
	measure: async () => (await oneClient()).arrival
};

export const oneBatchCpu: Bench = {
	name: '1,000 prices to one client, CPU',
	unit: 'ms',
	target: 100,
	bar: 0.1,
	barOf: 'limit',
	measure: async () => (await oneClient()).cpu
};

function timeOneClient(): Promise<{ arrival: Measured; cpu: Measured }> {
	return withFolder(async (dataDir) => {
		const ids = Array.from({ length: UPDATES }, (_nothing, i) => `wm_${i % FOLLOWED}`);
		const news = () => ids.map(observe);
		const speakers = {
			ours: await openOurPrices(dataDir, 1, news, FOLLOWED),
			limit: await openBareSocketIo(() => news().map((price) => ({ prices: [price] })))
		};
		const messages = { ours: 1, limit: UPDATES };
		const names = ['ours', 'limit'] as const;
		const listeners = { ours: openListener(), limit: openListener() };
		const taken = {
			ours: { wall: [] as number[], cpu: [] as number[] },
			limit: { wall: [] as number[], cpu: [] as number[] }
		};
		try {
			for (const name of names) await listeners[name].ask(speakers[name].invitation(1));
			for (let round = 0; round < ROUNDS; round += 1) {
				for (const name of names) {
					await sleep(PACE_MS);
					const startedAt = cpuMs();
					const saidAt = performance.timeOrigin + performance.now();
					await speakers[name].say();
					const heardAt = await listeners[name].ask({ hear: messages[name] });
					taken[name].wall.push(heardAt - saidAt);
					taken[name].cpu.push(cpuMs() - startedAt);
				}
			}
		} finally {
			for (const name of names) {
				listeners[name].close();
				await speakers[name].close();
			}
		}
		const typical = (what: 'wall' | 'cpu'): Measured => ({
			ours: quantile(taken.ours[what], 0.5),
			limit: quantile(taken.limit[what], 0.5)
		});
		return { arrival: typical('wall'), cpu: typical('cpu') };
	});
}

const openListener = () => openCrowd<ListenersQuestion, ListenersAnswer>('./listeners.ts');

let cents = 100;

/** Another price every time, or it would be no news. */
function observe(productId: string): PriceObservation {
	cents = 100 + ((cents + 1) % 900);
	const time = Date.now();
	return {
		productId,
		priceCents: cents,
		unitPrice: { milliCents: cents * 100, per: 'oz' },
		availability: 'available',
		source: 'walmart',
		tier: 'source',
		checkedAt: time,
		changedAt: time,
		stale: false
	};
}
