import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createModel } from './model.ts';
import type { Message } from './ollama.ts';
import { openDirectCalls } from './queue.ts';
import { Unanswered, type Reason } from './unanswered.ts';

const answerOf = (...names: string[]) =>
	JSON.stringify({ items: names.map((name) => ({ name, quantity: '', unit: '' })) });
const NEVER = new AbortController().signal;
const KEEP_ALIVE_MS = 300_000;

/** A model whose Ollama and clock are the test's. */
function start() {
	const lines: string[] = [];
	const problems: string[] = [];
	const clock = { now: 0 };
	const hands = {
		test: answerOf('red apples', 'oat milk'),
		fails: null as Reason | null,
		/** What is too much for it. */
		lateFor: null as string | null,
		gate: Promise.resolve()
	};
	const calls = openDirectCalls();
	const model = createModel({
		chat: async (messages: readonly Message[]) => {
			const line = messages.at(-1)?.content ?? '';
			lines.push(line);
			await hands.gate;
			if (hands.lateFor !== null && line.includes(hands.lateFor)) throw new Unanswered('late');
			if (hands.fails !== null) throw new Unanswered(hands.fails);
			return line.includes('red apples') ? hands.test : answerOf('milk');
		},
		calls,
		timeoutMs: 50,
		keepAliveMs: KEEP_ALIVE_MS,
		monotonic: () => clock.now,
		report: (_problem, doing) => void problems.push(doing)
	});
	const ask = (signal = NEVER) => model.ask('some milk', { askedBy: 'person', signal });
	const testCount = () => lines.filter((line) => line.includes('red apples')).length;
	return { model, ask, hands, clock, lines, problems, testCount };
}

const MILK = { items: [{ name: 'milk', quantity: '', unit: null }] };

test('it is loaded with the test sentence by the first line, once for all who ask meanwhile', async () => {
	const { model, ask, testCount } = start();
	expect(model.state).toBe('not-loaded');
	expect(await Promise.all([ask(), ask(), ask()])).toEqual([MILK, MILK, MILK]);
	expect(testCount()).toBe(1);
	expect(model.state).toBe('ready');
	await ask();
	expect(testCount()).toBe(1);
});

test('it counts as unloaded once nobody has asked for as long as Ollama keeps it', async () => {
	const { model, ask, clock, testCount } = start();
	await ask();
	clock.now += KEEP_ALIVE_MS - 1;
	await ask();
	clock.now += KEEP_ALIVE_MS - 1;
	expect(model.state).toBe('ready');
	clock.now += 1;
	expect(model.state).toBe('not-loaded');
	expect(await ask()).toEqual(MILK);
	expect(testCount()).toBe(2);
});

test('whoever leaves while it loads is let go, and it goes on loading', async () => {
	const { model, ask, hands } = start();
	const loaded = Promise.withResolvers<void>();
	hands.gate = loaded.promise;
	const leaving = new AbortController();
	const left = ask(leaving.signal);
	await turn();
	leaving.abort();
	expect(await left).toEqual({ skipped: 'Whoever asked has gone.' });
	expect(model.state).toBe('loading');
	loaded.resolve();
	await turn();
	expect(model.state).toBe('ready');
});

test('nobody waits for a load longer than for an answer', async () => {
	const { ask, hands } = start();
	hands.gate = new Promise(() => {});
	expect(await ask()).toEqual({
		skipped: 'The model is being loaded; the next line will find it ready.'
	});
});

test.each([
	['a word that is not in the sentence', answerOf('red apples', 'oat milk', 'bread')],
	['half of what is in it', answerOf('red apples')],
	['prose', 'Red apples and oat milk.']
])('it is switched off for good when it answers the test with %s', async (_kind, answer) => {
	const { model, ask, hands, clock, testCount, problems } = start();
	hands.test = answer;
	const why = 'The model is switched off: it did not answer a test sentence as it was asked to.';
	expect(await ask()).toEqual({ skipped: why });
	clock.now += 86_400_000;
	expect(await ask()).toEqual({ skipped: why });
	expect([model.state, model.why]).toEqual(['off', why]);
	expect([testCount(), problems]).toEqual([1, ['trying out the model']]);
});

test.each<Reason>(['unreachable', 'unknown-model', 'failed', 'strange'])(
	'it is left alone for half a minute after "%s", tried once, and forgiven',
	async (reason) => {
		const { model, ask, hands, clock, lines, problems } = start();
		await ask();
		hands.fails = reason;
		await ask();
		const asked = lines.length;
		await Promise.all([ask(), ask()]);
		expect([lines.length, model.state]).toEqual([asked, 'away']);
		clock.now += 30_000;
		await Promise.all([ask(), ask()]);
		expect([lines.length, model.state]).toEqual([asked + 1, 'away']);
		hands.fails = null;
		clock.now += 30_000;
		expect(await ask()).toEqual(MILK);
		expect([model.state, model.why]).toEqual(['ready', null]);
		expect(problems).toEqual(['asking the model']);
	}
);

test('after a late answer it is loaded again, and after three in a row left alone', async () => {
	const { model, ask, hands, testCount } = start();
	const late = { skipped: 'The model did not answer in time.' };
	hands.lateFor = 'some milk';
	for (const count of [1, 2]) {
		expect(await ask()).toEqual(late);
		expect([model.state, testCount()]).toEqual(['not-loaded', count]);
	}
	hands.lateFor = null;
	expect(await ask()).toEqual(MILK);
	hands.lateFor = 'some milk';
	for (const state of ['not-loaded', 'not-loaded', 'away'] as const) {
		expect(await ask()).toEqual(late);
		expect(model.state).toBe(state);
	}
	expect(model.why).toBe(late.skipped);
});

test('a load that takes too long is not tried again at once', async () => {
	const { model, ask, hands, lines } = start();
	hands.lateFor = 'red apples';
	expect(await ask()).toEqual({ skipped: 'The model did not answer in time.' });
	expect([model.state, lines.length]).toEqual(['away', 1]);
});

test.each<Reason>(['full', 'waited', 'left'])(
	'"%s" is the queue’s or the caller’s, and it stays ready',
	async (reason) => {
		const { model, ask, hands } = start();
		await ask();
		hands.fails = reason;
		expect(await ask()).toEqual({ skipped: new Unanswered(reason).message });
		expect(model.state).toBe('ready');
	}
);
