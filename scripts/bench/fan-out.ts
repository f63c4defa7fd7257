import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Measured } from './bench.ts';
import { openCrowd } from './crowd.ts';
import type { ListenersAnswer, ListenersQuestion } from './listeners.ts';
import { withFolder } from './scratch.ts';
import { openBareSocketIo, openBareWebSocket, openOurs, type Speaker } from './speakers.ts';
import { cpuMs, quantile, timeInTurn, type Work } from './timing.ts';

/** As many as one list can have: 50 people with 20 tabs each. */
export const PEOPLE = 50;
const TABS = 20;
const SOCKETS = PEOPLE * TABS;

/** What the server spends on each of those who hear of an edit. */
export const fanOutCpu: Bench = {
	name: 'poke to 1,000 sockets, CPU each',
	unit: 'µs',
	target: 100_000,
	bar: 2.2,
	barOf: 'limit',
	measure: async () => (await measureFanOut()).cpuEach
};

/** Until 99 of 100 have heard of it. */
export const fanOutArrival: Bench = {
	name: 'poke to 1,000 sockets, p99',
	unit: 'ms',
	target: 100,
	bar: 100,
	barOf: 'ours',
	measure: async () => (await measureFanOut()).arrival
};

interface FanOut {
	readonly cpuEach: Measured;
	readonly arrival: Measured;
}

const measureFanOut = (): Promise<FanOut> =>
	timeSpeakers((dataDir) =>
		Promise.all([openOurs(dataDir, PEOPLE), openBareWebSocket(), openBareSocketIo()])
	);

/** @param pauseMs how long each is silent before it says something */
export function timeSpeakers(
	open: (dataDir: string) => Promise<[ours: Speaker, limit: Speaker, peer: Speaker]>,
	pauseMs = 0
): Promise<FanOut> {
	return withFolder(async (dataDir) => {
		const listeners = openCrowd<ListenersQuestion, ListenersAnswer>('./listeners.ts');
		const speakers = await open(dataDir);
		const [ours, limit, peer] = speakers;
		try {
			for (const { invitation } of speakers) await listeners.ask(invitation(SOCKETS));
			const heardAfterMs = new Map<Speaker, number[]>(speakers.map((speaker) => [speaker, []]));
			const saying =
				(speaker: Speaker): Work =>
				async (times) => {
					for (let i = 0; i < times; i += 1) {
						if (pauseMs > 0) await sleep(pauseMs);
						const saidAt = performance.timeOrigin + performance.now();
						await speaker.say();
						const heardAt = await listeners.ask({ hear: SOCKETS });
						heardAfterMs.get(speaker)?.push(heardAt - saidAt);
					}
				};
			const works = { ours: saying(ours), limit: saying(limit), peer: saying(peer) };
			const cpu = await timeInTurn(works, { rounds: 5, times: 5, clock: cpuMs });
			const eachUs = (ms: number) => (ms * 1_000) / SOCKETS;
			const typical = (speaker: Speaker) => quantile(heardAfterMs.get(speaker) ?? [], 0.5);
			return {
				cpuEach: {
					ours: eachUs(cpu.ours),
					limit: eachUs(cpu.limit),
					peer: { name: 'socket.io', value: eachUs(cpu.peer) }
				},
				arrival: {
					ours: typical(ours),
					limit: typical(limit),
					peer: { name: 'socket.io', value: typical(peer) }
				}
			};
		} finally {
			listeners.close();
			await Promise.all(speakers.map((speaker) => speaker.close()));
		}
	});
}
