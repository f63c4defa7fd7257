/** What the page says to a screen reader: the one polite region shows `text`, at most about once a second. */
export class Announcer {
	text = $state('');
	#waiting: string[] = [];
	#timer: ReturnType<typeof setTimeout> | null = null;

	/** Says it now, or with what else comes within the second. */
	say(sentence: string): void {
		this.#waiting.push(sentence);
		if (this.#timer === null) this.#speak();
	}

	#speak(): void {
		this.#timer = null;
		if (this.#waiting.length === 0) return;
		this.text = this.#waiting.join(' ');
		this.#waiting = [];
		this.#timer = setTimeout(() => this.#speak(), 1_000);
	}
}
