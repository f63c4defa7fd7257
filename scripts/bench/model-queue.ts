import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseConfig } from '#lib/server/config.ts';
import { openLanguageService, type LanguageService } from '#lib/server/language-service.ts';
import type { Bench } from './bench.ts';
import { quantile } from './timing.ts';

/** How long the stand-in for Ollama takes for each answer. */
const ANSWER_MS = 20;
const LINE = 'blue corn chips that my sister from Ohio told us about with lime dip';
/** Obeys the test sentence; what it says of any other line does not matter here. */
const CONTENT = JSON.stringify({
	items: ['red apples', 'oat milk'].map((name) => ({ name, quantity: '', unit: '' }))
});
const ROUNDS = 40;
const WARM_UP_ROUNDS = 5;

/** A line through the queue, less a line without it. */
export const queueBeforeModel: Bench = {
	name: 'queue before the model',
	unit: 'ms',
	target: 2,
	bar: 2,
	barOf: 'ours',
	measure: () =>
		besideOllama(async (open) => {
			const [queued, direct] = [open({}), open({ WALMART_NLP_QUEUE: 'off' })];
			const times = { queued: [] as number[], direct: [] as number[] };
			for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
				const pair = { queued: await timed(queued), direct: await timed(direct) };
				if (round < WARM_UP_ROUNDS) continue;
				times.queued.push(pair.queued);
				times.direct.push(pair.direct);
			}
			// The quieter ones: what else the machine does is in the others.
			const added = quantile(times.queued, 0.25) - quantile(times.direct, 0.25);
			return { ours: Math.max(0, added), limit: null };
		})
};

/** A person’s line while an import fills the queue of one place, beside one alone: behind one more call, and no two. */
export const lineBesideImport: Bench = {
	name: 'a line beside an import',
	unit: 'ms',
	target: 4 * ANSWER_MS,
	bar: 2.5,
	barOf: 'limit',
	measure: () =>
		besideOllama(async (open) => {
			const service = open({ WALMART_OLLAMA_CONCURRENCY: '1' });
			const alone: number[] = [];
			for (let round = 0; round < ROUNDS; round += 1) alone.push(await timed(service));
			const bulk = Array.from({ length: ROUNDS }, () => read(service, 'bulk'));
			const beside: number[] = [];
			for (let round = 0; round < ROUNDS / 2; round += 1) beside.push(await timed(service));
			await Promise.all(bulk);
			return { ours: quantile(beside, 0.5), limit: quantile(alone, 0.5) };
		})
};

async function timed(service: LanguageService): Promise<number> {
	const startedAt = performance.now();
	await read(service);
	return performance.now() - startedAt;
}

/** @throws when the model was not asked, for then nothing was measured */
async function read(service: LanguageService, askedBy: 'person' | 'bulk' = 'person') {
	const { modelSkipped } = await service.read(LINE, {
		askedBy,
		signal: new AbortController().signal
	});
	// Its names are not in the line, so the reading is asked for, looked at, and thrown away.
	if (!modelSkipped?.includes('what was typed')) throw new Error(modelSkipped ?? 'It was used.');
}

async function besideOllama<T>(
	work: (open: (env: Readonly<Record<string, string>>) => LanguageService) => Promise<T>
): Promise<T> {
	const answer = JSON.stringify({ message: { role: 'assistant', content: CONTENT } });
	const ollama = createServer((request, response) => {
		request.resume();
		setTimeout(() => response.end(answer), ANSWER_MS);
	}).listen(0, '127.0.0.1');
	await once(ollama, 'listening');
	const { port } = ollama.address() as AddressInfo;
	const opened: LanguageService[] = [];
	try {
		return await work((env) => {
			const config = parseConfig({ OLLAMA_HOST: `http://127.0.0.1:${port}`, ...env }).language;
			const service = openLanguageService({
				config,
				monotonic: () => performance.now(),
				report: (problem) => {
					throw problem;
				}
			});
			opened.push(service);
			return service;
		});
	} finally {
		await Promise.all(opened.map((service) => service.close()));
		ollama.closeAllConnections();
		ollama.close();
	}
}
