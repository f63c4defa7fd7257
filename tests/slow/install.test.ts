import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The machine's own copy is made of everything that is installed here. */
vi.setConfig({ testTimeout: 180_000 });

const SETTINGS = 'etc/walmart-agent/env';
const DATABASE = 'var/lib/walmart-agent/grocery.db';
const PROGRAM = 'opt/walmart-agent';

/** `deploy/install.sh` for a machine that lies below a folder. */
function install(root: string, ...options: readonly string[]) {
	const { status, stdout, stderr } = spawnSync('sh', ['deploy/install.sh', ...options], {
		encoding: 'utf8',
		env: {
			PATH: process.env['PATH'],
			HOME: '/home/ann',
			DESTDIR: root,
			// Nobody lives there, so npm has to be told another place for what it notes.
			npm_config_cache: temporaryFolder()
		}
	});
	return { status, said: stdout + stderr };
}

/** What lies below a folder, with its text, but the program itself. */
function contentsOf(root: string): Record<string, string> {
	const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter((path) => !path.startsWith(PROGRAM) && statSync(join(root, path)).isFile())
		.sort();
	return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

function write(root: string, path: string, text: string): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
}

function verify(...args: readonly string[]) {
	const env = { ...process.env, XDG_RUNTIME_DIR: temporaryFolder() };
	const { error, stderr } = spawnSync('systemd-analyze', ['verify', ...args], {
		encoding: 'utf8',
		env
	});
	return error === undefined ? stderr : '';
}

test('a service of the machine: installed, upgraded and taken away, it keeps settings and lists', () => {
	const root = temporaryFolder();
	expect(install(root, '--system')).toMatchObject({ status: 0 });
	expect(statSync(join(root, SETTINGS)).mode & 0o777).toBe(0o600);
	const first = contentsOf(root);
	const units = Object.keys(first).filter((path) => path.startsWith('etc/systemd/system/'));
	expect(units).toHaveLength(9);
	expect(verify(...units.map((path) => join(root, path)))).toBe('');
	expect(existsSync(join(root, PROGRAM, 'build/server/main.js'))).toBe(true);
	expect(existsSync(join(root, PROGRAM, 'node_modules/vite'))).toBe(false);

	write(root, SETTINGS, 'PORT=3111\n');
	write(root, DATABASE, 'everything');
	expect(install(root, '--system')).toMatchObject({ status: 0 });
	expect(contentsOf(root)).toEqual({
		...first,
		[SETTINGS]: 'PORT=3111\n',
		[DATABASE]: 'everything'
	});
	expect(readdirSync(join(root, 'opt')).sort()).toEqual(['walmart-agent', 'walmart-agent.old']);

	for (const again of [false, true]) {
		const { status, said } = install(root, '--system', '--uninstall');
		expect(status, `again: ${again}`).toBe(0);
		expect(said).toContain('lists and backups  /var/lib/walmart-agent');
		expect(contentsOf(root)).toEqual({ [SETTINGS]: 'PORT=3111\n', [DATABASE]: 'everything' });
		expect(readdirSync(join(root, 'opt'))).toEqual([]);
	}
});

test('a service of an account runs from the folder it was installed from, on its data', () => {
	const root = temporaryFolder();
	expect(install(root)).toMatchObject({ status: 0 });
	const first = contentsOf(root);
	const unit = 'home/ann/.config/systemd/user/walmart-agent.service';
	expect(first[unit]).toContain(`\nWorkingDirectory=${process.cwd()}\n`);
	expect(install(root)).toMatchObject({ status: 0 });
	expect(contentsOf(root)).toEqual(first);
	const units = Object.keys(first).filter((path) => /\.(service|timer)$/.test(path));
	expect(verify('--user', ...units.map((path) => join(root, path)))).toBe('');

	const { said } = install(root, '--uninstall');
	expect(said).toContain(`lists and backups  ${process.cwd()}/data`);
	expect(Object.keys(contentsOf(root))).toEqual(['home/ann/.config/walmart-agent/env']);
});

test('who prefers the timer for backups keeps it through upgrades, until they say otherwise', () => {
	const root = temporaryFolder();
	const dropIn = 'home/ann/.config/systemd/user/walmart-agent.service.d/backup-by-timer.conf';
	install(root, '--backup', 'timer');
	expect(contentsOf(root)[dropIn]).toContain('BACKUP_AUTO=off');
	install(root);
	expect(contentsOf(root)[dropIn]).toContain('BACKUP_AUTO=off');
	install(root, '--backup', 'server');
	expect(contentsOf(root)).not.toHaveProperty(dropIn);
});

test('a dry run says what would be done and does nothing', () => {
	const root = temporaryFolder();
	const { status, said } = install(root, '--system', '--dry-run');
	expect(status).toBe(0);
	expect(said).toContain(`would run: install -m 600 ${process.cwd()}/deploy/env.example`);
	expect(readdirSync(root)).toEqual([]);
});

test('what it is not meant for is refused with a sentence', () => {
	const root = temporaryFolder();
	expect(install(root, '--backup', 'never')).toEqual({
		status: 1,
		said: '--backup takes timer or server.\n'
	});
	expect(install(root, '--everywhere').status).toBe(2);
	expect(readdirSync(root)).toEqual([]);
});
