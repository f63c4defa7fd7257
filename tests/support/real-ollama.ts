import * as v from 'valibot';
import { parseConfig } from '#lib/server/config.ts';

const tagsSchema = v.object({ models: v.array(v.object({ name: v.string() })) });

const { OLLAMA_HOST, WALMART_OLLAMA_MODEL } = process.env;
const { host, model } = parseConfig({ OLLAMA_HOST, WALMART_OLLAMA_MODEL }).language;

/** The variables for a server that asks it. */
export const REAL_OLLAMA = { OLLAMA_HOST: host, WALMART_OLLAMA_MODEL: model } as const;

/** @returns why no real Ollama can be asked here, in a sentence; null where one answers and has the model */
export async function whyNoOllama(): Promise<string | null> {
	try {
		const answer = await fetch(new URL('/api/tags', host), { signal: AbortSignal.timeout(2_000) });
		const { models } = v.parse(tagsSchema, await answer.json());
		const hasModel = models.some(({ name }) => name === model || name === `${model}:latest`);
		return hasModel
			? null
			: `the Ollama at OLLAMA_HOST does not have the model ${model}; WALMART_OLLAMA_MODEL names another`;
	} catch {
		return 'no Ollama answers at OLLAMA_HOST';
	}
}
