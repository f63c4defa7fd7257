import { Ollama, type ChatRequest } from 'ollama';
import * as v from 'valibot';
import { Unanswered } from './unanswered.ts';

/** One turn of what was said. */
export interface Message {
	readonly role: 'system' | 'user' | 'assistant';
	readonly content: string;
}

/** One question with everything that was said before it. @throws Unanswered saying what is wrong with Ollama */
export type Chat = (messages: readonly Message[], signal: AbortSignal) => Promise<string>;

interface OllamaOptions {
	readonly host: string;
	readonly model: string;
	/** How long the model stays loaded after an answer. */
	readonly keepAliveMs: number;
	/** What an answer has to look like: asked for, and not relied on. */
	readonly format: object;
	/** Tokens of question and answer together, and of the answer alone. */
	readonly contextTokens: number;
	readonly answerTokens: number;
}

/** An answer of `answerTokens` and what Ollama tells beside it is far below. */
const MAX_ANSWER_BYTES = 64_000;
const answerSchema = v.object({ message: v.object({ content: v.string() }) });
const errorSchema = v.object({ error: v.string() });

/** Asks the model `model` at `host`, always with the same options: others would load it anew. */
export function createChat(options: OllamaOptions): Chat {
	const { model, format, contextTokens, answerTokens } = options;
	const { address, headers } = splitLogin(options.host);
	const settings = {
		model,
		format,
		stream: false,
		keep_alive: `${options.keepAliveMs}ms`,
		options: { temperature: 0, num_ctx: contextTokens, num_predict: answerTokens }
	} satisfies ChatRequest;

	return async (messages, signal) => {
		// A fetch for each call: the package has no way to end one call, and reads an answer of any length.
		const client = new Ollama({
			host: address,
			headers,
			fetch: async (url, init) => {
				const response = await fetch(url, { ...init, signal, redirect: 'error' });
				const text = await readText(response);
				if (!response.ok) throw refusalOf(response.status, text, model);
				return new Response(text);
			}
		});
		try {
			const answer: unknown = await client.chat({ ...settings, messages: [...messages] });
			return v.parse(answerSchema, answer).message.content;
		} catch (problem) {
			throw problem instanceof Unanswered ? problem : problemOf(problem);
		}
	};
}

/** `fetch` takes no name and password inside an address. */
function splitLogin(host: string): { address: string; headers: Record<string, string> } {
	const url = new URL(host);
	if (url.username === '') return { address: host, headers: {} };
	const login = [url.username, url.password].map(decodeURIComponent).join(':');
	url.username = url.password = '';
	const authorization = `Basic ${Buffer.from(login).toString('base64')}`;
	return { address: url.href, headers: { authorization } };
}

/** @throws Unanswered as soon as there is too much of it */
async function readText({ body }: Response): Promise<string> {
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	// Leaving the loop hangs up.
	for await (const chunk of body ?? []) {
		bytes += chunk.byteLength;
		if (bytes > MAX_ANSWER_BYTES) throw new Unanswered('strange');
		text += decoder.decode(chunk, { stream: true });
	}
	return text + decoder.decode();
}

/** Ollama says in JSON what is wrong; a page that says it in HTML is somebody else's. */
function refusalOf(status: number, text: string, model: string): Unanswered {
	const said = v.safeParse(errorSchema, jsonOrNull(text));
	if (status >= 500) return new Unanswered('failed', String(status), text.slice(0, 200));
	if (!said.success) return new Unanswered('strange');
	return status === 404
		? new Unanswered('unknown-model', model)
		: new Unanswered('failed', String(status), said.output.error.slice(0, 200));
}

function jsonOrNull(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null; // which is no error of Ollama's either
	}
}

/** `fetch` and the stream it gives fail with a TypeError, whatever broke the connection; the rest is what was said. */
function problemOf(problem: unknown): Unanswered {
	return new Unanswered(problem instanceof TypeError ? 'unreachable' : 'strange', '', problem);
}
