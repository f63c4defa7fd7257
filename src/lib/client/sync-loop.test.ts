import { describe, expect, test } from 'vitest';
import { errorBody, type ErrorBody, type ErrorCode } from '#lib/protocol/error.ts';
import type { SyncAnswer, SyncRequest } from '#lib/protocol/sync.ts';
import { SyncLoop, type LoopState } from './sync-loop.ts';
import { rowsOf } from '../../../tests/support/answer-rows.ts';

type Reply = SyncAnswer | ErrorBody | null;

/** A clock that stands until somebody moves it, with the timers that hang on it. */
class Clock {
	now = 0;
	#timers: { at: number; act: () => void }[] = [];

	after = (ms: number, act: () => void): (() => void) => {
		const timer = { at: this.now + ms, act };
		this.#timers.push(timer);
		return () => (this.#timers = this.#timers.filter((other) => other !== timer));
	};

	/** Lets time pass, one timer after the other, and all that follows from each. */
	async pass(ms: number): Promise<void> {
		const until = this.now + ms;
		await settled();
		for (;;) {
			const next = this.#timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
			if (!next) break;
			this.#timers = this.#timers.filter((other) => other !== next);
			this.now = Math.max(this.now, next.at);
			next.act();
			await settled();
		}
		this.now = until;
	}
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A loop between a device that counts its edits and a server in the test's hand. */
function start({ random = 0 } = {}) {
	const clock = new Clock();
	const sentAt: number[] = [];
	const states: LoopState[] = [];
	let [lastMid, acked, cursor] = [0, 0, 1];
	let reply: (request: SyncRequest) => Reply | Promise<Reply> = (request) => answerTo(request);
	const world = {
		clock,
		sentAt,
		states,
		batch: 100,
		isConnected: true,
		reopened: 0,
		seq: 1,
		isDiskBroken: false,
		edit(count = 1) {
			lastMid += count;
			loop.nudge();
		},
		reply(next: typeof reply) {
			reply = next;
		},
		refuse(code: ErrorCode, retryAfterMs?: number) {
			reply = () => errorBody(code, 'No.', retryAfterMs);
		},
		/** The next answers wait until the function that this gives is called. */
		hold() {
			const { promise, resolve } = Promise.withResolvers<void>();
			reply = async (request) => {
				await promise;
				return answerTo(request);
			};
			return resolve;
		},
		answer() {
			reply = (request) => answerTo(request);
		},
		get waiting() {
			return lastMid - acked;
		}
	};
	function answerTo(request: SyncRequest): SyncAnswer {
		const lmid = request.muts.at(-1)?.mid ?? request.acked;
		const rows = rowsOf();
		const rest = {
			proof: '',
			rows,
			authors: {},
			gone: [],
			rejects: [],
			reset: false,
			salvaged: false
		};
		return { epoch: 'e', base: request.cursor, cursor: world.seq, lmid, ...rest };
	}
	const loop = new SyncLoop({
		replica: {
			get waitingCount() {
				return lastMid - acked;
			},
			get meta() {
				return { cursor };
			},
			async request() {
				if (world.isDiskBroken) throw new Error('no disk');
				const count = Math.min(world.batch, lastMid - acked);
				const muts = Array.from({ length: count }, (_, i) => ({ mid: acked + i + 1 }));
				return { cursor, acked, muts } as unknown as SyncRequest;
			},
			async apply(_request, answer) {
				({ lmid: acked, cursor } = answer);
				return true;
			}
		},
		transport: {
			get isConnected() {
				return world.isConnected;
			},
			async send(request) {
				sentAt.push(clock.now);
				return reply(request);
			},
			reopen: () => void world.reopened++
		},
		now: () => clock.now,
		after: clock.after,
		random: () => random,
		onChange: (state) => states.push(state)
	});
	return { world, loop };
}

describe('what makes the loop ask', () => {
	test('the first edit goes out at once, and those of the next 20 ms in one request', async () => {
		const { world } = start();
		world.edit();
		await settled();
		await world.clock.pass(5);
		world.edit();
		world.edit();
		await world.clock.pass(100);
		expect(world.sentAt).toEqual([0, 20]);
		expect(world.waiting).toBe(0);
	});

	test('a clock that is set back holds up nothing', async () => {
		const { world } = start();
		await world.clock.pass(3 * 3_600_000);
		world.edit();
		await settled();
		world.clock.now -= 2 * 3_600_000;
		world.edit();
		await world.clock.pass(100);
		expect(world.waiting).toBe(0);
	});

	test('an edit made while a request is on its way follows it', async () => {
		const { world } = start();
		const release = world.hold();
		world.edit();
		await world.clock.pass(50);
		world.edit();
		world.answer();
		release();
		await world.clock.pass(50);
		expect(world.sentAt.length).toBe(2);
		expect(world.waiting).toBe(0);
	});

	test('there is never more than one request on its way', async () => {
		const { world, loop } = start();
		world.hold();
		world.edit();
		loop.pull();
		loop.poke(9);
		loop.revive();
		await world.clock.pass(5_000);
		expect(world.sentAt).toEqual([0]);
	});

	test('more than one request carries goes on at once until nothing is left', async () => {
		const { world } = start();
		world.batch = 2;
		world.edit(7);
		await world.clock.pass(0);
		expect(world.sentAt).toEqual([0, 0, 0, 0]);
		expect(world.waiting).toBe(0);
	});

	test('a server that takes nothing is not asked again and again', async () => {
		const { world } = start();
		world.reply((request) => ({ ...emptyAnswer, base: request.cursor, cursor: request.cursor }));
		world.edit();
		await world.clock.pass(10_000);
		expect(world.sentAt).toEqual([0]);
	});

	test('a poke counts when it tells of something newer than what is here', async () => {
		const { world, loop } = start();
		loop.poke(1);
		await world.clock.pass(0);
		expect(world.sentAt).toEqual([]);
		world.seq = 2;
		loop.poke(2);
		await world.clock.pass(0);
		expect(world.sentAt).toEqual([0]);
	});

	test('a poke that comes with an answer that has it already costs nothing', async () => {
		const { world, loop } = start();
		const release = world.hold();
		world.edit();
		await settled();
		world.seq = 5;
		loop.poke(5);
		release();
		await world.clock.pass(0);
		expect(world.sentAt.length).toBe(1);
	});

	test('nothing heard for 60 s with a socket and 30 s without', async () => {
		const { world, loop } = start();
		loop.pull();
		await world.clock.pass(120_000);
		expect(world.sentAt).toEqual([0, 60_000, 120_000]);
		world.isConnected = false;
		loop.disconnected();
		await world.clock.pass(60_000);
		// At once, to see whether the server went too.
		expect(world.sentAt.slice(3)).toEqual([120_500, 150_500]);
	});
});

describe('when nothing comes back', () => {
	test('it waits 1 s, then twice as long each time, up to 60 s', async () => {
		const { world, loop } = start({ random: 0 });
		world.reply(() => null);
		loop.pull();
		await world.clock.pass(103_000);
		expect(world.sentAt).toEqual([0, 1_000, 3_000, 7_000, 15_000, 31_000, 63_000, 103_000]);
		const jittered = start({ random: 0.999 });
		jittered.world.reply(() => null);
		jittered.loop.pull();
		await jittered.world.clock.pass(400_000);
		const waits = jittered.world.sentAt.map((at, i) => at - (jittered.world.sentAt[i - 1] ?? 0));
		expect(waits[1]).toBeCloseTo(1_500, -1);
		expect(Math.max(...waits)).toBeLessThanOrEqual(60_000);
	});

	test('an edit does not shorten the wait, and goes out after it', async () => {
		const { world, loop } = start();
		world.reply(() => null);
		loop.pull();
		await world.clock.pass(500);
		world.answer();
		world.edit();
		await world.clock.pass(499);
		expect(world.sentAt).toEqual([0]);
		await world.clock.pass(1);
		expect(world.waiting).toBe(0);
	});

	test('a network that is back, or a look at the page, ends the wait and begins it anew', async () => {
		const { world, loop } = start();
		world.reply(() => null);
		loop.pull();
		await world.clock.pass(20_000);
		loop.revive();
		await world.clock.pass(1_000);
		expect(world.sentAt.slice(-2)).toEqual([20_000, 21_000]);
	});

	test('a disk that cannot be read is tried again too', async () => {
		const { world } = start();
		world.isDiskBroken = true;
		world.edit();
		await world.clock.pass(999);
		world.isDiskBroken = false;
		await world.clock.pass(1);
		expect(world.waiting).toBe(0);
	});

	test.each(['busy', 'rate_limited'] as const)('%s is asked again when it said', async (code) => {
		const { world } = start();
		world.refuse(code, 300);
		world.edit();
		await world.clock.pass(299);
		world.answer();
		expect(world.sentAt).toEqual([0]);
		await world.clock.pass(1);
		expect(world.sentAt).toEqual([0, 300]);
		expect(world.waiting).toBe(0);
	});

	test.each(['busy', 'unavailable', 'rate_limited', 'internal', 'server_too_old'] as const)(
		'%s passes by itself',
		async (code) => {
			const { world, loop } = start();
			world.refuse(code);
			world.edit();
			await world.clock.pass(0);
			world.answer();
			await world.clock.pass(60_000);
			expect(world.waiting).toBe(0);
			expect(loop.state.stoppedBy).toBeNull();
		}
	);

	test.each(['unauthenticated', 'upgrade_required', 'forbidden', 'invalid', 'limit'] as const)(
		'%s waits for the person, with every edit kept',
		async (code) => {
			const { world, loop } = start();
			world.refuse(code);
			world.edit();
			await world.clock.pass(0);
			expect(loop.state.stoppedBy?.code).toBe(code);
			world.answer();
			world.edit();
			loop.poke(9);
			loop.revive();
			await world.clock.pass(300_000);
			expect(world.sentAt).toEqual([0]);
			expect(world.waiting).toBe(2);
			loop.resume();
			await world.clock.pass(0);
			expect(world.waiting).toBe(0);
			expect(loop.state.stoppedBy).toBeNull();
		}
	);
});

test('a refusal of what was sent before somebody asked again is asked about anew', async () => {
	const { world, loop } = start();
	let isSignedIn = false;
	world.reply(async (request) => {
		if (isSignedIn) return emptyAnswer;
		// Another tab signs the device in while the request is on its way.
		isSignedIn = true;
		loop.resume();
		return errorBody('unauthenticated', `Signed out at ${request.cursor}.`);
	});
	world.edit();
	await world.clock.pass(0);
	await settled();
	expect(loop.state.stoppedBy).toBeNull();
	expect(world.sentAt).toEqual([0, 0]);
});

describe('the watchdog', () => {
	test('replaces a socket that says it is connected while edits get no answer', async () => {
		const { world } = start();
		world.hold();
		world.edit();
		await world.clock.pass(19_999);
		expect(world.reopened).toBe(0);
		await world.clock.pass(10_001);
		expect(world.reopened).toBe(1);
		await world.clock.pass(30_000);
		expect(world.reopened).toBe(2);
	});

	test('also when every request ends in time and only none of them is answered', async () => {
		const { world } = start();
		world.reply(() => null);
		world.edit();
		await world.clock.pass(30_000);
		expect(world.reopened).toBe(1);
	});

	test.each([
		['no edit waits', { edits: 0, isConnected: true }],
		['there is no socket', { edits: 1, isConnected: false }]
	])('rests while %s', async (_, { edits, isConnected }) => {
		const { world, loop } = start();
		world.isConnected = isConnected;
		world.hold();
		if (edits > 0) world.edit(edits);
		else loop.pull();
		await world.clock.pass(120_000);
		expect(world.reopened).toBe(0);
	});

	test('rests while answers come', async () => {
		const { world } = start();
		for (let i = 0; i < 20; i++) {
			world.edit();
			await world.clock.pass(5_000);
		}
		expect(world.reopened).toBe(0);
	});
});

test('tells when the last answer came and whether the last request failed', async () => {
	const { world, loop } = start();
	await world.clock.pass(7);
	loop.pull();
	await world.clock.pass(0);
	expect(loop.state).toEqual({ lastContactAt: 7, isFailing: false, stoppedBy: null });
	world.reply(() => null);
	world.edit();
	await world.clock.pass(20);
	expect(world.states.at(-1)).toEqual({ lastContactAt: 7, isFailing: true, stoppedBy: null });
});

test('asks nothing once it is closed, also when an answer comes later', async () => {
	const { world, loop } = start();
	const release = world.hold();
	world.batch = 1;
	world.edit(3);
	await settled();
	loop.close();
	release();
	await world.clock.pass(300_000);
	expect(world.sentAt).toEqual([0]);
});

const emptyAnswer: SyncAnswer = {
	epoch: 'e',
	base: 0,
	cursor: 0,
	reset: false,
	lmid: 0,
	proof: '',
	rows: rowsOf(),
	authors: {},
	gone: [],
	rejects: [],
	salvaged: false
};
