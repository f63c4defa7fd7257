import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { openDirectCalls, openOllamaQueue, type AskedBy, type OllamaCalls } from './queue.ts';

const NEVER = new AbortController().signal;

/** Calls that end when the test says so, or when they are told to. */
function desk(calls: OllamaCalls) {
	const begun: string[] = [];
	const ends = new Map<string, () => void>();
	let most = 0;
	function ask(name: string, askedBy: AskedBy = 'person', signal = NEVER, limitMs = 60_000) {
		const call = (running: AbortSignal) =>
			new Promise<string>((resolve, reject) => {
				begun.push(name);
				most = Math.max(most, calls.runningCount);
				ends.set(name, () => resolve(name));
				running.addEventListener('abort', () => reject(running.reason as Error));
			});
		return calls.run(call, { askedBy, signal, limitMs });
	}
	return {
		ask,
		begun,
		end: async (name: string) => {
			ends.get(name)?.();
			await turn();
		},
		get most() {
			return most;
		}
	};
}

const open = (concurrency = 2, waitMs = 60_000) => openOllamaQueue({ concurrency, waitMs });

describe('the queue in front of Ollama', () => {
	test.each([1, 2])('runs %d at a time, however many ask', async (concurrency) => {
		const { ask, begun, end, ...rest } = desk(open(concurrency));
		const asked = Array.from({ length: 40 }, (_, at) =>
			ask(String(at), at % 2 === 0 ? 'person' : 'bulk')
		);
		for (let at = 0; at < 40; at += 1) {
			await vi.waitFor(() => expect(begun.length).toBeGreaterThan(at));
			await end(begun[at] ?? '');
		}
		await Promise.all(asked);
		expect(rest.most).toBeLessThanOrEqual(concurrency);
		expect(new Set(begun).size).toBe(40);
	});

	test('lets people go before bulk that has waited longer', async () => {
		const { ask, begun, end } = desk(open(1));
		const asked = [ask('first'), ask('bulk', 'bulk'), ask('second'), ask('third')];
		for (const name of ['first', 'second', 'third', 'bulk']) await end(name);
		await Promise.all(asked);
		expect(begun).toEqual(['first', 'second', 'third', 'bulk']);
	});

	test('never gives bulk both places, so a person waits behind at most one call of it', async () => {
		const { ask, begun, end } = desk(open());
		const bulk = ['b1', 'b2', 'b3'].map((name) => ask(name, 'bulk'));
		await turn();
		expect(begun).toEqual(['b1']);
		const people = ['p1', 'p2'].map((name) => ask(name));
		await turn();
		expect(begun).toEqual(['b1', 'p1']);
		await end('b1');
		expect(begun).toEqual(['b1', 'p1', 'p2']);
		for (const name of ['p1', 'p2', 'b2', 'b3']) await end(name);
		await Promise.all([...bulk, ...people]);
		expect(begun.slice(3)).toEqual(['b2', 'b3']);
	});

	test.each(['person', 'bulk'] as const)('frees the place of a %s who leaves', async (askedBy) => {
		const calls = open(1);
		const { ask, begun, end } = desk(calls);
		const [running, waiting] = [new AbortController(), new AbortController()];
		const first = ask('first', askedBy, running.signal);
		const second = ask('second', askedBy, waiting.signal);
		const third = ask('third', askedBy);
		await turn();
		waiting.abort();
		await expect(second).rejects.toMatchObject({ reason: 'left' });
		expect([calls.runningCount, calls.waitingCount]).toEqual([1, 1]);
		running.abort();
		await expect(first).rejects.toMatchObject({ reason: 'left' });
		await end('third');
		await third;
		expect(begun).toEqual(['first', 'third']);
		expect([calls.runningCount, calls.waitingCount]).toEqual([0, 0]);
	});

	test('holds the place of a call that was told to end until it has ended', async () => {
		const calls = open(1);
		const leaving = new AbortController();
		const hung = Promise.withResolvers<void>();
		const first = calls.run(() => hung.promise, {
			askedBy: 'person',
			signal: leaving.signal,
			limitMs: 60_000
		});
		const { ask, begun } = desk(calls);
		const second = ask('second');
		leaving.abort();
		await turn();
		expect(begun).toEqual([]);
		hung.resolve();
		await first;
		await vi.waitFor(() => expect(begun).toEqual(['second']));
		await calls.close();
		await expect(second).rejects.toMatchObject({ reason: 'ending' });
	});

	test('ends a call that takes too long, and gives its place away', async () => {
		const { ask, end } = desk(open(1));
		const late = ask('late', 'person', NEVER, 5);
		const next = ask('next');
		await expect(late).rejects.toMatchObject({ reason: 'late' });
		await end('next');
		expect(await next).toBe('next');
	});

	test('sends people away who have waited too long', async () => {
		const { ask, end } = desk(open(1, 5));
		const first = ask('first');
		await expect(ask('second')).rejects.toMatchObject({ reason: 'waited' });
		await end('first');
		expect(await first).toBe('first');
	});

	test.each(['person', 'bulk'] as const)('refuses a %s when 64 of them wait', async (askedBy) => {
		const calls = open(1);
		const { ask } = desk(calls);
		const asked = Array.from({ length: 65 }, (_, at) => ask(String(at), askedBy));
		await turn();
		await expect(ask('one more', askedBy)).rejects.toMatchObject({
			reason: 'full',
			message: 'Too many lines wait for the model.'
		});
		await calls.close();
		const ended = await Promise.allSettled(asked);
		expect(new Set(ended.map(({ status }) => status))).toEqual(new Set(['rejected']));
	});

	test('refuses whoever comes after it was closed', async () => {
		const calls = open();
		await calls.close();
		await expect(desk(calls).ask('late')).rejects.toMatchObject({ reason: 'ending' });
	});

	test('passes on what a call fails with, and goes on', async () => {
		const calls = open(1);
		const options = { askedBy: 'person', signal: NEVER, limitMs: 60_000 } as const;
		const broken = calls.run(() => Promise.reject(new Error('broken')), options);
		await expect(broken).rejects.toThrow('broken');
		expect(await calls.run(() => Promise.resolve('fine'), options)).toBe('fine');
	});
});

describe('calls without the queue', () => {
	test('run all at once, with their limits, and end with the server', async () => {
		const calls = openDirectCalls();
		const { ask, begun, end } = desk(calls);
		const late = ask('late', 'person', NEVER, 5);
		const others = ['a', 'b', 'c'].map((name) => ask(name));
		expect(begun).toEqual(['late', 'a', 'b', 'c']);
		await expect(late).rejects.toMatchObject({ reason: 'late' });
		await end('a');
		expect(await others[0]).toBe('a');
		expect(calls.runningCount).toBe(2);
		const ended = Promise.allSettled(others.slice(1));
		await calls.close();
		expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		expect(calls.runningCount).toBe(0);
	});
});
