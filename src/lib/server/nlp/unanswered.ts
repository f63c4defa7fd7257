/**
 * Why the model gave no answer. `full`, `waited`: the queue; `left`: whoever asked has gone; `ending`: the server is
 * ending; `late`: no answer in time; the others are about Ollama itself. `strange`: no answer of an Ollama.
 */
export type Reason =
	| 'full'
	| 'waited'
	| 'left'
	| 'ending'
	| 'late'
	| 'unreachable'
	| 'unknown-model'
	| 'failed'
	| 'strange';

/** Its message is a sentence for people, without addresses. */
export class Unanswered extends Error {
	override readonly name = 'Unanswered';
	readonly reason: Reason;

	/** @param detail the model's name or the status of the answer, where the sentence needs it */
	constructor(reason: Reason, detail = '', cause?: unknown) {
		super(SENTENCES[reason](detail), { cause });
		this.reason = reason;
	}
}

const SENTENCES: Readonly<Record<Reason, (detail: string) => string>> = {
	full: () => 'Too many lines wait for the model.',
	waited: () => 'The model is busy with other lines.',
	left: () => 'Whoever asked has gone.',
	ending: () => 'The server is ending.',
	late: () => 'The model did not answer in time.',
	unreachable: () => 'Ollama is not reachable.',
	'unknown-model': (model) => `Ollama does not have the model; run "ollama pull ${model}".`,
	failed: (status) => `Ollama answered with an error (${status}).`,
	strange: () => 'What answers at OLLAMA_HOST does not speak as Ollama does.'
};
