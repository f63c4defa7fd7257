import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { RunningServer } from '#lib/server/serve.ts';
import { routes } from '../support/routes.ts';
import { startServer } from '../support/start-app.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Visitor } from '../support/visitor.ts';

/** `npm run pair` as an operator runs it, beside whatever runs already. */
async function pair(dataDir: string, ...args: string[]) {
	const env = { PATH: process.env['PATH'], DATA_DIR: dataDir };
	const run = promisify(execFile)(process.execPath, ['scripts/pair.ts', ...args], { env });
	return run.then(
		({ stdout }) => ({ code: 0, text: stdout }),
		(problem: { code: number; stderr: string }) => ({ code: problem.code, text: problem.stderr })
	);
}

const start = (): Promise<RunningServer> => startServer({ handler: routes });
const tokenIn = (text: string): string => /\/pair#([\w-]{43})\n/.exec(text)?.[1] ?? '';

test('lets a cleared browser back in, beside the running server, once', async () => {
	const server = await start();
	const ann = await Visitor.signedUp(server, 'Ann');
	await ann.makeList('Groceries', 'Milk');
	const { code, text } = await pair(server.app.config.dataDir);
	expect(code).toBe(0);
	expect(text).toMatch(/^For Ann \(Groceries\), once, within 24 hours:\nhttp:/);

	const cleared = new Visitor(server);
	const token = tokenIn(text);
	await cleared.ask('POST', '/api/pairings/redeem', { token });
	expect(cleared.userId).toBe(ann.userId);
	expect((await cleared.sync()).rows.items.map(({ name }) => name)).toEqual(['Milk']);
	const again = await new Visitor(server).ask('POST', '/api/pairings/redeem', { token });
	expect(again.status).toBe(410);
});

test('asks who is meant where there are several, and takes a name in any case, or an id', async () => {
	const server = await start();
	const { dataDir } = server.app.config;
	const ann = await Visitor.signedUp(server, 'Ann');
	const ben = await Visitor.signedUp(server);
	await ben.makeList('Lake house');
	const { code, text } = await pair(dataDir);
	expect(code).toBe(1);
	expect(text).toContain('Several people fit. Name one with --user');
	expect(text).toContain(`${ann.userId}  Ann`);
	expect(text).toContain(`${ben.userId}  somebody without a name (Lake house)`);
	expect((await pair(dataDir, '--user', 'ann')).text).toContain('For Ann,');
	expect((await pair(dataDir, '--user', ben.userId)).text).toContain('(Lake house)');
	expect((await pair(dataDir, '--user', 'Zoe')).text).toContain('Nobody here is called "Zoe"');
});

test('says in one sentence what is missing', async () => {
	const folder = temporaryFolder();
	expect(await pair(folder)).toEqual({
		code: 1,
		text: `There is no data in ${folder} yet: start the server first.\n`
	});
	expect((await pair(folder, '--everybody')).code).toBe(2);
	const server = await start();
	expect((await pair(server.app.config.dataDir)).text).toContain('Nobody has a list');
});
