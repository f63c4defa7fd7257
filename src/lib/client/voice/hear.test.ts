import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeRecognizer } from '../../../../tests/support/fake-recognizer.ts';
import {
	ANSWER_MS,
	DEAD_START_MS,
	hear,
	LISTEN_MS,
	SILENCE_MS,
	STOP_MS,
	type Heard,
	type Hears,
	type HearTools
} from './hear.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function begin({
	recognizer = new FakeRecognizer(),
	asksFirst = () => Promise.resolve(false)
}: { recognizer?: FakeRecognizer; asksFirst?: HearTools['asksFirst'] } = {}) {
	const seen: Hears[] = [];
	const after: HearTools['after'] = (ms, act) => {
		const timer = setTimeout(act, ms);
		return () => clearTimeout(timer);
	};
	const hearing = hear(recognizer, { after, asksFirst, onChange: (hears) => seen.push(hears) });
	let heard: Heard | null = null;
	void hearing.over.then((result) => (heard = result));
	await pass(0);
	return { recognizer, seen, hearing, heard: () => heard };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('shows words while they are still unsure, and settles them', async () => {
	const { recognizer, seen, heard } = await begin();
	recognizer.does('audiostart');
	recognizer.hears([], 'two gal');
	expect(seen.at(-1)).toEqual({ phase: 'open', words: '', unsure: 'two gal' });
	recognizer.hears(['two gallons of milk'], ' a dozen');
	expect(seen.at(-1)).toEqual({
		phase: 'open',
		words: 'two gallons of milk',
		unsure: 'a dozen'
	});
	recognizer.hears(['two gallons of milk', ' a dozen eggs']);
	recognizer.does('end');
	await pass(0);
	expect(heard()).toEqual({ words: 'two gallons of milk a dozen eggs', end: 'ended' });
});

test('a browser that takes the call and does nothing for 2.5 seconds is dead, also when it says "start"', async () => {
	const { recognizer, heard } = await begin();
	recognizer.does('start');
	await pass(DEAD_START_MS - 1);
	expect(heard()).toBeNull();
	await pass(1);
	expect(heard()).toEqual({ words: '', end: 'dead' });
	expect(recognizer.asked).toEqual(['start', 'abort']);
});

test.each(['audiostart', 'soundstart', 'speechstart', 'result'])(
	'%s is a sign of life',
	async (type) => {
		const { recognizer, heard } = await begin();
		if (type === 'result') recognizer.hears([], 'milk');
		else recognizer.does(type);
		await pass(DEAD_START_MS + 1_000);
		expect(heard()).toBeNull();
	}
);

test('while the browser asks for the microphone nothing is dead; the rule begins with the answer', async () => {
	let answer: () => void = () => undefined;
	const { seen, heard } = await begin({
		asksFirst(onAnswer) {
			answer = onAnswer;
			return Promise.resolve(true);
		}
	});
	expect(seen.at(-1)?.phase).toBe('asking');
	await pass(ANSWER_MS - 1);
	expect(heard()).toBeNull();
	answer();
	expect(seen.at(-1)?.phase).toBe('starting');
	await pass(DEAD_START_MS);
	expect(heard()?.end).toBe('dead');
});

test('a question for the microphone that nobody answers ends, and is no dead browser', async () => {
	const { heard } = await begin({ asksFirst: () => Promise.resolve(true) });
	await pass(ANSWER_MS);
	expect(heard()?.end).toBe('unanswered');
});

test('stops by itself after silence, and waits for the last words', async () => {
	const { recognizer, heard } = await begin();
	recognizer.does('audiostart');
	recognizer.hears([], 'milk');
	await pass(SILENCE_MS);
	expect(recognizer.asked).toEqual(['start', 'stop']);
	recognizer.hears(['milk and eggs']);
	recognizer.does('end');
	await pass(0);
	expect(heard()).toEqual({ words: 'milk and eggs', end: 'ended' });
});

test('never listens longer than a minute, however much is said', async () => {
	const { recognizer, heard } = await begin();
	recognizer.does('audiostart');
	for (let second = 0; second < LISTEN_MS / 1_000; second += 1) {
		recognizer.hears([], `milk ${second}`);
		await pass(1_000);
	}
	expect(recognizer.asked).toEqual(['start', 'stop']);
	await pass(STOP_MS);
	expect(heard()).toEqual({ words: 'milk 59', end: 'ended' });
});

test('keeps unsure words of a browser that never answers to "stop"', async () => {
	const { recognizer, hearing, heard } = await begin();
	recognizer.hears(['milk'], 'eggs');
	hearing.stop();
	hearing.stop();
	await pass(STOP_MS);
	expect(heard()).toEqual({ words: 'milk eggs', end: 'ended' });
	expect(recognizer.asked).toEqual(['start', 'stop', 'abort']);
});

test('keeps the words that came before an error, with its code', async () => {
	const { recognizer, heard } = await begin();
	recognizer.hears(['milk'], 'and');
	recognizer.fails('network');
	await pass(0);
	expect(heard()).toEqual({ words: 'milk and', end: 'network' });
});

test('an "aborted" that answers to our own stop is no error', async () => {
	const { recognizer, hearing, heard } = await begin();
	recognizer.does('audiostart');
	hearing.stop();
	recognizer.fails('aborted');
	await pass(0);
	expect(heard()?.end).toBe('ended');
});

test('a recognizer that throws at the start, or at the end, is an end like another', async () => {
	const recognizer = new FakeRecognizer();
	recognizer.start = () => {
		throw new DOMException('already started', 'InvalidStateError');
	};
	recognizer.abort = () => {
		throw new Error('not started');
	};
	const { heard } = await begin({ recognizer });
	expect(heard()).toEqual({ words: '', end: 'InvalidStateError' });
});

test('leaves no timer and hears nothing more once it is over', async () => {
	const { recognizer, hearing, seen } = await begin();
	recognizer.does('audiostart');
	hearing.drop();
	const { length } = seen;
	recognizer.hears(['milk']);
	expect(seen).toHaveLength(length);
	expect(vi.getTimerCount()).toBe(0);
});
