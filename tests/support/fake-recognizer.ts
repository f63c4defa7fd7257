import type { Recognizer } from '../../src/lib/client/voice/speech.ts';

/** A browser's recognizer played by a test: it does what it is told, and remembers what was asked of it. */
export class FakeRecognizer extends EventTarget implements Recognizer {
	lang = '';
	continuous = false;
	interimResults = false;
	processLocally = false;
	readonly asked: string[] = [];

	start(): void {
		this.asked.push('start');
	}

	stop(): void {
		this.asked.push('stop');
	}

	abort(): void {
		this.asked.push('abort');
	}

	/** "audiostart", "end" and so on. */
	does(type: string): void {
		this.dispatchEvent(new Event(type));
	}

	/** What was recognized so far; the last piece may still change. */
	hears(settled: readonly string[], unsure = ''): void {
		const finals = settled.map((transcript) => toResult(transcript, true));
		const results = unsure === '' ? finals : [...finals, toResult(unsure, false)];
		this.dispatchEvent(Object.assign(new Event('result'), { results }));
	}

	fails(error: string): void {
		this.dispatchEvent(Object.assign(new Event('error'), { error }));
		this.does('end');
	}
}

const toResult = (transcript: string, isFinal: boolean) =>
	Object.assign([{ transcript, confidence: 0.9 }], { isFinal });
