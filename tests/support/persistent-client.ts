import { Agent, request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

interface Answer {
	readonly status: number;
	readonly text: string;
}

const TRY_AGAIN_MS = 20;

interface ClientOptions {
	readonly headers?: Record<string, string>;
	/** How long to wait before the next request. */
	readonly nextMs?: number;
	/** Whether one connection is kept for all requests; otherwise each opens its own. */
	readonly isKept?: boolean;
}

/**
 * A program that sends one request after another. That nobody is there is all the same to it; a connection that breaks
 * under a request is a failure, unless it was so new that the server may never have seen it.
 */
export class PersistentClient {
	readonly failures: string[] = [];
	answers = 0;
	/** How often a new connection was reset before anything came over it: the kernel's way to say that nobody is there. */
	resets = 0;
	readonly #url: string;
	readonly #agent: Agent;
	readonly #headers: Record<string, string>;
	readonly #nextMs: number;

	constructor(url: string, { headers = {}, nextMs = 5, isKept = true }: ClientOptions) {
		this.#url = url;
		this.#headers = headers;
		this.#nextMs = nextMs;
		this.#agent = new Agent({ keepAlive: isKept, maxSockets: 1 });
	}

	/** Asks until somebody answers. */
	async ask(method: string, path: string, body?: string): Promise<Answer> {
		for (;;) {
			const headers = { ...this.#headers, 'content-type': 'application/json' };
			const request = httpRequest(this.#url + path, { method, headers, agent: this.#agent });
			try {
				const answer = await answerTo(request, body);
				this.answers++;
				await sleep(this.#nextMs);
				return answer;
			} catch (problem) {
				const { code, message } = problem as NodeJS.ErrnoException;
				if (code === 'ECONNRESET' && !request.reusedSocket) this.resets++;
				else if (code !== 'ECONNREFUSED') this.failures.push(`${method} ${path}: ${message}`);
				await sleep(TRY_AGAIN_MS);
			}
		}
	}

	close(): void {
		this.#agent.destroy();
	}
}

function answerTo(request: ClientRequest, body?: string): Promise<Answer> {
	return new Promise((resolve, reject) => {
		request.once('error', reject);
		request.once('response', (response: IncomingMessage) => {
			const { statusCode: status = 0 } = response;
			response.setEncoding('utf8');
			let text = '';
			response.on('data', (chunk: string) => (text += chunk));
			response.once('error', reject);
			response.once('end', () => resolve({ status, text }));
		});
		request.end(body);
	});
}
