import { fork } from 'node:child_process';
import { once } from 'node:events';

/** Many clients in a process of their own, so that what the server spends can be told from what they do. */
export interface Crowd<Question, Answer> {
	/** One question at a time. @throws when there is no answer in time */
	ask(question: Question): Promise<Answer>;
	close(): void;
}

const ANSWER_MS = 30_000;

/** @param file the module that is the other process, beside this one; it calls `answerAs` */
export function openCrowd<Question extends object, Answer>(file: string): Crowd<Question, Answer> {
	const child = fork(new URL(file, import.meta.url));
	return {
		async ask(question) {
			const answered = once(child, 'message', { signal: AbortSignal.timeout(ANSWER_MS) });
			child.send(question);
			const [answer] = (await answered) as [Answer];
			return answer;
		},
		close: () => void child.kill()
	};
}

/** What the crowd's own process does with a question; one that fails ends the process, and says why. */
export function answerAs<Question, Answer>(answer: (question: Question) => Promise<Answer>): void {
	process.on('message', (question) => {
		void answer(question as Question).then((body) => process.send?.(body));
	});
}
