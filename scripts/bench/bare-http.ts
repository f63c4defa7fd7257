/** The plainest server there is, in a process of its own: what `price-http.ts` measures Kit's endpoint beside. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerAs } from './crowd.ts';

/** What it answers everybody. */
export interface BareHttpQuestion {
	readonly body: string;
}
export interface BareHttpAnswer {
	readonly url: string;
	readonly pid: number;
}

answerAs<BareHttpQuestion, BareHttpAnswer>(async ({ body }) => {
	const server = createServer((_request, response) => {
		response.setHeader('content-type', 'application/json');
		response.setHeader('content-length', Buffer.byteLength(body));
		response.end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, pid: process.pid };
});
