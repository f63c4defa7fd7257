import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Visitor } from '../support/visitor.ts';

/** Each test starts Node several times. */
vi.setConfig({ testTimeout: 60_000 });

interface RunningProcess {
	readonly child: ChildProcess;
	readonly output: { stdout: string; stderr: string };
	readonly ended: Promise<number | null>;
	/** The address it says it is ready at. */
	ready(): Promise<string>;
}

function start(env: Record<string, string>): RunningProcess {
	const program = join(import.meta.dirname, '../support/plain-server.ts');
	const child = spawn(process.execPath, [program], {
		env: { PATH: process.env['PATH'], PORT: '0', ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	onTestFinished(() => void child.kill('SIGKILL'));
	const output = { stdout: '', stderr: '' };
	child.stdout.on('data', (chunk: Buffer) => (output.stdout += String(chunk)));
	child.stderr.on('data', (chunk: Buffer) => (output.stderr += String(chunk)));
	const ended = once(child, 'close').then(([code]) => code as number | null);
	async function ready(): Promise<string> {
		while (!output.stdout.includes('\n')) {
			const chunk = once(child.stdout, 'data');
			const code = await Promise.race([chunk, ended]);
			if (!Array.isArray(code)) throw new Error(`It ended with ${code}: ${output.stderr}`);
		}
		return /ready at (\S+)/.exec(output.stdout)?.[1] ?? '';
	}
	return { child, output, ended, ready };
}

describe('a start', () => {
	test('says once where it is ready, and ends with 0 on a signal, sockets and all', async () => {
		const folder = temporaryFolder();
		const server = start({ DATA_DIR: join(folder, 'data') });
		const url = await server.ready();
		const socket = await (await Visitor.signedUp({ url })).connect();
		const dropped = new Promise((resolve) => socket.once('disconnect', resolve));
		server.child.kill('SIGTERM');
		expect(await server.ended).toBe(0);
		await dropped;
		expect(server.output).toEqual({
			stdout: `Walmart Grocery Agent is ready at ${url}\n`,
			stderr: ''
		});
		expect(existsSync(join(folder, 'data/grocery.db-wal'))).toBe(false);
		expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
	});

	test('S19: keeps what is in its folder to its owner, though the system would let others read', async () => {
		const folder = join(temporaryFolder(), 'data');
		const before = process.umask(0);
		const server = start({ DATA_DIR: folder });
		process.umask(before);
		await (await Visitor.signedUp({ url: await server.ready() })).makeList();
		const modes = Object.fromEntries(
			readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777])
		);
		expect(statSync(folder).mode & 0o777).toBe(0o700);
		expect(modes).toEqual({
			backups: 0o700,
			'grocery.db': 0o600,
			'grocery.db-shm': 0o600,
			'grocery.db-wal': 0o600,
			'grocery.lock': 0o600,
			'grocery.marker': 0o600,
			'sync.key': 0o600,
			'sync.timeline': 0o600
		});
	});

	test('works on the data that an earlier one left, even one that was killed', async () => {
		const folder = temporaryFolder();
		const killed = start({ DATA_DIR: folder });
		await killed.ready();
		killed.child.kill('SIGKILL');
		await killed.ended;
		const next = start({ DATA_DIR: folder });
		expect(await next.ready()).toMatch(/^http:/);
	});
});

test('a folder for backups that cannot be used is told of, and stops nobody’s list', async () => {
	const file = join(temporaryFolder(), 'notes');
	writeFileSync(file, 'my shopping diary');
	const server = start({ DATA_DIR: temporaryFolder(), BACKUP_DIR: file });
	const url = await server.ready();
	expect(server.output.stderr).toContain('but there is a file with this name. Mend that');
	const ready = await fetch(`${url}/readyz`);
	expect(ready.status).toBe(200);
	expect(await ready.json()).toEqual({ ready: true, degraded: ['backup'] });
	expect(readFileSync(file, 'utf8')).toBe('my shopping diary');
});

describe('a start that cannot be', () => {
	test('names every wrong variable', async () => {
		const server = start({ DATA_DIR: temporaryFolder(), PORT: 'x', PRICE_TIERS: 'disk' });
		expect(await server.ended).toBe(1);
		expect(server.output.stdout).toBe('');
		expect(server.output.stderr).toMatch(/^PORT is "x", but .*\nPRICE_TIERS is "disk", but .*\n$/);
	});

	test('says that a file is in the way of the data folder', async () => {
		const file = join(temporaryFolder(), 'notes');
		writeFileSync(file, 'my shopping diary');
		for (const [folder, reason] of [
			[file, 'there is a file with this name'],
			[join(file, 'deeper'), 'a part of this path is a file']
		] as const) {
			const server = start({ DATA_DIR: folder });
			expect(await server.ended).toBe(1);
			expect(server.output).toEqual({
				stdout: '',
				stderr: `DATA_DIR is "${folder}", but ${reason}. Mend that, or set DATA_DIR to another folder.\n`
			});
		}
		expect(readFileSync(file, 'utf8')).toBe('my shopping diary');
	});

	test('says that the data folder cannot be made where nobody can make any', async () => {
		const server = start({ DATA_DIR: '/proc/grocery' });
		expect(await server.ended).toBe(1);
		expect(server.output.stderr).toBe(
			'DATA_DIR is "/proc/grocery", but nobody can make folders there. ' +
				'Mend that, or set DATA_DIR to another folder.\n'
		);
	});

	test('says that the folder it was given takes no files', async () => {
		const server = start({ DATA_DIR: '/proc', BACKUP_DIR: temporaryFolder() });
		expect(await server.ended).toBe(1);
		expect(server.output.stderr).toMatch(/^(DATA_DIR is "\/proc"|unable to open).*DATA_DIR.*\.\n$/);
	});

	test('names the process that has the data folder', async () => {
		const folder = temporaryFolder();
		const holder = start({ DATA_DIR: folder });
		await holder.ready();
		const second = start({ DATA_DIR: folder });
		expect(await second.ended).toBe(1);
		expect(second.output.stderr).toContain(`process ${holder.child.pid}`);
	});

	test('says that the port is taken, and lets the data folder go', async () => {
		const holder = start({ DATA_DIR: temporaryFolder() });
		const { port } = new URL(await holder.ready());
		const folder = temporaryFolder();
		const second = start({ DATA_DIR: folder, PORT: port });
		expect(await second.ended).toBe(1);
		expect(second.output.stderr).toMatch(/Another program uses this port.*\n$/);
		expect(await start({ DATA_DIR: folder }).ready()).toMatch(/^http:/);
	});

	test('says what is wrong with the database and leaves it alone', async () => {
		const file = join(temporaryFolder(), 'grocery.db');
		writeFileSync(file, 'my shopping diary');
		const server = start({ DATA_DIR: join(file, '..') });
		expect(await server.ended).toBe(1);
		expect(server.output.stderr).toContain(`${file} is not a database.`);
		expect(readFileSync(file, 'utf8')).toBe('my shopping diary');
	});
});
