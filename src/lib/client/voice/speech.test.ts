import { expect, test } from 'vitest';
import { FakeRecognizer } from '../../../../tests/support/fake-recognizer.ts';
import { MemoryStorage } from '../../../../tests/support/memory-storage.ts';
import { findSpeech } from './speech.ts';
import { VoiceMemory } from './voice-memory.ts';

const navigator = { language: 'en-GB', userAgent: 'Chrome/157' };

test('finds speech under both of its names, and none where there is none', () => {
	expect(findSpeech({ navigator })).toBeNull();
	const speech = findSpeech({ webkitSpeechRecognition: FakeRecognizer, navigator });
	expect(speech?.create('service')).toMatchObject({
		lang: 'en-GB',
		continuous: true,
		interimResults: true,
		processLocally: false
	});
	expect(speech?.create('device').processLocally).toBe(true);
});

test('asks for English where the browser speaks another language, and for one phrase at a time on Android', () => {
	const phone = { language: 'de-DE', userAgent: 'Android 16 Chrome/157' };
	const speech = findSpeech({ SpeechRecognition: FakeRecognizer, navigator: phone });
	expect(speech?.create('service')).toMatchObject({ lang: 'en-US', continuous: false });
});

test('a browser that knows no recognition on the device has none to offer', async () => {
	const speech = findSpeech({ SpeechRecognition: FakeRecognizer, navigator });
	expect(await speech?.available()).toBe('unavailable');
	expect(await speech?.install()).toBe(false);
});

test('a dead start holds for this version of the browser, and a yes until it is taken back', () => {
	const storage = new MemoryStorage();
	const memory = new VoiceMemory(storage, 'Chrome/157');
	memory.setDead('device');
	memory.agree(new Date('2026-11-20T10:00:00Z'));

	const later = new VoiceMemory(storage, 'Chrome/157');
	expect([later.isDead('device'), later.isDead('service')]).toEqual([true, false]);
	expect(later.agreedAt).toEqual(new Date('2026-11-20T10:00:00Z'));
	expect(new VoiceMemory(storage, 'Chrome/158').isDead('device')).toBe(false);

	later.disagree();
	expect(memory.agreedAt).toBeNull();
});
