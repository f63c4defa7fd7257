import { flushSync } from 'svelte';
import type { QuickAdd } from '#lib/client/quick-add.svelte.ts';
import { browserTools } from '#lib/client/voice/browser-tools.ts';
import { joinWords } from '#lib/client/voice/hear.ts';
import { listen, type Listening, type VoiceState } from '#lib/client/voice/listen.ts';
import type { ListScreen } from '../list-screen.svelte.ts';

/** Adding by voice: what is shown of it, and what the buttons do. The words stand in the add bar all the while. */
export class Voice {
	state: VoiceState | null = $state.raw(null);
	/** What stood in the bar before, and what will not change any more. */
	settled = $state('');
	/** Shown as long as the bar holds what it held then. */
	#hint = $state.raw({ sentence: '', text: '' });
	#field: HTMLInputElement | null = null;
	#before = '';
	#listening: Listening | null = null;
	readonly #tools = browserTools();
	readonly #quickAdd: QuickAdd;
	readonly #say: (sentence: string) => void;

	constructor(screen: ListScreen) {
		this.#quickAdd = screen.quickAdd;
		this.#say = (sentence) => screen.say(sentence);
	}

	/** Its sheet is open, and shows the preview. */
	get isShown(): boolean {
		return this.state?.kind === 'listening' || this.state?.kind === 'heard';
	}

	/** Why there is no listening and what to do instead, until something is typed; or ''. */
	get hint(): string {
		return this.#hint.text === this.#quickAdd.text ? this.#hint.sentence : '';
	}

	/** When the person allowed the browser's own service. */
	get agreedAt(): Date | null {
		return this.#tools.memory.agreedAt;
	}

	/** Begins to listen. What stands in the field stays in front of what is heard. */
	start(field: HTMLInputElement): void {
		this.#listening?.end();
		this.#field = field;
		this.#before = this.settled = this.#quickAdd.text;
		this.#hint = { sentence: '', text: '' };
		void this.#quickAdd.load();
		this.#listening = listen(this.#tools, (state) => this.#onState(state));
	}

	/** Listens once more, behind what was heard. */
	goOn(): void {
		if (this.#field) this.start(this.#field);
	}

	answer(isYes: boolean): void {
		this.#listening?.answer(isYes);
	}

	/** Lets the last words come. */
	stop(): void {
		this.#listening?.stop();
	}

	/** Takes the yes back, and asks again. */
	askAgain(): void {
		this.#tools.memory.disagree();
		this.goOn();
	}

	/** Ends it with the page. */
	end(): void {
		this.#listening?.end();
		this.state = null;
	}

	/** Ends it for the person; the words stay in the bar, and the focus goes there. */
	close(): void {
		if (this.state === null) return;
		if (this.state.kind === 'listening') this.#say('Stopped listening.');
		this.#leave();
		if (this.#quickAdd.text === '') this.#button?.focus();
		else this.#field?.focus();
	}

	/** Ends it and goes on by hand, behind the words. */
	type(): void {
		const { text } = this.#quickAdd;
		if (text !== '') this.#show(`${text} `);
		this.#leave();
		this.#field?.focus();
		this.#field?.setSelectionRange(text.length + 1, text.length + 1);
	}

	/** Adds what is shown, as Enter in the bar does. */
	add(): void {
		this.#leave();
		this.#field?.form?.requestSubmit();
	}

	/** The button that began it is made anew whenever the bar gets empty. */
	get #button(): HTMLElement | null {
		return this.#field?.form?.querySelector('button') ?? null;
	}

	#onState(state: VoiceState): void {
		const wasListening = this.state?.kind === 'listening';
		this.state = state;
		switch (state.kind) {
			case 'asking':
			case 'downloading':
				return;
			case 'listening':
				this.settled = joinWords(this.#before, state.words);
				this.#show(joinWords(this.settled, state.unsure));
				if (!wasListening) this.#say('Listening.');
				return;
			case 'heard':
				this.settled = joinWords(this.#before, state.words);
				this.#show(this.settled);
				this.#say(joinWords('Stopped listening.', state.note, `Heard: ${state.words}.`));
				return;
			case 'keyboard':
				this.#leave();
				this.#hint = { sentence: state.sentence, text: this.#quickAdd.text };
				this.#field?.focus();
				this.#field?.addEventListener('input', () => this.#forgetHint(), { once: true });
				this.#say(state.sentence);
		}
	}

	#forgetHint(): void {
		this.#hint = { sentence: '', text: '' };
	}

	#show(text: string): void {
		this.#quickAdd.text = text;
		this.#quickAdd.onInput();
	}

	/** The sheet goes in this very turn, so that the focus can go to what it covered. */
	#leave(): void {
		this.#listening?.end();
		this.#listening = null;
		this.state = null;
		flushSync();
	}
}
