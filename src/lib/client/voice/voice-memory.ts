import type { Where } from './speech.ts';

const AGREED_KEY = 'wga.voice.agreed';

/** What this browser learned about listening, kept beside its lists and sent nowhere. */
export class VoiceMemory {
	readonly #storage: Storage;
	readonly #userAgent: string;

	constructor(storage: Storage, userAgent: string) {
		this.#storage = storage;
		this.#userAgent = userAgent;
	}

	/** When the person allowed the browser's own service to hear them; null while they have not. */
	get agreedAt(): Date | null {
		const at = new Date(this.#storage.getItem(AGREED_KEY) ?? NaN);
		return Number.isNaN(at.getTime()) ? null : at;
	}

	agree(now: Date): void {
		this.#storage.setItem(AGREED_KEY, now.toISOString());
	}

	disagree(): void {
		this.#storage.removeItem(AGREED_KEY);
	}

	/** It was started before and nothing came; a new version of the browser gets another chance. */
	isDead(where: Where): boolean {
		return this.#storage.getItem(deadKey(where)) === this.#userAgent;
	}

	setDead(where: Where): void {
		this.#storage.setItem(deadKey(where), this.#userAgent);
	}
}

const deadKey = (where: Where): string => `wga.voice.dead.${where}`;
