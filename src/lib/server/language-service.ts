import type { Config } from './config.ts';
import type { LineModel } from './imports/worker.ts';
import { ANSWER_FORMAT } from './nlp/answer.ts';
import { createModel } from './nlp/model.ts';
import { createChat } from './nlp/ollama.ts';
import { ANSWER_TOKENS, CONTEXT_TOKENS } from './nlp/prompt.ts';
import { openDirectCalls, openOllamaQueue } from './nlp/queue.ts';
import { createReader, type ReadText } from './nlp/reader.ts';
import type { StatusAnswer } from '#lib/protocol/status.ts';

interface LanguageServiceOptions {
	readonly config: Config['language'];
	/** Ms since some moment, never backwards. */
	readonly monotonic: () => number;
	readonly report: (problem: unknown, doing: string) => void;
}

/** Everything that reads what people type, put together. */
export interface LanguageService {
	readonly read: ReadText;
	/** The same for the lines of an import, one at a time and behind everybody who waits. */
	readonly lines: LineModel;
	status(): StatusAnswer['language'];
	/** Hangs up on Ollama; whoever still waits is answered without it. */
	close(): Promise<void>;
}

/** Opens the one way to Ollama, which stays unused where `WALMART_NLP` is `rules`. Nothing is sent before it is needed. */
export function openLanguageService(options: LanguageServiceOptions): LanguageService {
	const { engine, queue, concurrency, timeoutMs, host, model: name } = options.config;
	// A model that is dropped before the line that loaded it was asked about would be loaded for nothing.
	const keepAliveMs = Math.max(options.config.keepAliveMs, timeoutMs);
	const calls = queue ? openOllamaQueue({ concurrency, waitMs: timeoutMs }) : openDirectCalls();
	const chat = createChat({
		host,
		model: name,
		keepAliveMs,
		format: ANSWER_FORMAT,
		contextTokens: CONTEXT_TOKENS,
		answerTokens: ANSWER_TOKENS
	});
	const { monotonic, report } = options;
	const model =
		engine === 'auto'
			? createModel({ chat, calls, timeoutMs, keepAliveMs, monotonic, report })
			: null;

	const read = createReader(model);
	return {
		read,
		lines: {
			isOn: model !== null,
			async readLine(line, signal) {
				const { also } = await read(line, { askedBy: 'bulk', signal });
				return also?.[0]?.items ?? null;
			}
		},
		status: () => ({
			engine: model === null ? 'rules' : 'model',
			isQueueOn: queue,
			model: model && {
				name,
				state: model.state,
				why: model.why,
				concurrency,
				runningCount: calls.runningCount,
				waitingCount: calls.waitingCount
			}
		}),
		close: () => calls.close()
	};
}
