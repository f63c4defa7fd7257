import { Agent, get } from 'node:http';
import { text } from 'node:stream/consumers';
import { startBuiltServer } from '../built-server.ts';
import type { BareHttpAnswer, BareHttpQuestion } from './bare-http.ts';
import { once, type Bench, type Measured } from './bench.ts';
import { openCrowd } from './crowd.ts';
import { cpuMsOf } from './other-process.ts';
import { withFolder } from './scratch.ts';
import { quantile, timeInTurn, type Work } from './timing.ts';

const http = once(measureHttp);

/** What the built server spends on one request, beside a server that knows the answer. */
export const httpCpu: Bench = {
	name: 'hot price over HTTP, CPU each',
	unit: 'µs',
	target: 50_000,
	bar: 8,
	barOf: 'limit',
	measure: async () => (await http()).cpuEach
};

/** Until one of eight at once has its answer. */
export const httpArrival: Bench = {
	name: 'hot price over HTTP, p99',
	unit: 'ms',
	target: 50,
	bar: 50,
	barOf: 'ours',
	measure: async () => (await http()).arrival
};

const CONNECTIONS = 8;
const REQUESTS = 1_600;
/** What one address may ask without a session is limited; a proxy brings many. */
const ADDRESSES = 100;

function measureHttp(): Promise<{ cpuEach: Measured; arrival: Measured }> {
	return withFolder(async (dataDir) => {
		const env = { TRUST_PROXY: 'on', BACKUP_AUTO: 'off' };
		const server = await startBuiltServer({ dataDir, env });
		const bare = openCrowd<BareHttpQuestion, BareHttpAnswer>('./bare-http.ts');
		const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
		try {
			const path = '/api/walmart/prices?ids=gen_bananas';
			const body = await ask(agent, server.url + path, 0);
			const limit = await bare.ask({ body });
			const taken = new Map<string, number[]>();
			const asking =
				(url: string): Work =>
				async (times) => {
					const next = { i: 0 };
					const one = async () => {
						while (next.i < times) {
							const startedAt = performance.now();
							await ask(agent, url + path, next.i++);
							const ms = performance.now() - startedAt;
							taken.set(url, [...(taken.get(url) ?? []).slice(-REQUESTS), ms]);
						}
					};
					await Promise.all(Array.from({ length: CONNECTIONS }, one));
				};
			const cpu = await timeInTurn(
				{ ours: asking(server.url), limit: asking(limit.url) },
				{
					rounds: 5,
					times: REQUESTS,
					clocks: { ours: () => cpuMsOf(server.pid), limit: () => cpuMsOf(limit.pid) }
				}
			);
			const p99 = (url: string) => quantile(taken.get(url) ?? [], 0.99);
			return {
				cpuEach: { ours: cpu.ours * 1_000, limit: cpu.limit * 1_000 },
				arrival: { ours: p99(server.url), limit: p99(limit.url) }
			};
		} finally {
			agent.destroy();
			bare.close();
			await server.stop();
		}
	});
}

async function ask(agent: Agent, url: string, number: number): Promise<string> {
	const headers = { 'x-forwarded-for': `10.0.0.${number % ADDRESSES}` };
	return new Promise((resolve, reject) => {
		get(url, { agent, headers }, (response) => {
			if (response.statusCode !== 200) reject(new Error(`The answer was ${response.statusCode}.`));
			else text(response).then(resolve, reject);
		}).once('error', reject);
	});
}
