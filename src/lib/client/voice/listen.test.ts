import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeRecognizer } from '../../../../tests/support/fake-recognizer.ts';
import { DEAD_START_MS } from './hear.ts';
import { DOWNLOAD_MS, listen, LOOK_MS, type ListenTools, type VoiceState } from './listen.ts';
import type { Availability, Speech, Where } from './speech.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const KEYBOARD = 'Use the microphone on your keyboard.';
const NOW = new Date('2026-11-20T10:00:00Z');

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

class Memory {
	agreedAt: Date | null = null;
	readonly dead = new Set<Where>();
	agree(now: Date): void {
		this.agreedAt = now;
	}
	isDead(where: Where): boolean {
		return this.dead.has(where);
	}
	setDead(where: Where): void {
		this.dead.add(where);
	}
}

/** A browser's speech, which remembers whom it started. */
class FakeSpeech implements Speech {
	available: () => Promise<Availability>;
	install = vi.fn(() => Promise.resolve(true));
	readonly started: [Where, FakeRecognizer][] = [];

	constructor(available: Availability) {
		this.available = () => Promise.resolve(available);
	}

	create(where: Where): FakeRecognizer {
		const recognizer = new FakeRecognizer();
		this.started.push([where, recognizer]);
		return recognizer;
	}

	get recognizer(): FakeRecognizer {
		const last = this.started.at(-1);
		if (!last) throw new Error('nothing was started');
		return last[1];
	}

	get places(): Where[] {
		return this.started.map(([where]) => where);
	}
}

async function begin({
	speech = new FakeSpeech('unavailable'),
	memory = new Memory(),
	...more
}: Partial<ListenTools> & { speech?: FakeSpeech; memory?: Memory } = {}) {
	const states: VoiceState[] = [];
	const tools: ListenTools = {
		speech,
		memory,
		whyNot: '',
		now: () => NOW,
		after(ms, act) {
			const timer = setTimeout(act, ms);
			return () => clearTimeout(timer);
		},
		asksFirst: () => Promise.resolve(false),
		...more
	};
	const listening = listen(tools, (state) => states.push(state));
	const told = [...states];
	await pass(0);
	return { listening, memory, speech, states, told, last: () => states.at(-1) };
}

test('listens on this device where it can, and asks for nothing', async () => {
	const { speech, last } = await begin({ speech: new FakeSpeech('available') });
	expect(last()).toEqual({
		kind: 'listening',
		where: 'device',
		phase: 'starting',
		words: '',
		unsure: ''
	});
	speech.recognizer.hears(['milk eggs and bread']);
	speech.recognizer.does('end');
	await pass(0);
	expect(last()).toEqual({ kind: 'heard', words: 'milk eggs and bread', note: '' });
});

test('downloads the language only after a yes, and then listens on the device', async () => {
	const { speech, listening, states, last } = await begin({
		speech: new FakeSpeech('downloadable')
	});
	expect(last()).toEqual({ kind: 'asking', about: 'download', note: '' });
	expect(speech.install).not.toHaveBeenCalled();
	listening.answer(true);
	await pass(0);
	expect(states[1]).toEqual({ kind: 'downloading' });
	expect(speech.places).toEqual(['device']);
});

test('a no to the download leads to the question about the service, and its yes is remembered', async () => {
	const { speech, listening, memory, last } = await begin({
		speech: new FakeSpeech('downloadable')
	});
	listening.answer(false);
	await pass(0);
	expect(last()).toEqual({ kind: 'asking', about: 'service', note: '' });
	expect(memory.agreedAt).toBeNull();
	expect(speech.places).toEqual([]);
	listening.answer(true);
	await pass(0);
	expect(memory.agreedAt).toEqual(NOW);
	expect(speech.places).toEqual(['service']);
	expect(speech.install).not.toHaveBeenCalled();
});

test('whoever allowed the service before is asked nothing, not even about a download', async () => {
	const memory = new Memory();
	memory.agree(NOW);
	const { speech, states } = await begin({ memory, speech: new FakeSpeech('downloadable') });
	expect(states.map(({ kind }) => kind)).toEqual(['listening']);
	expect(speech.places).toEqual(['service']);
});

test('a no to the service leaves the keyboard, and nothing is remembered', async () => {
	const { speech, listening, memory, last } = await begin();
	listening.answer(false);
	await pass(0);
	expect(last()).toEqual({ kind: 'keyboard', sentence: KEYBOARD });
	expect(memory.agreedAt).toBeNull();
	expect(speech.places).toEqual([]);
});

test('a download that fails says so, and asks about the service', async () => {
	const speech = new FakeSpeech('downloadable');
	speech.install.mockRejectedValue(new Error('no room'));
	const { listening, last } = await begin({ speech });
	listening.answer(true);
	await pass(0);
	expect(last()).toEqual({
		kind: 'asking',
		about: 'service',
		note: 'The download did not work.'
	});
});

test('a download that never ends is given up', async () => {
	const speech = new FakeSpeech('downloadable');
	speech.install.mockReturnValue(new Promise(() => undefined));
	const { listening, last } = await begin({ speech });
	listening.answer(true);
	await pass(DOWNLOAD_MS);
	expect(last()).toMatchObject({ kind: 'asking', about: 'service' });
});

test.each([
	['never says what it can', () => new Promise<Availability>(() => undefined)],
	['refuses to say what it can', () => Promise.reject(new Error('policy'))]
])('a browser that %s cannot listen on the device', async (_, available) => {
	const speech = new FakeSpeech('unavailable');
	speech.available = available;
	const { last } = await begin({ speech });
	await pass(LOOK_MS);
	expect(last()).toMatchObject({ kind: 'asking', about: 'service' });
});

test.each(['language-not-supported', 'service-not-allowed', 'dead'])(
	'%s on the device leads to the service',
	async (end) => {
		const { speech, last } = await begin({ speech: new FakeSpeech('available') });
		if (end === 'dead') await pass(DEAD_START_MS);
		else speech.recognizer.fails(end);
		await pass(0);
		expect(last()).toMatchObject({ kind: 'asking', about: 'service' });
	}
);

test('a dead start is remembered for its place, and that place is not tried again', async () => {
	const speech = new FakeSpeech('available');
	const { memory, listening, last } = await begin({ speech });
	await pass(DEAD_START_MS);
	listening.answer(true);
	await pass(DEAD_START_MS);
	expect(last()).toEqual({
		kind: 'keyboard',
		sentence: `This browser does not begin to listen. ${KEYBOARD}`
	});
	expect(speech.places).toEqual(['device', 'service']);

	const again = await begin({ speech: new FakeSpeech('available'), memory });
	expect(again.speech.places).toEqual([]);
	expect(again.last()).toEqual(last());
});

test.each([
	['no-speech', /^Nothing was heard\. Press the microphone to try again/],
	['aborted', /^Something else took the microphone\. Press the microphone/],
	['audio-capture', /^No microphone was found\. Use the microphone on your keyboard\.$/],
	['network', /^The browser’s speech service cannot be reached\. Press the microphone/],
	['not-allowed', /^This site may not use the microphone.* Use the microphone on your keyboard\.$/],
	['service-not-allowed', /^The browser does not let this site use its speech service\. Use the/],
	['language-not-supported', /does not know English\. Use the microphone on your keyboard\.$/],
	['bad-grammar', /could not work with this page\. Use the microphone on your keyboard\.$/],
	['constructor', /^The browser stopped listening \(constructor\)\. Use the microphone on your/]
])('the service’s %s is answered in words', async (code, sentence) => {
	const memory = new Memory();
	memory.agree(NOW);
	const { speech, last } = await begin({ memory });
	speech.recognizer.fails(code);
	await pass(0);
	expect(last()).toEqual({ kind: 'keyboard', sentence: expect.stringMatching(sentence) });
	expect(memory.dead.size).toBe(0);
});

test('words survive an error, which is told beside them', async () => {
	const memory = new Memory();
	memory.agree(NOW);
	const { speech, last } = await begin({ memory });
	speech.recognizer.hears(['milk'], 'and eg');
	speech.recognizer.fails('network');
	await pass(0);
	expect(last()).toEqual({
		kind: 'heard',
		words: 'milk and eg',
		note: 'Listening broke off here.'
	});
});

test('silence after words is no error', async () => {
	const { speech, last } = await begin({ speech: new FakeSpeech('available') });
	speech.recognizer.hears(['milk']);
	speech.recognizer.fails('no-speech');
	await pass(0);
	expect(last()).toEqual({ kind: 'heard', words: 'milk', note: '' });
});

test('what cannot be tried is told at once, in the same turn, so that a phone still opens its keyboard', async () => {
	const absent = await begin({ whyNot: 'Over plain http. Use it.' });
	expect(absent.told).toEqual([{ kind: 'keyboard', sentence: 'Over plain http. Use it.' }]);
	expect(absent.speech.places).toEqual([]);
});

test('tells nothing after it was ended, and starts nothing', async () => {
	const { speech, listening, states } = await begin({ speech: new FakeSpeech('available') });
	const { length } = states;
	listening.end();
	await pass(DEAD_START_MS * 4);
	expect(speech.recognizer.asked).toEqual(['start', 'abort']);
	expect(states).toHaveLength(length);

	const asked = await begin();
	asked.listening.end();
	asked.listening.answer(true);
	await pass(0);
	expect(asked.speech.places).toEqual([]);
});

test('"stop" lets the last words come', async () => {
	const { speech, listening, last } = await begin({ speech: new FakeSpeech('available') });
	speech.recognizer.hears([], 'milk and eg');
	listening.stop();
	speech.recognizer.hears(['milk and eggs']);
	speech.recognizer.does('end');
	await pass(0);
	expect(last()).toEqual({ kind: 'heard', words: 'milk and eggs', note: '' });
});
