import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** How the network between a device and its server behaves just now. */
export interface Weather {
	/** How long each way takes, in ms. */
	readonly latencyMs?: number;
	/** How many of 100 pieces are lost. TCP sends those again, so they and all behind them come `RESEND_MS` later. */
	readonly lossPercent?: number;
	/** Everything is taken and nothing comes through. What lost something that way stays dead, and nobody is told. */
	readonly isSilent?: boolean;
	/** Nothing comes through for now. TCP keeps what was sent and brings it when this is over. */
	readonly isHeld?: boolean;
	/** No new connection gets through. */
	readonly isClosed?: boolean;
}

/** A TCP line to a server that can be made as bad as a supermarket's cellar. */
export interface BadLine {
	/** `http://127.0.0.1:40123`; what a device opens in the place of the server's own. */
	readonly url: string;
	/** From now on; connections that are open are under it too. */
	change(weather: Weather): void;
	/** What is open now dies in silence and stays dead; what is opened from now on works. */
	killSilently(): void;
	/** Cuts everything that is open. */
	cut(): void;
	close(): void;
}

/** What TCP waits for before it sends a lost piece again. */
const RESEND_MS = 400;

/**
 * @param serverUrl where it leads to
 * @param random at least 0 and less than 1; decides what is lost
 */
export async function openBadLine(
	serverUrl: string,
	random: () => number = Math.random
): Promise<BadLine> {
	let weather: Weather = {};
	const pairs = new Set<Pair>();
	const { hostname, port } = new URL(serverUrl);
	const listener = createServer((near) => {
		if (weather.isClosed) return void near.destroy();
		const pair: Pair = { near, far: connect(Number(port), hostname), isDead: false };
		pairs.add(pair);
		carry(pair, pair.near, pair.far);
		carry(pair, pair.far, pair.near);
		hold(pair);
	});

	function hold({ near, far }: Pair): void {
		for (const end of [near, far]) {
			if (weather.isHeld) end.pause();
			else end.resume();
		}
	}

	function carry(pair: Pair, from: Socket, to: Socket): void {
		let arrivesAt = 0;
		/** Never before what was sent earlier: the order is TCP's promise. */
		function deliver(takesMs: number, arrive: () => void): void {
			arrivesAt = Math.max(arrivesAt, performance.now() + takesMs);
			const waitMs = arrivesAt - performance.now();
			if (waitMs <= 0) arrive();
			else setTimeout(arrive, waitMs);
		}
		from.on('data', (piece) => {
			// What went on after a gap would be no stream any more.
			pair.isDead ||= weather.isSilent ?? false;
			if (pair.isDead) return;
			const isLost = random() * 100 < (weather.lossPercent ?? 0);
			const takesMs = (weather.latencyMs ?? 0) + (isLost ? RESEND_MS : 0);
			deliver(takesMs, () => to.writable && to.write(piece));
		});
		// The news of an end travels as everything else does, and behind it.
		from.on('close', () => {
			if (to.closed) pairs.delete(pair);
			else if (!pair.isDead) deliver(weather.latencyMs ?? 0, () => to.end());
		});
		from.on('error', () => undefined); // its close follows
	}

	listener.listen(0, '127.0.0.1');
	await once(listener, 'listening');
	const destroy = ({ near, far }: Pair): void => {
		near.destroy();
		far.destroy();
	};
	return {
		url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
		change(next) {
			weather = next;
			for (const pair of pairs) hold(pair);
		},
		killSilently() {
			for (const pair of pairs) pair.isDead = true;
		},
		cut() {
			for (const pair of pairs) destroy(pair);
		},
		close() {
			listener.close();
			for (const pair of pairs) destroy(pair);
		}
	};
}

interface Pair {
	readonly near: Socket;
	readonly far: Socket;
	isDead: boolean;
}
