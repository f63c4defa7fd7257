/** The clients of `tap-to-screen.ts`, in a process of their own: on each list one ticks, and the other waits to see it. */
import { io, type Socket } from 'socket.io-client';
import { SOCKET_PATH, type DownEvents, type UpEvents } from '#lib/protocol/socket.ts';
import { answerAs } from './crowd.ts';
import { Standing } from './standing.ts';

export interface Couple {
	readonly listId: string;
	readonly itemId: string;
	/** Of who ticks, and of who sees it. */
	readonly cookies: readonly [string, string];
}

export interface CouplesQuestion {
	readonly url: string;
	readonly couples: readonly Couple[];
	/** How often each of them ticks before it counts, how often it counts, and every how many ms. */
	readonly warmUpTicks: number;
	readonly ticks: number;
	readonly everyMs: number;
}

/** From the tick to the answer with it at the other device, in ms. */
export type CouplesAnswer = readonly number[];

answerAs<CouplesQuestion, CouplesAnswer>(async ({ url, couples, warmUpTicks, ticks, everyMs }) => {
	const opened = await Promise.all(couples.map((couple) => openCouple(url, couple)));
	const taken = opened.map(async (tick, i) => {
		const times: number[] = [];
		// All over the second, as people are.
		await pause((i / opened.length) * everyMs);
		for (let count = 0; count < warmUpTicks + ticks; count += 1) {
			const [ms] = await Promise.all([tick(count % 2 === 0), pause(everyMs)]);
			if (count >= warmUpTicks) times.push(ms);
		}
		return times;
	});
	return (await Promise.all(taken)).flat();
});

type AppSocket = Socket<DownEvents, UpEvents>;

/** @returns what ticks and waits until the other has seen it, in ms */
async function openCouple(
	url: string,
	{ listId, itemId, cookies }: Couple
): Promise<(isTicked: boolean) => Promise<number>> {
	const [ann, ben] = await Promise.all(cookies.map((cookie) => openDevice(url, cookie)));
	if (!ann || !ben) throw new Error('There have to be two.');
	let seen: (isTicked: boolean) => void = () => undefined;
	ben.socket.on('poke', () => {
		void ben.socket.emitWithAck('sync', ben.standing.request()).then((answer) => {
			const item = ben.standing.take(answer).rows.items.find(({ id }) => id === itemId);
			if (item) seen(item.checked);
		});
	});
	return async (checked) => {
		const startedAt = performance.now();
		const shown = new Promise<number>((resolve) => {
			seen = (isTicked) => isTicked === checked && resolve(performance.now() - startedAt);
		});
		const request = ann.standing.request('item.set', { listId, id: itemId, patch: { checked } });
		ann.standing.take(await ann.socket.emitWithAck('sync', request));
		return shown;
	};
}

interface Device {
	readonly socket: AppSocket;
	readonly standing: Standing;
}

/** One that has heard everything so far. */
async function openDevice(url: string, cookie: string): Promise<Device> {
	const extraHeaders = { origin: url, cookie };
	const options = { path: SOCKET_PATH, transports: ['websocket'], extraHeaders, forceNew: true };
	const socket: AppSocket = io(url, options);
	await new Promise<void>((resolve, reject) => {
		socket.once('connect', resolve);
		socket.once('connect_error', reject);
	});
	const standing = new Standing();
	standing.take(await socket.emitWithAck('sync', standing.request()));
	return { socket, standing };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
