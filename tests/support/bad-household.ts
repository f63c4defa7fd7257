import { openBadLine, type BadLine } from './bad-line.ts';
import { test as household } from './household.ts';

/** A household in which each phone has a network of its own, good until a test makes it bad. */
interface Lines {
	annsLine: BadLine;
	bensLine: BadLine;
}

export const test = household.extend<Lines>({
	annsLine: ({ server }, use) => withLine(server.url, use),
	bensLine: ({ server }, use) => withLine(server.url, use),
	address: ({ annsLine }, use) => use(annsLine.url),
	bensAddress: ({ bensLine }, use) => use(bensLine.url)
});

async function withLine(serverUrl: string, use: (line: BadLine) => Promise<void>): Promise<void> {
	const line = await openBadLine(serverUrl);
	await use(line);
	line.close();
}
