import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { routes } from '../support/routes.ts';
import { startServer } from '../support/start-app.ts';

/** `scripts/answers.ts`, as a service calls it. */
async function ask(env: Record<string, string>, ...args: readonly string[]) {
	const child = spawn(process.execPath, ['scripts/answers.ts', ...args], {
		env: { PATH: process.env['PATH'], ...env },
		stdio: ['ignore', 'ignore', 'pipe']
	});
	let said = '';
	child.stderr.on('data', (chunk: Buffer) => (said += String(chunk)));
	const [code] = (await once(child, 'close')) as [number];
	return { code, said };
}

const portOf = ({ url }: { url: string }): string => new URL(url).port;

test('is content with a server that answers, wherever that listens', async () => {
	const PORT = portOf(await startServer({ handler: routes, env: { HOST: '0.0.0.0' } }));
	expect(await ask({ PORT, HOST: '0.0.0.0' }, '/readyz')).toEqual({ code: 0, said: '' });
});

test('waits for one that is not ready yet', async () => {
	const server = await startServer({ handler: routes });
	const isWritable = vi.spyOn(server.app.database, 'isWritable').mockReturnValue(false);
	const asked = ask({ PORT: portOf(server) }, '/readyz', '--within', '60');
	await vi.waitFor(() => expect(isWritable).toHaveBeenCalled(), 30_000);
	isWritable.mockReturnValue(true);
	expect(await asked).toEqual({ code: 0, said: '' });
});

test('says what it asked and what came back when the time is over', async () => {
	const server = await startServer({ handler: routes });
	const { url } = server;
	vi.spyOn(server.app.database, 'isWritable').mockReturnValue(false);
	expect(await ask({ PORT: portOf(server) }, '/readyz', '--within', '1')).toEqual({
		code: 1,
		said: `${url}/readyz answers with 503, for 1 s.\n`
	});
	await server.close();
	expect(await ask({ PORT: portOf(server) }, '/healthz', '--within', '1')).toEqual({
		code: 1,
		said: `${url}/healthz does not answer, for 1 s.\n`
	});
});

test('does not wait for a process that has ended', async () => {
	const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
	await once(gone, 'close');
	const env = { PORT: '1', MAINPID: String(gone.pid) };
	expect(await ask(env, '/readyz', '--within', '9999')).toEqual({
		code: 1,
		said: 'The server ended before it was ready; its log has the reason.\n'
	});
});

test.each([[], ['healthz'], ['/healthz', '--within', 'soon'], ['/healthz', '--for', '3']])(
	'says how it is used: %j',
	async (...args) => {
		const { code, said } = await ask({}, ...args);
		expect(code).toBe(2);
		expect(said).toContain('--within SECONDS');
	}
);
