import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** How it answers the questions that come from now on. */
export type Manner =
	| 'well'
	/** Takes the question and never says a word. */
	| 'never'
	/** A byte at a time, and never all of it. */
	| 'drips'
	| 'html'
	/** Hangs up in the middle of the answer, or ends it there. */
	| 'hangs up'
	| 'cut'
	| 'wrong shape'
	| 'no json'
	| 'huge'
	| { readonly status: number; readonly error: string };

interface AskedItem {
	readonly name: string;
	readonly quantity?: string;
	readonly unit?: string;
}

/** A neighbor at the address of an Ollama, in the test's hand. */
export interface FakeOllama {
	readonly url: string;
	manner: Manner;
	/** What it reads in a line. */
	reads: (line: string) => readonly AskedItem[];
	/** Questions wait from now on until the function that this answers is called, for one of them or for all. */
	hold(): (only?: string) => void;
	/** The lines it was asked about, in order, without the test sentence. */
	readonly lines: readonly string[];
	/** What came with each question, the test sentence too. */
	readonly bodies: readonly Record<string, unknown>[];
	/** Connections with a question that has no answer yet, now and at most ever. */
	readonly openCount: number;
	readonly mostOpen: number;
	/** Askers who hung up before they had their answer. */
	readonly leftCount: number;
	close(): Promise<void>;
}

const TEST_WORDS = ['red apples', 'oat milk'];

/** Answers on the loopback as Ollama's `/api/chat` does, or as badly as the test wants; gone when the test is over. */
export async function startFakeOllama(): Promise<FakeOllama> {
	const lines: string[] = [];
	const bodies: Record<string, unknown>[] = [];
	const open = new Set<ServerResponse>();
	const held = new Map<ServerResponse, { line: string; answer: () => void }>();
	let isHolding = false;
	let mostOpen = 0;
	let leftCount = 0;

	const server = createServer((request, response) => void take(request, response));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;

	async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
		open.add(response);
		mostOpen = Math.max(mostOpen, open.size);
		response.once('finish', () => open.delete(response));
		response.once('close', () => {
			open.delete(response);
			held.delete(response);
			if (!response.writableFinished) leftCount += 1;
		});
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const body = JSON.parse(Buffer.concat(chunks).toString()) as {
			messages: { content: string }[];
		};
		bodies.push(body);
		const line = /<<<(.*)>>>$/s.exec(body.messages.at(-1)?.content ?? '')?.[1] ?? '';
		const isTest = TEST_WORDS.every((words) => line.includes(words));
		if (!isTest) lines.push(line);
		const content = JSON.stringify({
			items: (isTest ? TEST_WORDS.map((name) => ({ name })) : fake.reads(line)).map((item) => ({
				quantity: '',
				unit: '',
				...item
			}))
		});
		const answer = () => speak(response, fake.manner, content);
		if (isHolding && !isTest) held.set(response, { line, answer });
		else answer();
	}

	async function close(): Promise<void> {
		server.closeAllConnections();
		server.close();
		await once(server, 'close');
	}

	const fake: FakeOllama = {
		url: `http://127.0.0.1:${port}`,
		manner: 'well',
		reads: (line) => line.split(/ and |, /).map((name) => ({ name })),
		hold() {
			isHolding = true;
			return (only) => {
				isHolding = only !== undefined;
				for (const { line, answer } of [...held.values()])
					if (only === undefined || line === only) answer();
			};
		},
		lines,
		bodies,
		get openCount() {
			return open.size;
		},
		get mostOpen() {
			return mostOpen;
		},
		get leftCount() {
			return leftCount;
		},
		close
	};
	onTestFinished(async () => {
		if (server.listening) await close();
	});
	return fake;
}

function speak(response: ServerResponse, manner: Manner, content: string): void {
	const whole = (text: string) =>
		JSON.stringify({ model: 'fake', message: { role: 'assistant', content: text }, done: true });
	response.setHeader('content-type', 'application/json');
	switch (manner) {
		case 'well':
			return void response.end(whole(content));
		case 'never':
			return;
		case 'drips': {
			const dripping = setInterval(() => response.write(' '), 5);
			return void response.once('close', () => clearInterval(dripping));
		}
		case 'html':
			response.setHeader('content-type', 'text/html');
			return void response.end('<!doctype html><title>Sign in to the hotel’s network</title>');
		case 'hangs up':
			return void response.write(whole(content).slice(0, 30), () => response.destroy());
		case 'cut':
			return void response.end(whole(content).slice(0, 30));
		case 'wrong shape':
			return void response.end(whole('{"groceries":["milk"]}'));
		case 'no json':
			return void response.end(whole('Sure! Here is your list: milk'));
		case 'huge':
			return void response.end(whole('x'.repeat(10_000_000)));
		default:
			response.statusCode = manner.status;
			response.end(JSON.stringify({ error: manner.error }));
	}
}
