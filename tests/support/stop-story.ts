import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { PersistentClient } from './persistent-client.ts';
import { Raiser } from './raiser.ts';
import { TwoWriters } from './two-writers.ts';
import { until } from './until.ts';

const RAISERS = 4;
const READS = ['/healthz', '/api/walmart/prices?ids=gen_bananas,gen_eggs'];

interface Stops {
	readonly worstMs: number;
	readonly answers: number;
	readonly resets: number;
}

/**
 * R17: asks the real server to end again and again while two devices write over sockets and programs ask over HTTP,
 * and looks at every request and at everything that was acknowledged.
 * @param dataDir empty
 * @returns how long the slowest end took, in ms, how many requests were answered, and how many new connections were
 * reset because they came too late
 */
export async function tellOfStops(dataDir: string, stops: number): Promise<Stops> {
	const writers = await TwoWriters.start(dataDir, Math.floor(Math.random() * 2 ** 31));
	const { server } = writers;
	const raisers = await Promise.all(Array.from({ length: RAISERS }, () => Raiser.open(server.url)));
	const readers = READS.flatMap((path) =>
		[true, false].map((isKept) => ({ path, client: new PersistentClient(server.url, { isKept }) }))
	);
	const clients = [...raisers, ...readers].map(({ client }) => client);
	let isOver = false;
	const asking = [
		...raisers.map(async (raiser) => {
			while (!isOver) await raiser.raise();
		}),
		...readers.map(async ({ client, path }) => {
			while (!isOver) await client.ask('GET', path);
		})
	];
	let worstMs = 0;
	try {
		for (let stop = 1; stop <= stops; stop++) {
			const before = clients.map(({ answers }) => answers);
			await writers.bothAcknowledged();
			await until('every client to be answered', () =>
				clients.every(({ answers }, i) => answers > (before[i] ?? 0))
			);
			await sleep(writers.between(50, 400));
			const askedAt = performance.now();
			expect(await server.stop('SIGTERM'), `exit code of stop ${stop}`).toBe(0);
			worstMs = Math.max(worstMs, performance.now() - askedAt);
			await server.restart('SIGTERM');
			for (const device of writers.devices) device.look();
		}
		isOver = true;
		await Promise.all(asking);
		await writers.settle();
		expect(clients.flatMap(({ failures }) => failures)).toEqual([]);
		expect(writers.findViolations(raisers.map(({ account }) => account))).toEqual([]);
	} finally {
		isOver = true;
		for (const client of clients) client.close();
		await writers.close();
	}
	const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
	return {
		worstMs,
		answers: sum(clients.map(({ answers }) => answers)),
		resets: sum(clients.map(({ resets }) => resets))
	};
}
