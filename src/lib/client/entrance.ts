import type { ErrorBody } from '#lib/protocol/error.ts';
import type { SessionAnswer } from '#lib/protocol/people.ts';
import { signIn, type SignInTools } from './sign-in.ts';

type Entered = SessionAnswer | ErrorBody | null;

/** Knows who this device is, and asks the server when it does not. */
export class Entrance {
	/** What the server said last; null until it has, and after it said something else. */
	answer: SessionAnswer | null = null;
	#asking: Promise<Entered> | null = null;
	readonly #tools: SignInTools;
	readonly #onEntered: (answer: SessionAnswer) => void;

	constructor(tools: SignInTools, onEntered: (answer: SessionAnswer) => void) {
		this.#tools = tools;
		this.#onEntered = onEntered;
	}

	/** @returns what the server said, or why not, or null when nobody answered; asked once for all who ask */
	enter(): Promise<Entered> {
		return this.answer ? Promise.resolve(this.answer) : this.enterAnew();
	}

	/**
	 * Asks though it was answered before.
	 * @param name what others see from now on; unchanged without it
	 */
	enterAnew(name?: string): Promise<Entered> {
		// One at a time: two that came at once without a cookie would be two new people.
		this.#asking ??= signIn(this.#tools, name)
			.then((answer) => {
				if (answer !== null && !('error' in answer)) this.entered(answer);
				return answer;
			})
			.finally(() => (this.#asking = null));
		return this.#asking;
	}

	/** Resolves when nobody is being asked. */
	async idle(): Promise<void> {
		await this.#asking;
	}

	entered(answer: SessionAnswer): void {
		this.answer = answer;
		this.#onEntered(answer);
	}

	/** To be asked again before anything else is sent. */
	forget(): void {
		this.answer = null;
	}

	signedOut(): void {
		this.#tools.session.problem ??= 'signed-out';
	}
}
